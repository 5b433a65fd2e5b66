/// Pieces of a picture's bytes, by which it is told again: cleaning takes out what is no picture, and
/// leaves the compressed picture as it is.
enum PictureWindow {
  /// How many bytes a piece has.
  static let size = 64
  /// How many different bytes it has at least: areas of one colour look alike in many pictures.
  private static let variety = 24
  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// What the byte that leaves a piece counts.
  private static let last = (0..<size).reduce(UInt64(1)) { power, _ in power &* factor }

  /// Some pieces out of the middle of a picture.
  static func samples(of bytes: [UInt8]) -> [[UInt8]] {
    guard bytes.count >= 4 * size else { return [] }
    return (1...7).compactMap { part -> [UInt8]? in
      let start = bytes.count / 8 * part
      guard start + size <= bytes.count else { return nil }
      let piece = Array(bytes[start..<start + size])
      return Set(piece).count >= variety ? piece : nil
    }
  }

  /// The key of a piece.
  static func key(_ piece: [UInt8]) -> UInt64 {
    sealed(piece.reduce(0) { $0 &* factor &+ UInt64($1) })
  }

  /// Calls `body` with the key of every piece of a picture and where it begins, until it returns false.
  static func forEach(in bytes: [UInt8], _ body: (UInt64, Int) -> Bool) {
    bytes.withUnsafeBufferPointer { bytes in
      var value: UInt64 = 0
      for (index, byte) in bytes.enumerated() {
        value = value &* factor &+ UInt64(byte)
        guard index >= size - 1 else { continue }
        if index >= size { value = value &- last &* UInt64(bytes[index - size]) }
        if !body(sealed(value), index + 1 - size) { return }
      }
    }
  }

  private static func sealed(_ value: UInt64) -> UInt64 {
    let mixed = (value ^ value &>> 31) &* 0xD6E8_FEB8_6659_FD93
    return mixed ^ mixed &>> 32
  }
}
