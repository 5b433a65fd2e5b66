internal import Diagnostics

/// How what is found in an edition is told: by places, and never in words.
struct Telling {
  private let audience: String
  /// The paths that have something withheld in them.
  private let closed: Set<String>

  /// The telling of what these are among.
  init(_ hits: [Hit], in audience: String) {
    self.audience = audience
    closed = Set(hits.filter(\.isInPath).map(\.path))
  }

  /// A place in the edition; of a path that has something withheld in it, the edition alone.
  private func place(_ path: String, line: Int?) -> Place {
    closed.contains(path) ? Place("\(audience)/…") : Place("\(audience)/\(path)", line: line)
  }

  /// What was found.
  func diagnostic(
    _ hit: Hit, _ origin: (place: String, line: Int, id: String)
  ) -> Diagnostic {
    let (code, what) =
      switch hit.kind {
      case .run: ("audit/withheld-run", "four words in a row")
      case .word: ("audit/withheld-word", "a word, number or date")
      case .digest: ("audit/withheld-hash", "the hash of a text")
      case .mark: ("audit/marking-above", "a mark")
      case .picture: ("audit/withheld-picture", "a picture")
      }
    let inside = hit.isInPath ? " in the name of a file or folder" : ""
    return Diagnostic(
      code, at: place(hit.path, line: hit.line),
      "\(what)\(inside) that is withheld at \(origin.place):\(origin.line) (finding \(origin.id))",
      help: "do not publish. Build again, if the sources changed since; if it is found again,"
        + " report it as a weakness, or except it in 'audit.yml' where another text has it too",
      excerpt: hit.text)
  }

  /// What has no place in an edition.
  func diagnostic(_ stray: Stray) -> Diagnostic {
    let (what, help) =
      switch stray.kind {
      case .comment: ("a comment", "take it out of the theme")
      case .script: ("a script that is no file of its own", "take it out of the theme")
      case .style: ("a style that is no file of its own", "put it into 'tokens.css' of the theme")
      case .thirdParty:
        ("an address of another host, which a browser would load", "take it out of the theme")
      case .metadata: ("a picture or drawing with metadata", "clean the file")
      case .sourceMap: ("a map to sources", "take it out of the theme")
      case .unlisted:
        ("a file or an empty folder that the manifest does not name", "remove it and build again")
      case .noManifest: ("an edition without its manifest", "build it again")
      case .link: ("neither a file nor a folder", "remove it and build again")
      case .unreadable: ("a file that cannot be read", "build again")
      case .more:
        (
          "a file with more findings than are looked for in one",
          "mend those that are told, then build again"
        )
      }
    return Diagnostic(
      "audit/\(stray.kind.rawValue)", at: place(stray.path, line: stray.line), what, help: help)
  }
}
