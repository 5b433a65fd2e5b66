internal import BuiltIn
internal import Diagnostics
internal import Manuscript
internal import Site

/// The themes of a publication: the built-in one, the files of `templates/` over it, and for an
/// audience those of `templates/AUDIENCE/` over both.
struct ThemeFolder: Sendable {
  private let base: Theme
  private let own: [String: Theme]

  /// The files of themes, read and not yet compiled.
  struct Files: Hashable, Sendable {
    /// Those for all audiences.
    var base: [String: [UInt8]]
    /// Those that lie over them for some, by audience.
    var own: [String: [String: [UInt8]]] = [:]

    /// The folders that files can be in, as far as there are files in them.
    var folders: [String] {
      let names = base.keys + own.flatMap { id, files in files.keys.map { "\(id)/\($0)" } }
      var result: Set = ["templates"]
      for name in names {
        var parts = name.split(separator: "/").dropLast()
        while !parts.isEmpty {
          result.insert("templates/" + parts.joined(separator: "/"))
          parts.removeLast()
        }
      }
      return result.sorted()
    }

    /// Reads the files for some of these audiences; what others have of their own is not looked at.
    init(
      root: String, for some: [Audience], of audiences: [Audience], findings: inout Findings
    ) {
      base = ThemeFolder.readBase(root, audiences, findings: &findings)
      for id in Set(some.map(\.id)).sorted() {
        let over = ThemeFolder.readOwn(root, id, findings: &findings)
        if !over.isEmpty { own[id] = over }
      }
    }
  }

  /// Reads and compiles the themes for some of these audiences.
  init(
    root: String, for some: [Audience], of audiences: [Audience], findings: inout Findings
  ) {
    let files = Files(root: root, for: some, of: audiences, findings: &findings)
    self.init(files, findings: &findings)
  }

  /// Compiles the themes.
  init(_ files: Files, findings: inout Findings) {
    let all = BuiltInTheme.files.merging(files.base) { _, later in later }
    base = Theme(files: all, findings: &findings)
    var own: [String: Theme] = [:]
    for (id, over) in files.own.sorted(by: { $0.key < $1.key }) {
      own[id] = Theme(
        files: ThemeFolder.lay(over, over: all), own: (id, Set(over.keys)), findings: &findings)
    }
    self.own = own
  }

  /// The files of the theme for each of some audiences, the built-in ones under the publication's own.
  static func allFiles(
    root: String, for some: [Audience], of audiences: [Audience], findings: inout Findings
  ) -> [String: [String: [UInt8]]] {
    let files = Files(root: root, for: some, of: audiences, findings: &findings)
    let all = BuiltInTheme.files.merging(files.base) { _, later in later }
    return Dictionary(
      uniqueKeysWithValues: some.map {
        ($0.id, files.own[$0.id].map { lay($0, over: all) } ?? all)
      })
  }

  /// Adds a warning for each language of the publication whose pages would speak another.
  func checkLanguages(_ languages: [String], findings: inout Findings) {
    for language in languages where !base.languages.contains(language) {
      findings.add(
        Diagnostic(
          "template/no-words", .warning, at: Place("templates/words/\(language).txt"),
          "the theme has no words in '\(language)': its pages have those of English",
          help: "translate words/en.txt of the theme, which 'tearline init DIR --templates' writes")
      )
    }
  }

  /// The theme for an audience.
  func theme(for audience: String) -> Theme { own[audience] ?? base }

  /// The files of `templates/` as an audience's released publication carries them: those for all,
  /// with its own over them, and none of the other audiences'.
  static func files(
    root: String, for audience: Audience, of audiences: [Audience], findings: inout Findings
  ) -> [String: [UInt8]] {
    let all = readBase(root, audiences, findings: &findings)
    return lay(readOwn(root, audience.id, findings: &findings), over: all)
  }

  /// The files of one audience over those of all. Its tokens come behind theirs, so that the colours
  /// of the house hold where the audience has none of its own.
  private static func lay(
    _ own: [String: [UInt8]], over all: [String: [UInt8]]
  ) -> [String: [UInt8]] {
    var files = all.merging(own) { _, later in later }
    if let house = all["tokens.css"], let tokens = own["tokens.css"] {
      files["tokens.css"] = house + [0x0A] + tokens
    }
    return files
  }
}
