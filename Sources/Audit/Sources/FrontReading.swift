/// Reads the fields of a document's front matter into passages.
struct FrontReading {
  private static let lists: Set<String> = [
    "interests", "vulnerabilities", "topics", "sectors", "regions", "judgements", "advice",
    "sources", "revisions",
  ]
  private let path: String
  private let defaults: Defaults
  private let audiences: [String: Int]
  var labels: LabelBook
  private(set) var passages: [Passage] = []
  private(set) var uses: [(vocabulary: String, passage: Int, id: String)] = []

  init(path: String, defaults: Defaults, audiences: [String: Int], labels: LabelBook) {
    self.path = path
    self.defaults = defaults
    self.audiences = audiences
    self.labels = labels
  }

  /// Reads a field that carries labels.
  mutating func read(_ key: String, _ value: YAMLTree) {
    switch key {
    case "related", "supersedes": break
    case "title": versions(value, Stand(), .title)
    case "summary": versions(value, Stand(), .summary)
    case "withdrawal": field(value, Stand(), .withdrawal)
    case let key where Self.lists.contains(key):
      for element in value.elements { self.element(element, of: key) }
    default: field(value, Stand(), .field)
    }
  }

  private mutating func element(_ element: YAMLTree, of key: String) {
    switch key {
    case "judgements": entry(element, main: "text")
    case "advice": entry(element, main: "do")
    case "revisions": entry(element, main: "note", isRiding: true)
    default:
      let start = passages.count
      field(element, Stand(), .field)
      guard PolicyReading.vocabularies.contains(key), passages.count == start + 1 else { return }
      let id = passages[start].pieces.flatMap(\.text)
      uses.append((key, start, Bytes.string(Bytes.trimmed(id))))
    }
  }

  /// An entry of which nothing is shown without its main text.
  ///
  /// - Parameter isRiding: whether its other fields go with the main text where they are unmarked.
  private mutating func entry(_ entry: YAMLTree, main: String, isRiding: Bool = false) {
    var stand = stand(of: entry, in: Stand())
    if let named = entry["for"] {
      let positions = named.elements.compactMap { $0.text.flatMap { audiences[$0] } }
      stand = stand.tailored(for: Set(positions))
    }
    let start = passages.count
    if let text = entry[main] { versions(text, stand, .field) }
    let needs = start..<passages.count
    if isRiding { stand.label = labels.number(of: ReadLabel(level: 0)) }
    for pair in entry.pairs where ![main, "marking", "for"].contains(pair.key) {
      field(pair.value, stand, .field)
    }
    for k in needs.upperBound..<passages.count { passages[k].needs = needs }
  }

  private mutating func field(_ value: YAMLTree, _ stand: Stand, _ kind: Passage.Kind) {
    switch value {
    case .scalar, .list: versions(value, stand, kind)
    case .map(let pairs, _):
      let inner = self.stand(of: value, in: stand)
      for pair in pairs where pair.key != "marking" { field(pair.value, inner, kind) }
    }
  }

  /// Where the fields of a mapping stand: inside its `marking:`, if it has one.
  private mutating func stand(of mapping: YAMLTree, in stand: Stand) -> Stand {
    guard let text = mapping["marking"]?.text else { return stand }
    let label = labels.read(Array(text.utf8)) ?? labels.nobody()
    return stand.labelled(labels.join(label, inside: stand.label))
  }

  /// A value, or versions of one: the first that a reader is cleared for is theirs.
  private mutating func versions(_ value: YAMLTree, _ stand: Stand, _ kind: Passage.Kind) {
    guard case .list(let values, _) = value else {
      if let text = value.text { _ = add(text, value.line, stand, kind) }
      return
    }
    var before: [[Int]] = []
    for version in values {
      guard let text = version.text else {
        field(version, stand, kind)
        continue
      }
      before.append(add(text, version.line, stand.otherwise(than: before), kind))
    }
  }

  /// Adds a portion, and gives the labels that its readers must be cleared for.
  private mutating func add(
    _ text: String, _ line: Int, _ stand: Stand, _ kind: Passage.Kind
  ) -> [Int] {
    var blocks = BlockReading(defaults: defaults, labels: labels)
    blocks.add(kind, Bytes.trimmed(Array(text.utf8)), line, stand, [], isRunning: false)
    labels = blocks.labels
    passages += blocks.passages
    var needed: [Int] = []
    for passage in blocks.passages {
      if let label = passage.stand.label { needed.append(label) }
      for bare in passage.bare where bare.inside == nil { needed.append(bare.label) }
    }
    return needed
  }
}
