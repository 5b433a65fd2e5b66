/// Looks for marks that a reader may not see: `(S)`, and marks of two letters or more with a sign in
/// them, which are no words, as `TLP:RED`.
struct MarkSearch: Sendable {
  private let policy: AuditPolicy
  private let reader: AuditReader
  /// Marks with a sign in them that are above this reader.
  private let signed: [[UInt8]]

  init(policy: AuditPolicy, reader: AuditReader) {
    self.policy = policy
    self.reader = reader
    signed = policy.levels.dropFirst(reader.level + 1).map { Array($0.mark.utf8) }.filter { mark in
      mark.count >= 3 && mark.contains { Letters.kinds[Int($0)] == Letters.Kind.gap.rawValue }
    }
  }

  /// The marks that stand in a text, and where.
  func found(in text: [UInt8]) -> [(mark: String, offset: Int)] {
    text.withUnsafeBufferPointer { found(in: $0) }
  }

  private func found(in text: UnsafeBufferPointer<UInt8>) -> [(mark: String, offset: Int)] {
    var result: [(String, Int)] = []
    var index = 0
    while let open = ByteSearch.first(UInt8(ascii: "("), in: text, from: index),
      result.count < 20
    {
      index = open + 1
      guard index < text.count, (0x41...0x5A).contains(text[index]),
        let close = text[index...].prefix(200).firstIndex(of: UInt8(ascii: ")"))
      else { continue }
      let inside = String(decoding: text[index..<close], as: UTF8.self)
      if let label = policy.label(inside), !reader.mayRead(label) {
        result.append(("(\(inside))", open))
      }
    }
    for mark in signed where result.count < 20 {
      if let place = MarkSearch.place(of: mark, in: text) {
        result.append((String(decoding: mark, as: UTF8.self), place))
      }
    }
    return result
  }

  /// Where `mark` stands by itself in `text`.
  private static func place(of mark: [UInt8], in text: UnsafeBufferPointer<UInt8>) -> Int? {
    mark.withUnsafeBufferPointer { mark in
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
  }

  /// Whether a mark goes on with this byte.
  private static func isPart(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ":")
  }
}
