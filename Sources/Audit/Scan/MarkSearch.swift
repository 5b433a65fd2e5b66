/// Looks for marks that readers may not see: `(S)`, `TS//BRAVO` anywhere, marks with a sign in them,
/// as `TLP:RED`, and whole texts and values that are a mark.
struct MarkSearch: Sendable {
  /// The most different marks of one kind that are told of one text.
  static let most = 40

  /// A mark, where it is, and whether a name such as `banner` stands before it.
  typealias Found = (mark: String, offset: Int, isNamed: Bool)

  private let policy: AuditPolicy
  /// Marks with a sign in them, and who may not see them.
  private let signed: [(mark: [UInt8], withheld: Readers)]
  /// Marks of levels, who may not see them, and whether one begins with a byte.
  let levels: LevelMarks
  private let withheld: [Readers]
  let isFirst: [Bool]
  private let all: Readers

  init(policy: AuditPolicy) {
    self.policy = policy
    let all = Readers.all(policy.readers.count)
    levels = LevelMarks(marks: policy.levels.map { Array($0.mark.utf8) })
    withheld = policy.levels.indices.map { all.subtracting(policy.mayRead(AuditLabel(level: $0))) }
    signed = Array(zip(levels.marks, withheld)).filter { mark, _ in
      mark.count >= 3 && mark.contains { Letters.kinds[Int($0)] == Letters.Kind.gap.rawValue }
    }
    let first = Set(levels.marks.compactMap(\.first))
    isFirst = (0...UInt8.max).map(first.contains)
    self.all = all
  }

  /// The marks that stand in a text and that the reader of `keys` may not see, and where.
  func found(in text: [UInt8], _ keys: inout Watch.Keys) -> [Found] {
    text.withUnsafeBufferPointer { text in
      var result = MarkSearch.brackets.flatMap { inBrackets(text, $0, $1, &keys) }
      result += joined(text, &keys) + containers(text, &keys)
      for (mark, withheld) in signed where keys.matters(to: withheld) {
        let places = mark.withUnsafeBufferPointer { MarkSearch.places(of: $0, in: text) }
        let found = places.filter { keys.withhold(from: withheld, at: $0) }
        if let place = found.first {
          result.add((String(decoding: mark, as: UTF8.self), place, false))
        }
      }
      return result + wholes(text, &keys)
    }
  }

  /// The label that bytes are, if the reader of `keys` may not have it.
  func above(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ keys: inout Watch.Keys
  ) -> String? {
    let bytes = UnsafeBufferPointer(rebasing: text[range])
    let place = range.lowerBound
    guard let first = bytes.first, isFirst[Int(first)],
      let level = levels.level(of: bytes)
    else { return nil }
    // Most are a level and nothing else.
    if bytes.count == levels.marks[level].count {
      return keys.withhold(from: withheld[level], at: place)
        ? String(decoding: bytes, as: UTF8.self) : nil
    }
    let letters = bytes.filter { $0 != Letters.fill && $0 != Letters.seam }
    let text = String(decoding: Shape.trimmed(letters[...]), as: UTF8.self)
    guard let label = policy.label(text),
      keys.withhold(from: all.subtracting(policy.mayRead(label)), at: place)
    else { return nil }
    return text
  }

  /// The signs around marks: of portions and inside a text.
  private static let brackets = [
    (UInt8(ascii: "("), [UInt8(ascii: ")")]), (UInt8(ascii: "{"), Array("}|".utf8)),
  ]

  /// Marks in brackets of a kind.
  private func inBrackets(
    _ text: UnsafeBufferPointer<UInt8>, _ open: UInt8, _ close: [UInt8], _ keys: inout Watch.Keys
  ) -> [Found] {
    var result: [Found] = []
    var index = 0
    while let place = ByteSearch.first(open, in: text, from: index), result.count < MarkSearch.most
    {
      index = place + 1
      // Tags and spaces may stand around it.
      while index < text.count, MarkSearch.isBlank(text[index]) { index += 1 }
      guard index < text.count, isFirst[Int(text[index])],
        let end = text[index...].prefix(200).firstIndex(where: close.contains)
      else { continue }
      if let mark = above(text, index..<end, &keys) {
        let signs = open == UInt8(ascii: "(") ? ("(", ")") : ("{", "}")
        result.add((signs.0 + mark + signs.1, place, false))
      }
    }
    return result
  }

  /// Marks of containers and their versions: `::: S`, `::: tear S`.
  private func containers(
    _ text: UnsafeBufferPointer<UInt8>, _ keys: inout Watch.Keys
  ) -> [Found] {
    var result: [Found] = []
    var index = 0
    while let colon = ByteSearch.first(UInt8(ascii: ":"), in: text, from: index),
      result.count < MarkSearch.most
    {
      index = colon + 1
      while index < text.count, text[index] == UInt8(ascii: ":") { index += 1 }
      guard index - colon >= 3, index < text.count, text[index] == 0x20 else { continue }
      while index < text.count, MarkSearch.isBlank(text[index]) { index += 1 }
      if text[index...].starts(with: "tear ".utf8) { index += 5 }
      let end = text[index...].prefix(200).firstIndex { $0 <= 0x20 } ?? min(text.count, index + 200)
      if index < end, isFirst[Int(text[index])], let mark = above(text, index..<end, &keys) {
        result.add(("::: \(mark)", colon, false))
      }
    }
    return result
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == Letters.fill || byte == Letters.seam
  }

  /// Levels with compartments or release lists: `TS//BRAVO`.
  private func joined(
    _ text: UnsafeBufferPointer<UInt8>, _ keys: inout Watch.Keys
  ) -> [Found] {
    var result: [Found] = []
    var index = 0
    while let bar = ByteSearch.first(UInt8(ascii: "/"), in: text, from: index),
      result.count < MarkSearch.most
    {
      index = bar + 1
      guard index < text.count, text[index] == UInt8(ascii: "/") else { continue }
      index += 1
      var start = bar
      while start > 0, MarkSearch.isPart(text[start - 1]) { start -= 1 }
      var end = index
      while end < text.count, MarkSearch.isPart(text[end]) || text[end] == UInt8(ascii: "/") {
        end += 1
      }
      if start < bar, let mark = above(text, start..<end, &keys) {
        result.add((mark, start, false))
      }
      index = end
    }
    return result
  }

  // MARK: - Places

  /// Where `mark` stands by itself in `text`.
  static func places(
    of mark: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>
  ) -> [Int] {
    var result: [Int] = []
    var index = 0
    while let start = ByteSearch.first(mark, in: text, from: index) {
      index = start + 1
      let end = start + mark.count
      if start == 0 || !isPart(text[start - 1]), end == text.count || !isPart(text[end]) {
        result.append(start)
      }
    }
    return result
  }

  /// Whether a mark goes on with this byte.
  private static func isPart(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ":")
  }
}

extension [MarkSearch.Found] {
  /// Adds a mark, unless it was found before: each is told once.
  mutating func add(_ found: MarkSearch.Found) {
    if !contains(where: { ($0.mark, $0.isNamed) == (found.mark, found.isNamed) }) { append(found) }
  }
}
