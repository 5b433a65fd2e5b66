import Edition
import Template

/// The page that lists all topics, all sectors or all regions.
struct IndexPage {
  let press: Press
  let shelf: Shelf
  let vocabulary: Vocabulary

  /// The page, and the files of its charts.
  func pages() throws(TemplateFault) -> [Page] {
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
    let map = vocabulary == .regions ? RegionMap(press, shelf, up: frame.up)?.chart : nil
    let activity =
      vocabulary == .topics
      ? ActivityChart(shelf, on: press.library.edition.asOf)?.chart : nil
    let page = try press.page(
      "index", frame,
      [
        "lead": .text(words["lead.\(vocabulary.rawValue)"]),
        "map": map?.value() ?? .none,
        "charts": .list([activity?.value()].compactMap(\.self)),
        "subjects": .list(press.links(vocabulary, shelf)),
      ])
    return [page] + [map, activity].compactMap { $0?.csv(in: frame.path) }
  }
}
