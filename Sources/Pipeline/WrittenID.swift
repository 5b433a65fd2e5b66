/// The id of a briefing that could not be read, as far as it can be told.
enum WrittenID {
  /// What stands behind `id:` on a line of its own in the file.
  static func of(_ bytes: [UInt8]) -> String? {
    let key = Array("id:".utf8)
    let line = bytes.split(separator: 0x0A, maxSplits: 40).first { $0.starts(with: key) }
    return line.map { line in
      let value = line.dropFirst(key.count).drop { $0 == 0x20 || $0 == 0x22 || $0 == 0x27 }
      return String(
        decoding: value.prefix { $0 > 0x20 && $0 != 0x22 && $0 != 0x27 }, as: UTF8.self)
    }
  }
}
