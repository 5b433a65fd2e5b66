extension StringProtocol {
  /// Whether a sign stands in it, byte for byte: the general search folds and counts characters,
  /// which takes a hundred times as long.
  func has(_ sign: String) -> Bool {
    var sign = sign
    return sign.withUTF8 { sign in
      guard let first = sign.first else { return true }
      return utf8.withContiguousStorageIfAvailable { text in
        var index = 0
        while index + sign.count <= text.count {
          guard let start = text[index...].firstIndex(of: first), start + sign.count <= text.count
          else { return false }
          if text[start..<start + sign.count].elementsEqual(sign) { return true }
          index = start + 1
        }
        return false
      } ?? Array(utf8).indices.contains { utf8.dropFirst($0).starts(with: sign) }
    }
  }
}
