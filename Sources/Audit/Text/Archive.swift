/// Archives: gzip (RFC 1952), zip (APPNOTE 6.3, local files), zlib (RFC 1950).
enum Archive {
  /// The most bytes that are unpacked from one.
  static let limit = 1 << 22

  /// What is in an archive, and whether there is more than could be unpacked.
  struct Content {
    var bytes: [UInt8]
    var isCut = false

    /// These bytes, which are not all where they are as many as are unpacked at most.
    init(_ bytes: [UInt8], isCut: Bool = false) {
      self.bytes = bytes
      self.isCut = isCut || bytes.count >= limit
    }
  }

  /// Whether bytes begin as an archive does.
  static func begins(_ bytes: [UInt8]) -> Bool {
    isForeign(bytes) || bytes.starts(with: [0x1F, 0x8B, 0x08])
      || bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
      || isZlib(bytes, 0)
  }

  /// Whether bytes are packed in a way that is not undone here: bzip2, xz, Zstandard, 7z.
  static func isForeign(_ bytes: [UInt8]) -> Bool {
    [
      Array("BZh".utf8), [0xFD, 0x37, 0x7A, 0x58, 0x5A], [0x28, 0xB5, 0x2F, 0xFD],
      [0x37, 0x7A, 0xBC, 0xAF],
    ].contains { bytes.starts(with: $0) }
  }

  /// Whether the two bytes at `start` begin a zlib stream with a window of 32 KiB: the usual ones,
  /// whose check is right.
  private static func isZlib(_ bytes: [UInt8], _ start: Int) -> Bool {
    start + 2 < bytes.count && bytes[start] == 0x78 && bytes[start + 1] & 0x20 == 0
      && (Int(bytes[start]) << 8 | Int(bytes[start + 1])).isMultiple(of: 31)
  }

  /// What is in the archive that begins at `start`; nil where none does.
  static func content(_ bytes: [UInt8], _ start: Int) -> Content? {
    switch bytes[start] {
    case 0x1F: gzip(bytes, start).map { Content($0) }
    case 0x78: isZlib(bytes, start) ? zlib(bytes[start...]).map { Content($0) } : nil
    default: zip(bytes, start)
    }
  }

  /// What is in a zlib stream.
  static func zlib(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    guard bytes.count > 2, bytes[bytes.startIndex] & 0x0F == 8 else { return nil }
    return Inflate.text(bytes.dropFirst(2), limit: limit)
  }

  private static func gzip(_ bytes: [UInt8], _ start: Int) -> [UInt8]? {
    guard start + 10 < bytes.count, bytes[start + 1] == 0x8B, bytes[start + 2] == 8,
      bytes[start + 3] & 0xE0 == 0
    else { return nil }
    let flags = bytes[start + 3]
    var index = start + 10
    if flags & 4 != 0 {
      guard index + 2 <= bytes.count else { return nil }
      index += 2 + Int(bytes[index]) + Int(bytes[index + 1]) << 8
    }
    for flag: UInt8 in [8, 16] where flags & flag != 0 {
      guard index < bytes.count, let end = bytes[index...].firstIndex(of: 0) else { return nil }
      index = end + 1
    }
    if flags & 2 != 0 { index += 2 }
    guard index < bytes.count else { return nil }
    // The name and the comment in the header are text as well.
    return Inflate.text(bytes[index...], limit: limit).map {
      Array(bytes[start + 10..<index]) + [0x20] + $0
    }
  }

  private static func zip(_ bytes: [UInt8], _ start: Int) -> Content? {
    guard start + 30 < bytes.count, bytes[start...].starts(with: [0x50, 0x4B, 0x03, 0x04]) else {
      return nil
    }
    func number(_ offset: Int) -> Int {
      Int(bytes[start + offset]) | Int(bytes[start + offset + 1]) << 8
    }
    let name = start + 30
    let data = name + number(26) + number(28)
    guard data < bytes.count else { return nil }
    let title = Array(bytes[name..<data])
    switch number(8) {
    case 0:
      let size = number(18) | number(20) << 16
      return Content(title + [0x20] + bytes[data..<min(bytes.count, data + min(size, limit))])
    case 8:
      return Inflate.text(bytes[data...], limit: limit).map { Content(title + [0x20] + $0) }
    default:
      // Packed in a way that is not undone here.
      return Content(title, isCut: true)
    }
  }
}
