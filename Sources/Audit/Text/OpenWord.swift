/// A word that is being read piece by piece, and the part of it since the last seam.
struct OpenWord {
  private(set) var key = WordKey()
  private(set) var length = 0
  private(set) var start = 0
  private(set) var make: Words.Make = []
  private(set) var hasParts = false
  private var partKey = WordKey()
  private var partLength = 0
  private var partStart = 0

  /// Takes the ASCII letters and digits of a range.
  @inline(never)
  mutating func take(
    _ base: UnsafePointer<UInt8>, _ range: Range<Int>, _ kinds: UnsafePointer<UInt8>
  ) {
    // A digit has the bit that makes a letter small.
    for place in range {
      take(base[place] | 0x20, Words.Make(rawValue: kinds[Int(base[place])]), at: place)
    }
  }

  @inline(__always)
  mutating func take(_ byte: UInt8, _ kind: Words.Make, at index: Int) {
    mix(byte)
    count(kind, at: index)
  }

  @inline(__always)
  mutating func mix(_ byte: UInt8) {
    key.add(byte)
    if hasParts { partKey.add(byte) }
  }

  @inline(__always)
  mutating func count(_ kind: Words.Make, at index: Int) {
    if length == 0 { start = index }
    length += 1
    make.insert(kind)
    if hasParts {
      if partLength == 0 { partStart = index }
      partLength += 1
    }
  }

  /// Ends the part before a seam or the word's end, and begins the next.
  mutating func endPart(at end: Int) -> Words.Part? {
    defer {
      hasParts = true
      partKey = WordKey()
      partLength = 0
    }
    guard hasParts else {
      return Words.Part(key: key.value, length: length, start: start, end: end, make: make)
    }
    guard partLength > 0 else { return nil }
    return Words.Part(
      key: partKey.value, length: partLength, start: partStart, end: end, make: make)
  }
}
