/// One chunk of a PNG file, its checksum verified (PNG, third edition, section 5.3).
struct PNGChunk {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  let type: String
  let data: ArraySlice<UInt8>

  /// Reads the next chunk.
  init(from cursor: inout ByteCursor) throws(ImageFault) {
    let length = try cursor.bigEndian(4)
    let body = try cursor.take(4 + length)
    let letters = body.prefix(4)
    guard letters.allSatisfy({ (65...90).contains($0) || (97...122).contains($0) }) else {
      throw .damaged(.png, "has a chunk whose type is not four letters")
    }
    guard try cursor.bigEndian(4) == Int(CRC32.of(body)) else {
      throw .damaged(.png, "has a chunk whose checksum is wrong")
    }
    type = String(decoding: letters, as: UTF8.self)
    data = body.dropFirst(4)
  }

  /// Whether a decoder may pass it over: the first letter is small (section 5.4).
  var isAncillary: Bool { type.utf8.first.map { $0 & 0x20 != 0 } ?? false }

  /// Appends a chunk to a file.
  static func append(_ type: String, _ data: some Collection<UInt8>, to file: inout [UInt8]) {
    file.appendBigEndian(data.count, bytes: 4)
    let start = file.count
    file.append(contentsOf: type.utf8)
    file.append(contentsOf: data)
    file.appendBigEndian(Int(CRC32.of(file[start...])), bytes: 4)
  }
}
