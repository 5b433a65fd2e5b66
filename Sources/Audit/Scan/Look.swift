internal import Diagnostics

/// What a look through a whole edition found: each thing once, at its first place.
struct Look {
  private(set) var hits: [Hit] = []
  private(set) var strays: [Stray] = []
  private var seen: Set<UInt64> = []

  private mutating func add(_ scan: FileScan) {
    hits += scan.hits.filter { seen.insert($0.key).inserted }
    strays += scan.strays
  }

  private mutating func add(_ look: Look) {
    hits += look.hits.filter { seen.insert($0.key).inserted }
    strays += look.strays
  }

  /// Looks through all files of some editions, file after file of the same path: most of what is in
  /// one is in the other.
  ///
  /// - Parameters:
  ///   - editions: with whose each is, those first who may know least.
  ///   - sharing: how many files at most share what was looked through once.
  static func through(
    _ editions: [(edition: AuditedEdition, reader: Readers)], _ watch: Watch, sharing: Int,
    on crew: some AuditCrew
  ) -> [Look] {
    let listed = crew.map(editions) { edition, _ in
      edition.paths.contains(Manifest.path)
        ? edition.read(Manifest.path).map(Manifest.paths) ?? [] : nil
    }
    let after = editions.indices.map { number in
      editions[(number + 1)...].reduce(into: Readers()) { $0.formUnion($1.reader) }
    }
    let files = files(of: editions.map(\.edition))
    let results = crew.map(batches(of: files, sharing)) { files in
      var scan = FileScan(watch)
      var looks = editions.map { _ in Look() }
      for (path, number) in files {
        guard let bytes = editions[number].edition.read(path) else {
          looks[number].strays.append(Stray(kind: .unreadable, path: path, line: 1))
          continue
        }
        scan.scan(path, bytes, for: editions[number].reader, before: after[number])
        looks[number].add(scan)
        if let listed = listed[number], path != Manifest.path, !listed.contains(path) {
          looks[number].strays.append(Stray(kind: .unlisted, path: path, line: 1))
        }
      }
      return looks
    }
    return results.reversed().reduce(into: editions.map { _ in Look() }) { all, looks in
      for (number, look) in looks.enumerated() { all[number].add(look) }
    }
  }

  /// Some files at a time, so that a scan and what it remembers serve many; less and less, so that no
  /// thread is left alone with much. The last paths come first: lists of briefings, which have most in
  /// common, and the list of all files, which takes longest.
  private static func batches<File>(of files: [File], _ most: Int) -> [ArraySlice<File>] {
    var batches: [ArraySlice<File>] = []
    var rest = files[...]
    while !rest.isEmpty {
      let batch = rest.suffix(min(most, max(256, rest.count / 8)))
      batches.append(batch)
      rest.removeLast(batch.count)
    }
    return batches
  }

  /// All files by path, and at the same path in the order of the editions.
  private static func files(of editions: [AuditedEdition]) -> [(path: String, edition: Int)] {
    var files: [(path: String, edition: Int)] = []
    var rest = editions.map { $0.paths[...] }
    while let first = rest.compactMap(\.first).min(by: { $0.precedesInBytes($1) }) {
      for number in rest.indices where rest[number].first == first {
        files.append((rest[number].removeFirst(), number))
      }
    }
    return files
  }
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
