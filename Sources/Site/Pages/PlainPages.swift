import Edition
import Template

/// The pages that hold nothing of any briefing.
struct PlainPages {
  let press: Press

  /// Why and how text is withheld, and on what grounds.
  func withheld(_ shelf: Shelf) throws(TemplateFault) -> Page {
    let folder = { (language: String) in "\(language)/withheld/" }
    var frame = Frame(
      language: shelf.language, path: folder(Address.pathPart(shelf.language)),
      title: shelf.words["withheldTitle"])
    frame.description = shelf.words["withheldLead"]
    frame.versions = press.versions(folder)
    let grounds = press.library.edition.policy.grounds
    return try press.page(
      "withheld", frame,
      ["groundNames": .list(grounds.map { .text($0.name[shelf.language]) })])
  }

  /// The choice of language.
  func languages(_ shelf: Shelf) throws(TemplateFault) -> Page {
    let policy = press.library.edition.policy
    let frame = Frame(language: shelf.language, path: "", title: policy.title[shelf.language])
    return try press.page(
      "languages", frame,
      [
        "languages": .list(
          press.shelves.map { other in
            .record([
              "code": .text(other.language),
              "name": .text(press.name(of: other.language)),
              "siteName": .text(policy.title[other.language]),
              "publisherName": .text(policy.publisher.name[other.language]),
              "path": .text("\(Address.pathPart(other.language))/"),
            ])
          })
      ])
  }

  /// The page for addresses that lead nowhere. It is shown at any address, however deep, so its
  /// links alone start at the root of the server: at the path of the `base-url`, or at `/`. It speaks
  /// all languages, since who comes to it may have come for any.
  func notFound(_ shelf: Shelf) throws(TemplateFault) -> Page {
    var frame = Frame(
      language: shelf.language, path: "", title: shelf.words["notFoundTitle"])
    frame.file = "404.html"
    frame.fixedRoot =
      press.library.edition.policy.audience.baseURL.flatMap(Address.path(of:)) ?? "/"
    let others = press.shelves.filter { $0.language != shelf.language }.map { other in
      Value.record([
        "code": .text(other.language),
        "heading": .text(other.words["notFoundTitle"]),
        "text": .text(other.words["notFoundText"]),
        "home": .text(other.words["notFoundHome"]),
        "archive": .text(other.words["notFoundArchive"]),
        "path": .text("\(Address.pathPart(other.language))/"),
      ])
    }
    return try press.page("404", frame, ["others": .list(others)])
  }
}
