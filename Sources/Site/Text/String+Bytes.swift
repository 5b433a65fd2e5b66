extension String {
  /// Whether a byte of the text meets `condition`: `utf8.contains(where:)` on the text's own bytes.
  @inline(__always)
  func holds(_ condition: (UInt8) -> Bool) -> Bool {
    let found = utf8.withContiguousStorageIfAvailable { bytes in
      for byte in bytes where condition(byte) { return true }
      return false
    }
    return found ?? utf8.contains(where: condition)
  }
}
