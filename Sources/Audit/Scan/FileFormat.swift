/// What bytes are, by how they begin.
enum FileFormat {
  case png, jpeg, gif, webp, gzip, zlib, zip

  /// The format of these bytes; nil where it is none of these.
  init?(_ bytes: [UInt8]) {
    func begins(_ magic: [UInt8]) -> Bool { bytes.starts(with: magic) }
    if begins([0x89, 0x50, 0x4E, 0x47]) {
      self = .png
    } else if begins([0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if begins(Array("GIF8".utf8)) {
      self = .gif
    } else if begins(Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: "WEBP".utf8) {
      self = .webp
    } else if begins([0x1F, 0x8B, 0x08]) {
      self = .gzip
    } else if begins([0x50, 0x4B, 0x03, 0x04]) {
      self = .zip
    } else if let first = bytes.first, bytes.count > 6, first == 0x78,
      (Int(first) << 8 | Int(bytes[1])) % 31 == 0, bytes[1] & 0x20 == 0
    {
      self = .zlib
    } else {
      return nil
    }
  }
}
