/// Reads from EXIF the one thing in it that changes how a picture looks.
enum ExifOrientation {
  /// Whether the EXIF in `block` turns or mirrors the picture: tag 0x0112 of the first directory
  /// has a value from 2 to 8 (Exif 2.32, section 4.6.4). Unreadable EXIF turns nothing, as in
  /// browsers. `block` is the TIFF structure, with or without `Exif\0\0` before it.
  static func turns(_ block: ArraySlice<UInt8>) -> Bool {
    let hasName = block.starts(with: "Exif\0".utf8)
    let tiff = Array(hasName ? block.dropFirst(6) : block)
    let big: Bool
    if tiff.starts(with: [0x4D, 0x4D, 0, 42]) {
      big = true
    } else if tiff.starts(with: [0x49, 0x49, 42, 0]) {
      big = false
    } else {
      return false
    }
    func number(_ offset: Int, _ count: Int) -> Int? {
      guard offset >= 0, offset <= tiff.count - count else { return nil }
      let part = tiff[offset..<offset + count]
      return big
        ? part.reduce(0) { $0 << 8 | Int($1) } : part.reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    guard let directory = number(4, 4), let count = number(directory, 2) else { return false }
    for entry in 0..<count {
      let start = directory + 2 + 12 * entry
      guard let tag = number(start, 2) else { return false }
      // The value of a SHORT (type 3) stands in the first two of the entry's four value bytes.
      if tag == 0x0112, let value = number(start + 8, number(start + 2, 2) == 4 ? 4 : 2) {
        return (2...8).contains(value)
      }
    }
    return false
  }
}
