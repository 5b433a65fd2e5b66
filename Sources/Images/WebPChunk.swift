/// One chunk of a WebP: four characters, a length, and data padded to an even length.
struct WebPChunk {
  let type: String
  let data: ArraySlice<UInt8>
  /// The file that `data` is a part of.
  let file: [UInt8]

  init(from cursor: inout ByteCursor) throws(ImageFault) {
    type = String(decoding: try cursor.take(4), as: UTF8.self)
    let length = try cursor.littleEndian(4)
    data = try cursor.take(length)
    file = cursor.bytes
    if length % 2 == 1 { _ = try cursor.byte() }
  }

  func append(to file: inout [UInt8]) { Self.append(type, data, to: &file) }

  /// Appends a chunk; the byte of padding is always 0.
  static func append(_ type: String, _ data: some Collection<UInt8>, to file: inout [UInt8]) {
    file += type.utf8
    file.appendLittleEndian(data.count, bytes: 4)
    file += data
    if data.count % 2 == 1 { file.append(0) }
  }

  /// Width and height of the picture in a `VP8 ` (RFC 6386, section 9.1) or `VP8L` chunk (WebP
  /// Lossless Bitstream Specification, section 3).
  func pictureSize() throws(ImageFault) -> (width: Int, height: Int) {
    let bytes = Array(data.prefix(10))
    if type == "VP8 " {
      // A key frame that is shown: bit 0 clear, bit 4 set, then the start code.
      guard bytes.count == 10, bytes[0] & 0x11 == 0x10, bytes[3...5] == [0x9D, 0x01, 0x2A] else {
        throw .damaged(.webp, "has a malformed picture")
      }
      return (
        (Int(bytes[6]) | Int(bytes[7]) << 8) & 0x3FFF, (Int(bytes[8]) | Int(bytes[9]) << 8) & 0x3FFF
      )
    }
    let bits = try losslessHeader()
    return (bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
  }

  /// Whether a `VP8L` chunk says that it has transparent pixels; false for `VP8 `.
  func hasAlpha() throws(ImageFault) -> Bool {
    type == "VP8L" ? try losslessHeader() >> 28 & 1 == 1 : false
  }

  private func losslessHeader() throws(ImageFault) -> Int {
    let bytes = Array(data.prefix(5))
    guard bytes.count == 5, bytes[0] == 0x2F, bytes[4] >> 5 == 0 else {
      throw .damaged(.webp, "has a malformed picture")
    }
    return bytes.dropFirst().reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
