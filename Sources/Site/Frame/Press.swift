import Calendar
import Crypto
import Edition
import Search
import Template

/// What every page of a site is made with: the edition prepared, the theme, and one shelf a
/// language.
///
/// Press, library, shelf and entry are classes: thousands of pages on several threads hold them,
/// and a copy of a structure counts up a reference for each of its dozens of fields.
final class Press: Sendable {
  let library: Library
  let theme: Theme
  let options: SiteOptions
  let shelves: [Shelf]
  /// The charts of the briefings' judgements.
  let likelihoods: LikelihoodBook
  /// The languages' own names, by language code.
  let languageNames: [String: String]
  /// What the pages of each language have in common.
  private let common: [String: Value]
  /// Style sheet, scripts and icon, named by their contents.
  let assets: [Page]
  /// The path of the script of the search page, where there is one.
  let searchScript: String?

  /// - Parameter earlier: the press of the edition before a change, with the same theme and options.
  init(
    _ edition: Edition, _ theme: Theme, _ options: SiteOptions, after earlier: Press? = nil,
    on crew: some Crew = Alone()
  ) {
    let library = Library(edition, after: earlier?.library, on: crew)
    let policy = edition.policy
    let languages = policy.languages
    let words = Dictionary(
      languages.map { ($0, theme.words(for: $0)) }, uniquingKeysWith: { first, _ in first })
    let names = Dictionary(
      languages.map { ($0, theme.name(of: $0)) }, uniquingKeysWith: { first, _ in first })
    languageNames = names
    shelves = languages.map { language in
      Shelf(
        library, language: language, words: words[language] ?? theme.words(for: language),
        languageNames: names, after: earlier?.shelves.first { $0.language == language }, on: crew)
    }
    likelihoods = LikelihoodBook(library, words: words)
    let style = Press.asset(
      "style", "css", Stylesheet.bytes(style: theme.style, levels: policy.levels))
    let script = theme.script.isEmpty ? nil : Press.asset("script", "js", theme.script)
    let icon = theme.icon.isEmpty ? nil : Press.asset("icon", "svg", theme.icon)
    let search =
      options.search && !theme.searchScript.isEmpty
      ? Press.asset("search", "js", theme.searchScript) : nil
    assets = [style] + [script, search, icon].compactMap(\.self)
    searchScript = search?.path
    common = Dictionary(
      shelves.map { shelf in
        var fields = CommonFields(library, shelf, names, options).fields
        fields["style"] = .text(style.path)
        fields["script"] = script.map { Value.text($0.path) } ?? Value.none
        fields["icon"] = icon.map { Value.text($0.path) } ?? Value.none
        return (shelf.language, .record(fields))
      }, uniquingKeysWith: { first, _ in first })
    self.library = library
    self.theme = theme
    self.options = options
  }

  /// The page that `template` makes of the frame and `fields`.
  func page(
    _ template: String, _ frame: Frame, _ fields: Fields
  ) throws(TemplateFault) -> Page {
    let outer = [common[frame.language] ?? .none, .record(flagged(frame.fields(library)))]
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32 << 10)
    try theme.templates.render(
      template, within: outer, .record(flagged(fields)), into: &bytes)
    // The room that was taken for it is larger than the page.
    return Page(path: frame.path + frame.file, bytes: Array(bytes[...]))
  }

  /// The fields with a flag for each list that says whether there is anything in it.
  private func flagged(_ fields: Fields) -> Fields {
    var result = fields
    for field in fields {
      if case .list(let values) = field.value {
        result[Press.flag(field.name)] = .flag(!values.isEmpty)
      }
    }
    return result
  }

  /// The name of the flag that says whether there is anything in the list called `name`: `hasRows`
  /// for `rows`.
  private static func flag(_ name: String) -> String {
    var flag = Array("has".utf8) + name.utf8
    flag[3] &= 0xDF
    return String(decoding: flag, as: UTF8.self)
  }

  /// The versions of a page that every language has; `folder` gives its folder for the folder of a
  /// language.
  func versions(_ folder: (String) -> String) -> [Frame.Version] {
    shelves.map { shelf in
      Frame.Version(
        language: shelf.language, name: name(of: shelf.language),
        path: folder(Address.pathPart(shelf.language)))
    }
  }

  /// What writes cards and levels for the pages of a shelf.
  func cardWriter(_ shelf: Shelf) -> CardWriter {
    CardWriter(library, language: shelf.language, words: shelf.words, names: languageNames)
  }

  /// Links to the subjects of a vocabulary, with their levels and how many briefings they have.
  func links(_ vocabulary: Vocabulary, _ shelf: Shelf) -> [Value] {
    let cards = cardWriter(shelf)
    return shelf.subjects(of: vocabulary).map { subject in
      .record([
        "name": .text(subject.term.name[shelf.language]),
        "path": .text(subject.path),
        "count": .number(subject.entries.count),
        "countText": .text(shelf.words.count("briefings", subject.entries.count)),
        "level": cards.level(subject.highest.flatMap { shelf.entries[$0].level }),
      ])
    }
  }

  /// The own name of a language.
  func name(of language: String) -> String { languageNames[language] ?? language }

  /// The shelf of `language`, or else the first.
  func shelf(for language: String) -> Shelf? {
    shelves.first { $0.language == language } ?? shelves.first
  }

  private static func asset(_ name: String, _ type: String, _ bytes: [UInt8]) -> Page {
    let digest = SHA256.hash(data: bytes).prefix(8)
    let digits = digest.map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return Page(path: "assets/\(name).\(digits.joined()).\(type)", bytes: bytes)
  }
}
