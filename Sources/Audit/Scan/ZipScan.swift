/// Unpacks ZIP archives, entry by entry, by their local headers.
enum ZipScan {
  /// The names and the contents of the entries.
  static func contents(_ bytes: UnsafeBufferPointer<UInt8>) -> [[UInt8]] {
    var result: [[UInt8]] = []
    var i = 0
    while result.count < 2000, let start = MarkupScan.find(bytes, "PK\u{3}\u{4}", from: i) {
      i = start + 4
      guard start + 30 <= bytes.count else { break }
      func number(_ offset: Int) -> Int {
        Int(bytes[start + offset]) | Int(bytes[start + offset + 1]) << 8
      }
      let name = start + 30
      let data = name + number(26) + number(28)
      guard data <= bytes.count else { continue }
      result.append(Array(bytes[name..<(name + number(26))]))
      let size = number(18) | number(20) << 16
      if number(8) == 8 {
        result.append(Inflate.raw(bytes, from: data))
      } else {
        result.append(Array(bytes[data..<min(bytes.count, data + size)]))
      }
      i = max(i, min(bytes.count, data + size))
    }
    // The directory behind the entries has names and comments of its own.
    if i < bytes.count { result.append(Array(bytes[i...])) }
    return result
  }
}
