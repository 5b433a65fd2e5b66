/// The text of a field as it is read, and as it is released once its marks are gone.
public enum FoldedText {
  /// A text with one space for each run of white space, and none at its ends.
  public static func bytes(of text: String) -> [UInt8] {
    foldedASCII(text) ?? Array(text.split { $0.isWhitespace }.joined(separator: " ").utf8)
  }

  /// The same, where every byte is a character; nil where one is not.
  private static func foldedASCII(_ text: String) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var isParted = false
    for byte in text.utf8 {
      guard byte < 0x80 else { return nil }
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        isParted = true
      } else {
        if isParted, !result.isEmpty { result.append(0x20) }
        isParted = false
        result.append(byte)
      }
    }
    return result
  }
}
