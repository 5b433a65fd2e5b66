/// Looks for marks that a reader may not see: `(S)`, `TS//BRAVO` anywhere, marks with a sign in them,
/// as `TLP:RED`, and whole texts and values that are a mark.
struct MarkSearch: Sendable {
  /// The most marks that are told of one text.
  private static let most = 20
  /// The most bytes of a text that can be a mark.
  private static let longest = 160
  /// Members and attributes whose value is a mark, however short.
  private static let names = ["mark", "marking", "banner", "classification"]

  private static let ends = names.compactMap(\.utf8.last)

  private let policy: AuditPolicy
  private let reader: AuditReader
  /// Marks with a sign in them that are above this reader.
  private let signed: [[UInt8]]
  /// Marks of levels as bytes, and whether one begins with a byte.
  private let levels: [[UInt8]]
  private let isFirst: [Bool]

  init(policy: AuditPolicy, reader: AuditReader) {
    self.policy = policy
    self.reader = reader
    signed = policy.levels.dropFirst(reader.level + 1).map { Array($0.mark.utf8) }.filter { mark in
      mark.count >= 3 && mark.contains { Letters.kinds[Int($0)] == Letters.Kind.gap.rawValue }
    }
    levels = policy.levels.map { Array($0.mark.utf8) }
    let first = Set(levels.compactMap(\.first))
    isFirst = (0...UInt8.max).map(first.contains)
  }

  /// The marks that stand in a text, and where.
  func found(in text: [UInt8]) -> [(mark: String, offset: Int)] {
    text.withUnsafeBufferPointer { text in
      var result = inBrackets(text) + joined(text)
      for mark in signed {
        let place = mark.withUnsafeBufferPointer { MarkSearch.place(of: $0, in: text) }
        if let place {
          result.append((String(decoding: mark, as: UTF8.self), place))
        }
      }
      return Array((result + wholes(text)).prefix(MarkSearch.most))
    }
  }

  /// The label that bytes are, if this reader may not have it.
  private func above(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    guard let first = bytes.first, isFirst[Int(first)],
      let level = levels.firstIndex(where: { MarkSearch.begins(bytes, with: $0) })
    else { return nil }
    // Most are a level that the reader may see.
    if bytes.count == levels[level].count, level <= reader.level { return nil }
    let text = String(decoding: bytes.filter { $0 != Letters.fill }, as: UTF8.self)
    guard let label = policy.label(text), !reader.mayRead(label) else { return nil }
    return text
  }

  /// Whether bytes are a level, alone or with more of a label behind it.
  private static func begins(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, with level: [UInt8]
  ) -> Bool {
    guard bytes.starts(with: level) else { return false }
    let next = bytes.dropFirst(level.count).first { $0 > 0x20 }
    return next == nil || next == UInt8(ascii: "/")
  }

  /// Marks in round brackets.
  private func inBrackets(_ text: UnsafeBufferPointer<UInt8>) -> [(String, Int)] {
    var result: [(String, Int)] = []
    var index = 0
    while let open = ByteSearch.first(UInt8(ascii: "("), in: text, from: index),
      result.count < MarkSearch.most
    {
      index = open + 1
      guard index < text.count, isFirst[Int(text[index])],
        let close = text[index...].prefix(200).firstIndex(of: UInt8(ascii: ")"))
      else { continue }
      if let mark = above(text[index..<close]) { result.append(("(\(mark))", open)) }
    }
    return result
  }

  /// Levels with compartments or release lists: `TS//BRAVO`.
  private func joined(_ text: UnsafeBufferPointer<UInt8>) -> [(String, Int)] {
    var result: [(String, Int)] = []
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
      if start < bar, let mark = above(text[start..<end]) {
        result.append((mark, start))
      }
    }
    return result
  }

  // MARK: - Whole texts

  /// Texts that are a mark and nothing else: of two letters or more, or behind a name that says so.
  private func wholes(_ text: UnsafeBufferPointer<UInt8>) -> [(String, Int)] {
    var result: [(String, Int)] = []
    var start = 0
    var (blockEnd, lineEnd) = (-1, -1)
    var isNamed = false
    while start < text.count, result.count < MarkSearch.most {
      if blockEnd < start {
        blockEnd = ByteSearch.first(Letters.end, in: text, from: start) ?? text.count
      }
      if lineEnd < start { lineEnd = ByteSearch.first(0x0A, in: text, from: start) ?? text.count }
      let end = min(blockEnd, lineEnd)
      var range = MarkSearch.bare(text, start..<end)
      start = end + 1
      guard let first = range.first else { continue }
      guard range.count <= MarkSearch.longest else {
        isNamed = false
        continue
      }
      if let value = MarkSearch.value(in: text[range]) {
        // `banner: "S"`, or `banner` and its value in the next text.
        isNamed = true
        range = MarkSearch.bare(text, value)
        if range.isEmpty { continue }
      } else if text[first] == UInt8(ascii: ":"), range.count == 1 {
        continue
      }
      if isNamed || range.count > 1, let mark = above(text[range]) {
        result.append((mark, range.lowerBound))
      }
      isNamed = false
    }
    return result
  }

  /// A range without white space, quotation marks and filled places at its ends.
  private static func bare(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Range<Int> {
    func isEmpty(_ byte: UInt8) -> Bool {
      byte <= 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
        || byte == UInt8(ascii: ",")
    }
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isEmpty(text[start]) { start += 1 }
    while end > start, isEmpty(text[end - 1]) { end -= 1 }
    return start..<end
  }

  /// What is behind a name whose value is a mark, at the end of which only signs may stand.
  private static func value(in text: Slice<UnsafeBufferPointer<UInt8>>) -> Range<Int>? {
    guard let first = text.first, (0x61...0x7A).contains(first | 0x20) else { return nil }
    let name = text.prefix(25).prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "=") }
    guard name.count <= 24, let end = name.last, ends.contains(end) else { return nil }
    let last = name.suffix(while: { (0x61...0x7A).contains($0) })
    guard names.contains(where: { last.elementsEqual($0.utf8) }) else { return nil }
    return (name.endIndex == text.endIndex ? name.endIndex : name.endIndex + 1)..<text.endIndex
  }

  // MARK: - Places

  /// Where `mark` stands by itself in `text`.
  static func place(
    of mark: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    var index = 0
    while let start = ByteSearch.first(mark, in: text, from: index) {
      index = start + 1
      let end = start + mark.count
      let isWhole =
        (start == 0 || !isPart(text[start - 1])) && (end == text.count || !isPart(text[end]))
      if isWhole { return start }
    }
    return nil
  }

  /// Whether a mark goes on with this byte.
  private static func isPart(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ":")
  }
}

extension BidirectionalCollection<UInt8> {
  /// The longest end of which all bytes are of a kind.
  fileprivate func suffix(while isOfKind: (UInt8) -> Bool) -> SubSequence {
    var start = endIndex
    while start > startIndex, isOfKind(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}
