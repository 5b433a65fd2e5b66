extension String {
  /// Whether the string comes before `other` in the order of their UTF-8 bytes, which is the same on
  /// every machine and in every language.
  public func precedesInBytes(_ other: String) -> Bool {
    let isBefore = utf8.withContiguousStorageIfAvailable { bytes in
      other.utf8.withContiguousStorageIfAvailable { others in
        // The standard library's way for any collection takes several calls for each byte.
        for index in 0..<min(bytes.count, others.count) where bytes[index] != others[index] {
          return bytes[index] < others[index]
        }
        return bytes.count < others.count
      }
    }
    return (isBefore ?? nil) ?? utf8.lexicographicallyPrecedes(other.utf8)
  }
}
