internal import Glibc

/// Looks for bytes with the C library, which compares many at once.
enum ByteSearch {
  /// Where `byte` stands first, from `start` on.
  @inline(__always)
  static func first(
    _ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Where one of two bytes stands first in `bytes[start..<end]`; `end` where neither does.
  ///
  /// Eight at a time: a byte is 0 where taking 1 from it borrows from a bit that it does not have
  /// (H. S. Warren, "Hacker's Delight", 6-1).
  @inline(__always)
  static func first(
    _ one: UInt8, or other: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int,
    to end: Int
  ) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let (a, b) = (UInt64(one) &* ones, UInt64(other) &* ones)
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start
    while index &+ 8 <= end {
      let eight = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let found = zeros(eight ^ a) | zeros(eight ^ b)
      if found != 0 { return index &+ found.trailingZeroBitCount &>> 3 }
      index &+= 8
    }
    while index < end, bytes[index] != one, bytes[index] != other { index &+= 1 }
    return index
  }

  /// The high bit of the first byte that is 0, and perhaps of some behind it.
  @inline(__always)
  private static func zeros(_ eight: UInt64) -> UInt64 {
    (eight &- 0x0101_0101_0101_0101) & ~eight & 0x8080_8080_8080_8080
  }

  /// Where `text` stands first, from `start` on.
  static func first(
    _ text: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    guard let head = text.first else { return nil }
    var index = start
    while let place = first(head, in: bytes, from: index), place + text.count <= bytes.count {
      if bytes[place..<place + text.count].elementsEqual(text) { return place }
      index = place + 1
    }
    return nil
  }

  /// Whether `byte` stands in a text.
  static func contains(_ byte: UInt8, in bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { first(byte, in: $0, from: 0) != nil }
  }
}
