/// A place in a file's bytes that moves forward and never past the end: where a read would, it
/// throws `image/damaged`.
struct ByteCursor {
  let bytes: [UInt8]
  let format: ImageFormat
  private(set) var position: Int
  let end: Int

  init(_ bytes: [UInt8], _ format: ImageFormat) {
    self.init(bytes[...], of: bytes, format)
  }

  /// A cursor over a part of `bytes`, whose indices it shares.
  init(_ part: ArraySlice<UInt8>, of bytes: [UInt8], _ format: ImageFormat) {
    self.bytes = bytes
    self.format = format
    position = part.startIndex
    end = part.endIndex
  }

  var isAtEnd: Bool { position == end }
  var remaining: Int { end - position }

  mutating func take(_ count: Int) throws(ImageFault) -> ArraySlice<UInt8> {
    guard count >= 0, count <= remaining else {
      throw .damaged(format, "ends in the middle of a part")
    }
    defer { position += count }
    return bytes[position..<position + count]
  }

  mutating func byte() throws(ImageFault) -> UInt8 {
    guard position < end else { throw .damaged(format, "ends in the middle of a part") }
    defer { position += 1 }
    return bytes[position]
  }

  mutating func bigEndian(_ count: Int) throws(ImageFault) -> Int {
    try take(count).reduce(0) { $0 << 8 | Int($1) }
  }

  mutating func littleEndian(_ count: Int) throws(ImageFault) -> Int {
    try take(count).reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}

extension [UInt8] {
  mutating func appendBigEndian(_ value: Int, bytes count: Int) {
    for shift in (0..<count).reversed() { append(UInt8(truncatingIfNeeded: value >> (8 * shift))) }
  }

  mutating func appendLittleEndian(_ value: Int, bytes count: Int) {
    for shift in 0..<count { append(UInt8(truncatingIfNeeded: value >> (8 * shift))) }
  }
}
