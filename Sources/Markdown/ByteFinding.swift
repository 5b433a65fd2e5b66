extension ArraySlice<UInt8> {
  /// The first place of a byte; nil where it is not there.
  public func firstPlace(of byte: UInt8) -> Int? {
    withUnsafeBytes { ByteFinding.first(byte, in: $0) }.map { startIndex + $0 }
  }

  /// The lines, without the line feeds that end them; one, which is empty, of no bytes.
  public var lines: [ArraySlice<UInt8>] {
    var result: [ArraySlice<UInt8>] = []
    var rest = self
    while let end = rest.firstPlace(of: 0x0A) {
      result.append(rest[..<end])
      rest = rest[(end + 1)...]
    }
    result.append(rest)
    return result
  }
}

extension [UInt8] {
  /// Whether a byte is in the text.
  public func has(_ byte: UInt8) -> Bool { self[...].firstPlace(of: byte) != nil }
}

/// Looks for a byte in eight bytes at a time: every text is looked through for line feeds and for signs
/// that few of them have.
private enum ByteFinding {
  static func first(_ byte: UInt8, in bytes: UnsafeRawBufferPointer) -> Int? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let wanted = ones &* UInt64(byte)
    var index = 0
    while index &+ 8 <= bytes.count {
      let eight = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      // A byte that is the wanted one is 0 now; the lowest of these sets the lowest high bit.
      let other = eight ^ wanted
      let found = (other &- ones) & ~other & (ones << 7)
      if found != 0 { return index &+ found.trailingZeroBitCount &>> 3 }
      index &+= 8
    }
    while index < bytes.count {
      if bytes[index] == byte { return index }
      index &+= 1
    }
    return nil
  }
}
