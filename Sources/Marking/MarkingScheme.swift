/// The marks that a publication knows, and how labels are written with them.
///
/// Nothing here knows a level by name: the ladder is data of the policy.
public struct MarkingScheme: Hashable, Sendable {
  /// Marks of the levels, lowest first.
  public let levels: [String]
  /// Marks of the compartments, in the policy's order.
  public let compartments: [String]
  /// Marks of the groups, in the policy's order.
  public let groups: [String]
  /// The levels' names in all languages, in the order of `levels`.
  public let levelNames: [[String]]
  /// The levels' names and how people shorten them, in the order of `levels`.
  public let levelSpellings: [[String]]

  private let levelPositions: [String: Int]
  private let compartmentPositions: [String: Int]
  private let groupPositions: [String: Int]
  let shape: LabelShape

  /// A scheme of these marks.
  public init(
    levels: [String], compartments: [String] = [], groups: [String] = [],
    levelNames: [[String]] = []
  ) {
    self.levels = levels
    self.compartments = compartments
    self.groups = groups
    self.levelNames = levelNames
    levelPositions = MarkingScheme.positions(levels)
    compartmentPositions = MarkingScheme.positions(compartments)
    groupPositions = MarkingScheme.positions(groups)
    levelSpellings = LevelSpellings.all(of: levelNames)
    shape = LabelShape(marks: levels, names: levelSpellings.flatMap { $0 })
  }

  private static func positions(_ marks: [String]) -> [String: Int] {
    Dictionary(zip(marks, marks.indices), uniquingKeysWith: { first, _ in first })
  }

  /// The label that covers every other: the highest level and all compartments.
  public var highest: Label {
    Label(level: max(0, levels.count - 1), compartments: Array(compartments.indices))
  }

  /// The level marked so, by position.
  public func level(_ mark: some StringProtocol) -> Int? { levelPositions[String(mark)] }

  /// The compartment marked so, by position.
  public func compartment(_ mark: some StringProtocol) -> Int? {
    compartmentPositions[String(mark)]
  }

  /// The group marked so, by position.
  public func group(_ mark: some StringProtocol) -> Int? { groupPositions[String(mark)] }

  /// Reads `LEVEL`, `LEVEL//COMPARTMENT/…`, with `//REL TO GROUP, …` behind either; `REL` stands
  /// for `REL TO`. Nil for everything else, a mark in another case and a stray space included.
  public func label(_ text: some StringProtocol) -> Label? {
    if let level = levelPositions[String(text)] { return Label(level: level) }
    var parts = MarkingScheme.split(text, at: "//")
    guard let first = parts.first, let level = levelPositions[first] else { return nil }
    parts.removeFirst()
    guard parts.count <= 2, !parts.isEmpty else { return nil }
    var release: [Int]?
    if let list = parts.last.flatMap(MarkingScheme.releaseList) {
      guard let known = positions(of: list, in: groupPositions) else { return nil }
      release = known
      parts.removeLast()
    }
    guard parts.count <= 1 else { return nil }
    var held: [Int] = []
    if let list = parts.first {
      guard
        let known = positions(
          of: MarkingScheme.split(list, at: "/"), in: compartmentPositions)
      else { return nil }
      held = known
    }
    return Label(level: level, compartments: held, release: release)
  }

  /// The label as it is printed: compartments and groups in the policy's order.
  ///
  /// - Parameter clearance: names only the compartments and groups that it holds; an empty list is
  ///   left out.
  public func text(_ label: Label, for clearance: Clearance? = nil) -> String {
    var result = levels.indices.contains(label.level) ? levels[label.level] : "?"
    let held = label.compartments.filter { clearance?.compartments.contains($0) ?? true }
    if !held.isEmpty { result += "//" + held.map { compartments[$0] }.joined(separator: "/") }
    let list = (label.release ?? []).filter { clearance?.groups.contains($0) ?? true }
    if !list.isEmpty { result += "//REL TO " + list.map { groups[$0] }.joined(separator: ", ") }
    return result
  }

  private func positions(of marks: [String], in known: [String: Int]) -> [Int]? {
    var result: [Int] = []
    for mark in marks {
      guard let position = known[mark] else { return nil }
      result.append(position)
    }
    return result.isEmpty ? nil : result
  }

  private static func releaseList(_ part: String) -> [String]? {
    for lead in ["REL TO ", "REL "] where part.hasPrefix(lead) {
      return split(part.dropFirst(lead.count), at: ",").map { group in
        String(group.drop { $0 == " " })
      }
    }
    return nil
  }

  private static func split(_ text: some StringProtocol, at separator: String) -> [String] {
    let bytes = Array(text.utf8)
    let wanted = Array(separator.utf8)
    var parts: [String] = []
    var start = 0
    var index = 0
    while index + wanted.count <= bytes.count {
      if bytes[index..<index + wanted.count].elementsEqual(wanted) {
        parts.append(String(decoding: bytes[start..<index], as: UTF8.self))
        index += wanted.count
        start = index
      } else {
        index += 1
      }
    }
    parts.append(String(decoding: bytes[start...], as: UTF8.self))
    return parts
  }

  /// Whether a mark is written as marks have to be: `[A-Z][A-Z0-9:+.-]*`.
  public static func isMark(_ text: some StringProtocol) -> Bool {
    var first = true
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): break
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ":"), UInt8(ascii: "+"),
        UInt8(ascii: "."), UInt8(ascii: "-"):
        if first { return false }
      default: return false
      }
      first = false
    }
    return !first
  }
}
