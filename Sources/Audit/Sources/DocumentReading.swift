internal import Calendar

/// Reads a briefing: front matter, then body.
struct DocumentReading {
  private static let shown: Set<String> = ["kind", "language", "issued", "status", "expires"]
  private static let unshown: Set<String> = [
    "id", "classification", "compilation", "unmarked", "audiences", "embargo", "downgrade",
    "remarks",
  ]
  let policy: ReadPolicy
  let asOf: Day

  /// The document in `bytes`; nil where it has no front matter that can be read.
  ///
  /// A line of comment, the name of the file and the remarks are kept as text that reaches no
  /// edition.
  func read(path: String, bytes: [UInt8]) -> ReadDocument? {
    let lines = SourceLine.all(of: bytes)
    guard let first = lines.first, first.trimmed == Array("---".utf8),
      let end = lines.dropFirst().firstIndex(where: { $0.trimmed == Array("---".utf8) })
    else { return nil }
    let front = lines[1..<end]
    let yaml = Array(front.map(\.text).joined(separator: [0x0A]))
    guard let root = YAMLTree.read(yaml, firstLine: 2) else { return nil }
    let names = Dictionary(
      policy.audiences.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { a, _ in a })
    var document = ReadDocument(
      path: path, labels: LabelBook(marks: policy.marks, downgrades: downgrades(root)))
    let defaults = readAdministration(root, into: &document, names)
    var fields = FrontReading(
      path: path, defaults: defaults, audiences: names, labels: document.labels)
    for pair in root.pairs where !Self.unshown.contains(pair.key) && !Self.shown.contains(pair.key)
    {
      fields.read(pair.key, pair.value)
    }
    let body = BodyReading.read(
      lines[(end + 1)...], defaults: defaults, labels: fields.labels, audiences: names)
    document.passages = fields.passages + body.passages
    document.uses = fields.uses
    document.labels = body.labels
    document.hidden += hidden(path, front, root, document.passages)
    return document
  }

  private func readAdministration(
    _ root: YAMLTree, into document: inout ReadDocument, _ names: [String: Int]
  ) -> Defaults {
    document.id = root["id"]?.text ?? ""
    document.status = root["status"]?.text ?? ""
    document.plain = Self.shown.sorted().flatMap { root[$0]?.texts(in: document.path) ?? [] }
    func positions(_ value: YAMLTree?) -> Set<Int>? {
      value.map { Set($0.elements.compactMap { $0.text.flatMap { names[$0] } }) }
    }
    document.audiences = positions(root["audiences"])
    if let compilation = root["compilation"] {
      document.releaseTo = positions(compilation["release-to"]) ?? []
    }
    if let embargo = root["embargo"] {
      document.embargo = embargo.text.flatMap { Day($0) }
      for pair in embargo.pairs {
        if let position = names[pair.key], let day = pair.value.text.flatMap({ Day($0) }) {
          document.embargoes[position] = day
        }
      }
    }
    func label(_ key: String) -> Int? {
      root[key]?.text.map { document.labels.read(Array($0.utf8)) ?? document.labels.nobody() }
    }
    document.classification = label("classification") ?? document.labels.nobody()
    return Defaults(unmarked: label("unmarked"), classification: document.classification)
  }

  /// What levels count as: each by its latest downgrade in force, and never as a higher one.
  private func downgrades(_ root: YAMLTree) -> [Int: Int] {
    var result: [Int: Int] = [:]
    var since: [Int: Day] = [:]
    let entries = root["downgrade"].map { $0.pairs.isEmpty ? $0.elements : [$0] } ?? []
    for entry in entries {
      guard let day = entry["date"]?.text.flatMap({ Day($0) }), day <= asOf,
        let from = entry["from"]?.text.flatMap({ policy.marks.levels[Array($0.utf8)] }),
        let to = entry["to"]?.text.flatMap({ policy.marks.levels[Array($0.utf8)] }), to < from
      else { continue }
      if let known = since[from], known > day { continue }
      since[from] = day
      result[from] = to
    }
    return result
  }

  private func hidden(
    _ path: String, _ front: ArraySlice<SourceLine>, _ root: YAMLTree, _ passages: [Passage]
  ) -> [SourceText] {
    let stem = path.split(separator: "/").last.map { $0.prefix { $0 != "." } } ?? ""
    var texts = [SourceText(bytes: Array(stem.utf8), file: path, line: 1)]
    texts += root["remarks"]?.texts(in: path) ?? []
    texts += root["compilation"]?["reason"]?.texts(in: path) ?? []
    for line in front where line.trimmed.first == UInt8(ascii: "#") {
      texts.append(SourceText(bytes: line.trimmed, file: path, line: line.number))
    }
    for passage in passages {
      for piece in passage.pieces {
        texts += MarkdownText.fileNames(in: piece.text).map {
          SourceText(bytes: $0, file: path, line: passage.line)
        }
      }
    }
    return texts
  }
}
