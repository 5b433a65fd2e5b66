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
