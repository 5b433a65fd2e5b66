/// The policy of a publication as the audit reads it, for some of its audiences.
final class AuditPolicy: Sendable {
  /// The steps of the ladder, the lowest first: marks, and names in all languages.
  let levels: [(mark: String, names: [String])]
  /// Compartments and groups, with their names.
  let compartments: [(mark: String, names: [String])]
  let groups: [(mark: String, names: [String])]
  /// The audiences that are looked after.
  let readers: [AuditReader]
  /// The names of all audiences by id, and where their sites are.
  let audienceNames: [(id: String, names: [String])]
  /// The terms of the vocabularies: id and names.
  let terms: [(id: String, names: [String])]
  /// The names of each term by its id.
  let names: [String: [String]]
  /// All other text of it, which every audience may know.
  let words: [String]
  /// Whether it is the policy of a released publication, in which everything is visible.
  let isReleased: Bool

  /// Reads a policy; nil where it is none.
  ///
  /// - Parameter chosen: the audiences to look after, at most `Readers.most`.
  init?(_ bytes: [UInt8], audiences chosen: [String]) {
    let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    guard let map = StrictYAML.root(isMarked ? Array(bytes.dropFirst(3)) : bytes)?.map,
      let marks = map["classification"]?.map, let ladder = marks["levels"]?.list,
      let audiences = map["audiences"]?.map
    else { return nil }
    levels = ladder.map(AuditPolicy.named)
    compartments = marks["compartments"]?.list?.map(AuditPolicy.named) ?? []
    groups = marks["groups"]?.list?.map(AuditPolicy.named) ?? []
    audienceNames = audiences.map {
      ($0.key, ["name", "base-url"].flatMap { [value = $0.value] in value.map?[$0]?.texts ?? [] })
    }
    var readers: [AuditReader] = []
    for (id, value) in audiences {
      guard chosen.contains(id), let fields = value.map else { continue }
      guard let level = levels.firstIndex(where: { $0.mark == fields["clearance"]?.string })
      else { return nil }
      readers.append(
        AuditReader(
          id: id, level: level, compartments: AuditPolicy.list(fields["compartments"]),
          groups: AuditPolicy.list(fields["groups"]),
          keepsSentences: fields["inline"]?.string == "token"))
    }
    self.readers = readers
    terms = ["topics", "sectors", "regions", "interests"].flatMap { vocabulary in
      map[vocabulary]?.map?.map {
        ($0.key, $0.value.texts)
      } ?? []
    }
    let known = ["classification", "audiences", "topics", "sectors", "regions", "interests"]
    names = Dictionary(terms.map { ($0.id, $0.names) }, uniquingKeysWith: { first, _ in first })
    let others = map.filter { !known.contains($0.key) }.flatMap(\.value.texts)
    // An address is shown without its scheme.
    let addresses = others.compactMap { text in
      text.hasPrefix("mailto:") || text.hasPrefix("tel:")
        ? text.split(separator: ":", maxSplits: 1).last.map(String.init) : nil
    }
    words = others + addresses + (marks["grounds"]?.texts ?? [])
    isReleased = map["released"] != nil
  }

  /// The number of a level by its mark.
  func level(_ mark: some StringProtocol) -> Int? { levels.firstIndex { $0.mark == mark } }

  /// The label that `text` is, such as `S//BRAVO/DELTA//REL TO NLD, BEL`; nil where it is none.
  ///
  /// - Parameter steps: what each level is read as, where a downgrade is in force.
  func label(_ text: some StringProtocol, steps: [Int] = []) -> AuditLabel? {
    // Most labels are a level and nothing else.
    if let level = level(text) {
      return AuditLabel(level: level < steps.count ? steps[level] : level)
    }
    guard levels.contains(where: { text.utf8.drop { $0 <= 0x20 }.starts(with: $0.mark.utf8) })
    else { return nil }
    let parts = text.split(separator: "//", omittingEmptySubsequences: false)
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    guard let first = parts.first, let level = level(first) else { return nil }
    var result = AuditLabel(level: level < steps.count ? steps[level] : level)
    for part in parts.dropFirst() {
      if part == "REL" || part.hasPrefix("REL ") {
        let rest = part.dropFirst(part.hasPrefix("REL TO") ? 6 : 3)
        let names = rest.split(whereSeparator: { $0 == "," || $0 == " " }).map(String.init)
        guard !names.isEmpty, names.allSatisfy({ name in groups.contains { $0.mark == name } })
        else { return nil }
        result.groups = Set(names)
      } else {
        let names = part.split(separator: "/").map { $0.trimmingSpaces }
        guard !names.isEmpty,
          names.allSatisfy({ name in compartments.contains { $0.mark == name } })
        else { return nil }
        result.compartments.formUnion(names)
      }
    }
    return result
  }

  /// The audiences that may read what has the label.
  func mayRead(_ label: AuditLabel) -> Readers {
    var result: Readers = []
    for (number, reader) in readers.enumerated() where reader.mayRead(label) {
      result.insert(Readers(number))
    }
    return result
  }

  /// The level of an audience's clearance.
  func level(of reader: Readers) -> Int {
    readers.indices.first { reader == Readers($0) }.map { readers[$0].level } ?? 0
  }

  /// The audiences of these ids.
  func readers(named ids: [String]) -> Readers {
    var result: Readers = []
    for (number, reader) in readers.enumerated() where ids.contains(reader.id) {
      result.insert(Readers(number))
    }
    return result
  }

  /// The audiences whose sentences keep a token in place of a part.
  var keepingSentences: Readers {
    var result: Readers = []
    for (number, reader) in readers.enumerated() where reader.keepsSentences {
      result.insert(Readers(number))
    }
    return result
  }

  private static func named(_ node: Field) -> (mark: String, names: [String]) {
    (node.map?["mark"]?.string ?? "", node.map?["name"]?.texts ?? [])
  }

  private static func list(_ node: Field?) -> Set<String> {
    Set(node?.list?.compactMap(\.string) ?? node?.string.map { [$0] } ?? [])
  }
}

extension StringProtocol {
  /// The text without spaces at either end.
  var trimmingSpaces: String {
    var rest = Substring(self)
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
