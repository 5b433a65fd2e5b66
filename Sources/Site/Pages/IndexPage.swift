import Edition
import Template

/// The page that lists all topics, all sectors or all regions.
struct IndexPage {
  let press: Press
  let shelf: Shelf
  let vocabulary: Vocabulary

  /// The page.
  func page() throws(TemplateFault) -> Page {
    let words = shelf.words
    let title = words[vocabulary.rawValue]
    let folder = { (language: String) in "\(language)/\(vocabulary.rawValue)/" }
    var frame = Frame(
      language: shelf.language, path: folder(Address.pathPart(shelf.language)), title: title)
    frame.description = words["lead.\(vocabulary.rawValue)"]
    frame.labels = shelf.subjects(of: vocabulary).flatMap { subject in
      subject.entries.map { shelf.entries[$0].briefing.banner }
    }
    frame.versions = press.versions(folder)
    frame.section = vocabulary.rawValue
    let tiles =
      vocabulary == .regions ? RegionMap(press, shelf).tiles : []
    return try press.page(
      "index", frame,
      [
        "lead": .text(words["lead.\(vocabulary.rawValue)"]),
        "tiles": .list(tiles),
        "subjects": .list(press.links(vocabulary, shelf)),
      ])
  }
}
