/// A word that is being read, and the part of it since the last seam.
struct OpenWord {
  var key = Words.seed
  var length = 0
  var start = 0
  var make: Words.Make = []
  var hasParts = false
  private var partKey = Words.seed
  private var partLength = 0
  private var partStart = 0

  /// Takes the ASCII letters and digits from `index` on, which is moved behind them.
  @inline(__always)
  mutating func take(
    _ base: UnsafePointer<UInt8>, _ index: inout Int, _ end: Int, _ kinds: UnsafePointer<UInt8>
  ) {
    let first = index
    var (mixed, made) = (key, make.rawValue)
    while index < end {
      let kind = kinds[Int(base[index])]
      guard kind & Letters.plain != 0 else { break }
      // A digit has the bit that makes a letter small.
      mixed = Words.adding(base[index] | 0x20, to: mixed)
      made |= kind
      index += 1
    }
    if length == 0 { start = first }
    length += index - first
    key = mixed
    make = Words.Make(rawValue: made)
    guard hasParts else { return }
    if partLength == 0 { partStart = first }
    partLength += index - first
    for place in first..<index { partKey = Words.adding(base[place] | 0x20, to: partKey) }
  }

  @inline(__always)
  mutating func take(_ byte: UInt8, _ kind: Words.Make, at index: Int) {
    mix(byte)
    count(kind, at: index)
  }

  @inline(__always)
  mutating func mix(_ byte: UInt8) {
    key = Words.adding(byte, to: key)
    if hasParts { partKey = Words.adding(byte, to: partKey) }
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
      partKey = Words.seed
      partLength = 0
    }
    guard hasParts else {
      return Words.Part(key: key, length: length, start: start, end: end, make: make)
    }
    guard partLength > 0 else { return nil }
    return Words.Part(key: partKey, length: partLength, start: partStart, end: end, make: make)
  }
}
