/// Looks for marks that readers may not see: `(S)`, `TS//BRAVO` anywhere, marks with a sign in them,
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
  /// Marks with a sign in them, and who may not see them.
  private let signed: [(mark: [UInt8], withheld: Readers)]
  /// Marks of levels as bytes, who may not see them, and whether one begins with a byte.
  private let levels: [(mark: [UInt8], withheld: Readers)]
  private let isFirst: [Bool]
  private let all: Readers

  init(policy: AuditPolicy) {
    self.policy = policy
    let all = Readers.all(policy.readers.count)
    levels = policy.levels.enumerated().map { level, step in
      (Array(step.mark.utf8), all.subtracting(policy.mayRead(AuditLabel(level: level))))
    }
    signed = levels.filter { mark, _ in
      mark.count >= 3 && mark.contains { Letters.kinds[Int($0)] == Letters.Kind.gap.rawValue }
    }
    let first = Set(levels.compactMap(\.mark.first))
    isFirst = (0...UInt8.max).map(first.contains)
    self.all = all
  }

  /// The marks that stand in a text and that the reader of `keys` may not see, and where.
  func found(in text: [UInt8], _ keys: inout Watch.Keys) -> [(mark: String, offset: Int)] {
    text.withUnsafeBufferPointer { text in
      var result = inBrackets(text, &keys) + joined(text, &keys)
      for (mark, withheld) in signed where keys.matters(to: withheld) {
        let places = mark.withUnsafeBufferPointer { MarkSearch.places(of: $0, in: text) }
        let found = places.filter { keys.withhold(from: withheld, at: $0) }
        if let place = found.first { result.append((String(decoding: mark, as: UTF8.self), place)) }
      }
      return Array((result + wholes(text, &keys)).prefix(MarkSearch.most))
    }
  }

  /// The label that bytes are, if the reader of `keys` may not have it.
  private func above(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ keys: inout Watch.Keys
  ) -> String? {
    let bytes = UnsafeBufferPointer(rebasing: text[range])
    let place = range.lowerBound
    guard let first = bytes.first, isFirst[Int(first)],
      let level = levels.first(where: { MarkSearch.begins(bytes, with: $0.mark) })
    else { return nil }
    // Most are a level and nothing else.
    if bytes.count == level.mark.count {
      return keys.withhold(from: level.withheld, at: place)
        ? String(decoding: bytes, as: UTF8.self) : nil
    }
    let text = String(decoding: bytes.filter { $0 != Letters.fill }, as: UTF8.self)
    guard let label = policy.label(text),
      keys.withhold(from: all.subtracting(policy.mayRead(label)), at: place)
    else { return nil }
    return text
  }

  /// Whether bytes are a level, alone or with more of a label behind it.
  private static func begins(
    _ bytes: UnsafeBufferPointer<UInt8>, with level: [UInt8]
  ) -> Bool {
    guard bytes.starts(with: level) else { return false }
    let next = bytes.dropFirst(level.count).first { $0 > 0x20 }
    return next == nil || next == UInt8(ascii: "/")
  }

  /// Marks in round brackets.
  private func inBrackets(
    _ text: UnsafeBufferPointer<UInt8>, _ keys: inout Watch.Keys
  ) -> [(String, Int)] {
    var result: [(String, Int)] = []
    var index = 0
    while let open = ByteSearch.first(UInt8(ascii: "("), in: text, from: index),
      result.count < MarkSearch.most
    {
      index = open + 1
      guard index < text.count, isFirst[Int(text[index])],
        let close = text[index...].prefix(200).firstIndex(of: UInt8(ascii: ")"))
      else { continue }
      if let mark = above(text, index..<close, &keys) { result.append(("(\(mark))", open)) }
    }
    return result
  }

  /// Levels with compartments or release lists: `TS//BRAVO`.
  private func joined(
    _ text: UnsafeBufferPointer<UInt8>, _ keys: inout Watch.Keys
  ) -> [(String, Int)] {
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
      if start < bar, let mark = above(text, start..<end, &keys) {
        result.append((mark, start))
      }
    }
    return result
  }

  // MARK: - Whole texts

  /// Texts that are a mark and nothing else: of two letters or more, or behind a name that says so.
  private func wholes(
    _ text: UnsafeBufferPointer<UInt8>, _ keys: inout Watch.Keys
  ) -> [(String, Int)] {
    var result: [(String, Int)] = []
    var start = 0
    var isNamed = false
    // Where such a name is.
    var name: Int?
    while result.count < MarkSearch.most {
      start = MarkSearch.skipEmpty(text, start, text.count)
      guard start < text.count else { break }
      if text[start] == Letters.gone {
        // What is gone can be the value.
        (isNamed, name) = (false, nil)
        start += 1
        continue
      }
      let end = ByteSearch.first(Letters.end, or: 0x0A, in: text, from: start, to: text.count)
      let first = text[start]
      if !isNamed, !isFirst[Int(first)], !MarkSearch.isLetter(first | 0x20) {
        start = end
        continue
      }
      var range = MarkSearch.bare(text, start..<end)
      start = end
      if range.count > MarkSearch.longest {
        (isNamed, name) = (false, nil)
        continue
      }
      if let value = MarkSearch.value(in: text, range) {
        // `banner: "S"`, or `banner` and its value in the next text.
        isNamed = true
        name = range.lowerBound
        range = MarkSearch.bare(text, value)
        if range.isEmpty { continue }
      } else if range.count == 1, text[range.lowerBound] == UInt8(ascii: ":") {
        continue
      }
      if isNamed || range.count > 1, isFirst[Int(text[range.lowerBound])],
        let mark = above(text, range, &keys)
      {
        result.append((mark, range.lowerBound))
      }
      // Without the line that has the name, the value would say nothing.
      if let place = name, text[place..<range.lowerBound].contains(0x0A) {
        keys.hold(at: place)
      }
      (isNamed, name) = (false, nil)
    }
    return result
  }

  /// A range without white space, quotation marks and filled places at its ends.
  private static func bare(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Range<Int> {
    let start = skipEmpty(text, range.lowerBound, range.upperBound)
    var end = range.upperBound
    while end > start, isEmpty(text[end - 1]) { end -= 1 }
    return start..<end
  }

  /// The first place from `start` on, or the end, that is not white space, a quotation mark or filled
  /// up.
  @inline(__always)
  private static func skipEmpty(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int {
    // Where a tag was taken out, many are filled up.
    let raw = UnsafeRawBufferPointer(text)
    var start = start
    while start < end, isEmpty(text[start]) {
      start &+= 1
      while start &+ 8 <= end, raw.loadUnaligned(fromByteOffset: start, as: UInt64.self) == 0 {
        start &+= 8
      }
    }
    return start
  }

  @inline(__always)
  private static func isEmpty(_ byte: UInt8) -> Bool {
    byte <= 0x20 && byte != Letters.gone || byte == UInt8(ascii: "\"")
      || byte == UInt8(ascii: "'") || byte == UInt8(ascii: ",")
  }

  /// What is behind a name whose value is a mark, at the end of which only signs may stand.
  private static func value(
    in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Range<Int>? {
    guard isLetter(text[range.lowerBound] | 0x20) else { return nil }
    // No name is longer.
    let most = min(range.upperBound, range.lowerBound + 25)
    let end = ByteSearch.first(
      UInt8(ascii: ":"), or: UInt8(ascii: "="), in: text, from: range.lowerBound, to: most)
    guard end - range.lowerBound <= 24, ends.contains(text[end - 1]) else { return nil }
    var start = end
    while start > range.lowerBound, isLetter(text[start - 1]) { start -= 1 }
    guard names.contains(where: { text[start..<end].elementsEqual($0.utf8) }) else { return nil }
    return min(end + 1, range.upperBound)..<range.upperBound
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

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
