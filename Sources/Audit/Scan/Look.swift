/// What a look through a whole edition found: each thing once, at its first place.
struct Look {
  private(set) var hits: [Hit] = []
  private(set) var strays: [Stray] = []

  /// Looks through all files of an edition.
  init(_ edition: AuditedEdition, _ scan: FileScan, on crew: some AuditCrew) {
    let listed = edition.paths.contains(Manifest.path).then {
      edition.read(Manifest.path).map(Manifest.paths) ?? []
    }
    // Some files at a time, so that a scan and its memory serve many.
    let batches = stride(from: 0, to: edition.paths.count, by: 128).map {
      Array(edition.paths[$0..<min(edition.paths.count, $0 + 128)])
    }
    let results = crew.map(batches) { paths -> (hits: [Hit], strays: [Stray]) in
      var scan = scan
      var hits: [Hit] = []
      var strays: [Stray] = []
      for path in paths {
        guard let bytes = edition.read(path) else {
          strays.append(Stray(kind: .unreadable, path: path, line: 1))
          continue
        }
        scan.scan(path, bytes)
        hits += scan.hits
        strays += scan.strays
        if let listed, path != Manifest.path, !listed.contains(path) {
          strays.append(Stray(kind: .unlisted, path: path, line: 1))
        }
      }
      return (hits, strays)
    }
    var seen: Set<UInt64> = []
    for result in results {
      hits += result.hits.filter { seen.insert($0.key).inserted }
      strays += result.strays
    }
  }

  /// The list of an edition's files that it carries along.
  private enum Manifest {
    static let path = "manifest.json"

    /// The paths in it: every string behind `"path":`.
    static func paths(_ bytes: [UInt8]) -> Set<String> {
      var result: Set<String> = []
      let parts = String(decoding: bytes, as: UTF8.self).split(separator: "\"path\":")
      for part in parts.dropFirst() {
        let text = part.drop { $0 != "\"" }.dropFirst()
        result.insert(String(text.prefix { $0 != "\"" }))
      }
      return result
    }
  }
}

extension Bool {
  /// What `body` gives where this holds, else nil.
  fileprivate func then<Value>(_ body: () -> Value) -> Value? { self ? body() : nil }
}

/// Which briefings an edition has pages of.
struct PageList: Sendable {
  private var pages: [String: Set<String>] = [:]

  init(_ editions: [AuditedEdition]) {
    for edition in editions {
      pages[edition.audience] = Set(
        edition.paths.filter { $0.hasSuffix("/index.html") && $0.contains("/briefings/") })
    }
  }

  /// Whether the edition of `audience` has a page of this briefing.
  @Sendable func contains(_ audience: String, _ id: String, _ language: String) -> Bool {
    pages[audience]?.contains("\(language)/briefings/\(id.lowercased())/index.html") ?? false
  }
}
