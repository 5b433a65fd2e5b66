/// Cuts text into words as the search knows them: runs of letters and digits, folded.
///
/// What follows an apostrophe is a word of its own if it has more than two letters (`foto's` is
/// `foto`). Words of one character or of more than 64 bytes are left out. The script of the search
/// page cuts what a reader types in the same way.
enum WordCutter {
  static let longest = 64

  /// Calls `take` with each word of `text` and its hash.
  @inline(__always)
  static func cut(_ text: String, _ take: (UnsafeBufferPointer<UInt8>, UInt64) -> Void) {
    var text = text
    text.withUTF8 { bytes in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { buffer in
        var word = Word(letters: buffer)
        var index = 0
        while index < bytes.count {
          let byte = bytes[index]
          index += 1
          if byte &- 0x61 < 26 || byte &- 0x30 < 10 {
            word.append(byte)
          } else if byte &- 0x41 < 26 {
            word.append(byte | 0x20)
          } else if byte >= 0x80 {
            let (scalar, width) = WordCutter.scalar(bytes, index - 1)
            index += width - 1
            switch Folding.fold(scalar) {
            case .nothing: break
            case .bytes(let folded): for byte in folded { word.append(byte) }
            case .end: word.end(isApostrophe: scalar == "\u{2019}", take)
            }
          } else if word.length > 0 || word.isLate {
            word.end(isApostrophe: byte == UInt8(ascii: "'"), take)
          }
        }
        word.end(isApostrophe: false, take)
      }
    }
  }

  /// The word that is under way.
  private struct Word {
    let letters: UnsafeMutableBufferPointer<UInt8>
    /// How many bytes it has, also where they are too many to keep.
    var length = 0
    /// Whether an apostrophe stands before it.
    var isLate = false
    private var hash = WordHash()

    init(letters: UnsafeMutableBufferPointer<UInt8>) { self.letters = letters }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
      if length < WordCutter.longest { letters[length] = byte }
      length += 1
      hash.add(byte)
    }

    @inline(__always)
    mutating func end(
      isApostrophe: Bool, _ take: (UnsafeBufferPointer<UInt8>, UInt64) -> Void
    ) {
      let isTail = isLate && length <= 2
      isLate = isApostrophe && length > 0
      if length > 1, length <= WordCutter.longest, !isTail {
        take(UnsafeBufferPointer(rebasing: letters[..<length]), hash.value)
      }
      length = 0
      hash = WordHash()
    }
  }

  /// The scalar at `index`, which is not ASCII, and its length in bytes.
  private static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int
  ) -> (Unicode.Scalar, Int) {
    let lead = bytes[index]
    let width = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    var value = UInt32(lead) & (0xFF >> UInt32(width + 1))
    for byte in bytes[index...].dropFirst().prefix(width - 1) {
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return (Unicode.Scalar(value) ?? " ", width)
  }
}
