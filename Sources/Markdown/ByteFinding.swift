extension ArraySlice<UInt8> {
  /// The first place of a byte; nil where it is not there.
  public func firstPlace(of byte: UInt8) -> Int? {
    withUnsafeBytes { $0.firstPlace(of: byte) }.map { startIndex + $0 }
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

extension UnsafeRawBufferPointer {
  /// The first place of a byte at `start` or behind it; nil where it is not there.
  ///
  /// Eight bytes are looked at together: every text is looked through for line feeds and for signs that
  /// few of them have.
  public func firstPlace(of byte: UInt8, from start: Int = 0) -> Int? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let wanted = ones &* UInt64(byte)
    var index = start
    while index &+ 8 <= count {
      let eight = UInt64(littleEndian: loadUnaligned(fromByteOffset: index, as: UInt64.self))
      // A byte that is the wanted one is 0 now; the lowest of these sets the lowest high bit.
      let other = eight ^ wanted
      let found = (other &- ones) & ~other & (ones << 7)
      if found != 0 { return index &+ found.trailingZeroBitCount &>> 3 }
      index &+= 8
    }
    while index < count {
      if self[index] == byte { return index }
      index &+= 1
    }
    return nil
  }
}
