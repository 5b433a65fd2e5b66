public import Diagnostics
import Template

/// How the pages look and speak: templates, style, script and the words of the interface.
///
/// A theme is a dictionary of files by name, so that a publication replaces any of them, for all its
/// audiences or for one:
/// - `NAME.mustache` and `partials/NAME.mustache`: templates, strict Mustache;
/// - `style.css`, then `tokens.css` behind it: the style sheet, one file in the site;
/// - `script.js`: an optional script for all pages; `search.js`: that of the search page; of both,
///   lines that begin with `//` are left out; `icon.svg`: an optional icon;
/// - `words/LANGUAGE.txt`, and `words/LANGUAGE.NAME.txt` laid over it: words, `key = text` a line;
/// - `regions.txt`: an optional map, `ID COLUMN ROW` a line.
public struct Theme: Sendable {
  let templates: TemplateSet
  let style: [UInt8]
  let script: [UInt8]
  let searchScript: [UInt8]
  let icon: [UInt8]
  /// Where the tiles of the map of regions lie, by region.
  let tiles: [String: Tile]
  private let words: [String: [String: String]]

  /// Whether a theme has a file of that name: no other is read, nor passed on.
  public static func isFile(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    if name.hasSuffix(".mustache") { return parts.count == 1 || parts[0] == "partials" }
    if name.hasSuffix(".txt"), parts.count == 2 { return parts[0] == "words" }
    return ["style.css", "tokens.css", "script.js", "search.js", "icon.svg", "regions.txt"]
      .contains(name)
  }

  /// Language codes that the theme has words in.
  public var languages: [String] { words.keys.sorted() }

  /// Compiles a theme, and adds what is wrong with it to `findings`.
  ///
  /// - Parameter own: the folder of an audience in `templates/`, and the files that are from there.
  public init(
    files: [String: [UInt8]], own: (folder: String, names: Set<String>)? = nil,
    findings: inout Findings
  ) {
    var sources: [String: TemplateSource] = [:]
    for (name, bytes) in files where name.hasSuffix(".mustache") {
      let folder = own.map { $0.names.contains(name) ? $0.folder + "/" : "" } ?? ""
      sources[String(name.dropLast(".mustache".count))] = TemplateSource(
        file: "templates/" + folder + name, text: String(decoding: bytes, as: UTF8.self))
    }
    templates = TemplateSet(sources, findings: &findings)
    style = (files["style.css"] ?? []) + (files["tokens.css"] ?? [])
    script = Script.withoutNotes(files["script.js"] ?? [])
    searchScript = Script.withoutNotes(files["search.js"] ?? [])
    icon = files["icon.svg"] ?? []
    tiles = Tile.parse(files["regions.txt"] ?? [])
    words = Theme.words(in: files)
    checkWords(findings: &findings)
  }

  /// The words for `language`; those of English, or of the first language there is, stand in.
  func words(for language: String) -> Words {
    let fallback = words["en"] ?? words.min { $0.key < $1.key }?.value ?? [:]
    return Words(language: language, texts: words[language] ?? [:], fallback: fallback)
  }

  /// A language's own name; its code where the theme does not speak it.
  func name(of language: String) -> String { words[language]?["languageName"] ?? language }

  private static func words(in files: [String: [UInt8]]) -> [String: [String: String]] {
    var result: [String: [String: String]] = [:]
    // In the order of their names, `en.txt` would come behind `en.own.txt`: shorter names first.
    let names = files.keys.filter { $0.hasPrefix("words/") && $0.hasSuffix(".txt") }
    for name in names.sorted(by: { ($0.utf8.count, $0) < ($1.utf8.count, $1) }) {
      let file = name.dropFirst("words/".count)
      let language = String(file.prefix { $0 != "." })
      result[language, default: [:]].merge(Words.parse(files[name] ?? [])) { _, later in later }
    }
    return result
  }

  private func checkWords(findings: inout Findings) {
    let all = Set(words.values.flatMap(\.keys))
    for (language, texts) in words.sorted(by: { $0.key < $1.key }) {
      for key in all.subtracting(texts.keys).sorted() {
        findings.add(
          Diagnostic(
            "template/missing-word", .warning, at: Place("templates/words/\(language).txt"),
            "the word '\(key)' is missing", help: "add a line '\(key) = …'"))
      }
    }
  }
}
