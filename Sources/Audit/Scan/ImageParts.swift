/// What an image holds beside its picture.
struct ImageParts {
  /// A part that does not belong in a published image.
  struct Part {
    /// What it is called in its format.
    var kind: String
    var range: Range<Int>
    /// Unpacked text in it.
    var text: [UInt8] = []
  }

  private(set) var parts: [Part] = []
  /// Where the image ends; nil where its structure cannot be followed.
  private(set) var end: Int?

  /// The parts of an image of that format.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ format: FileFormat) {
    switch format {
    case .png: readPNG(bytes)
    case .jpeg: readJPEG(bytes)
    case .gif: readGIF(bytes)
    case .webp: readWebP(bytes)
    case .gzip, .zlib, .zip: break
    }
  }

  private static func big(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, _ count: Int) -> Int {
    (0..<count).reduce(0) { $0 << 8 | Int(bytes[i + $1]) }
  }

  private static func name(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    let letters = bytes[range].map { (0x21...0x7E).contains($0) ? $0 : UInt8(ascii: "?") }
    return Bytes.string(letters)
  }

  private mutating func readPNG(_ bytes: UnsafeBufferPointer<UInt8>) {
    let known: Set<String> = [
      "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYS", "hIST",
      "cICP", "acTL", "fcTL", "fdAT",
    ]
    var i = 8
    while i + 12 <= bytes.count {
      let size = ImageParts.big(bytes, i, 4)
      let name = ImageParts.name(bytes, (i + 4)..<(i + 8))
      guard i + 12 + size <= bytes.count else { return }
      let range = (i + 8)..<(i + 8 + size)
      if !known.contains(name) {
        var part = Part(kind: name, range: range)
        if name == "zTXt" || name == "iTXt" || name == "iCCP" {
          part.text = ImageParts.unpacked(bytes, range)
        }
        parts.append(part)
      }
      i += 12 + size
      if name == "IEND" {
        end = i
        return
      }
    }
  }

  /// The packed text of a chunk: wherever in it a zlib stream begins.
  private static func unpacked(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> [UInt8] {
    for i in range.dropLast(2) where bytes[i] == 0x78 {
      guard (0x7800 | Int(bytes[i + 1])) % 31 == 0 else { continue }
      let text = Inflate.zlib(UnsafeBufferPointer(rebasing: bytes[i..<range.upperBound]))
      if !text.isEmpty { return text }
    }
    return []
  }

  private mutating func readJPEG(_ bytes: UnsafeBufferPointer<UInt8>) {
    var i = 2
    while i + 4 <= bytes.count, bytes[i] == 0xFF {
      let marker = bytes[i + 1]
      if marker == 0xFF {
        i += 1
        continue
      }
      if marker == 0xD9 {
        end = i + 2
        return
      }
      let size = ImageParts.big(bytes, i + 2, 2)
      guard size >= 2, i + 2 + size <= bytes.count else { return }
      let isMetadata = (0xE1...0xED).contains(marker) || marker == 0xEF || marker == 0xFE
      if isMetadata {
        let kind = marker == 0xFE ? "COM" : "APP\(marker - 0xE0)"
        parts.append(Part(kind: kind, range: (i + 4)..<(i + 2 + size)))
      }
      i += 2 + size
      if marker == 0xDA { i = ImageParts.scanEnd(bytes, i) }
    }
    if i + 2 <= bytes.count, bytes[i] == 0xFF, bytes[i + 1] == 0xD9 { end = i + 2 }
  }

  /// The next marker behind the data of a scan.
  private static func scanEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var i = start
    while i + 1 < bytes.count {
      if bytes[i] == 0xFF, bytes[i + 1] != 0, !(0xD0...0xD7).contains(bytes[i + 1]) { return i }
      i += 1
    }
    return bytes.count
  }

  private mutating func readGIF(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count >= 13 else { return }
    func table(_ flags: UInt8) -> Int { flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 7) + 1) }
    func blocksEnd(_ start: Int) -> Int {
      var i = start
      while i < bytes.count, bytes[i] != 0 { i += 1 + Int(bytes[i]) }
      return min(bytes.count, i + 1)
    }
    var i = 13 + table(bytes[10])
    while i < bytes.count {
      switch bytes[i] {
      case 0x3B:
        end = i + 1
        return
      case 0x2C where i + 10 < bytes.count: i = blocksEnd(i + 11 + table(bytes[i + 9]))
      case 0x21 where i + 2 < bytes.count:
        let next = blocksEnd(i + 2)
        let isLoop = Bytes.has(bytes, "NETSCAPE2.0", at: i + 3)
        if bytes[i + 1] != 0xF9, !(bytes[i + 1] == 0xFF && isLoop) {
          parts.append(Part(kind: "extension", range: (i + 3)..<max(i + 3, next)))
        }
        i = next
      default: return
      }
    }
  }

  private mutating func readWebP(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count >= 12 else { return }
    func little(_ i: Int) -> Int { (0..<4).reduce(0) { $0 | Int(bytes[i + $1]) << (8 * $1) } }
    let known: Set<String> = ["VP8?", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF"]
    let whole = 8 + little(4) + little(4) % 2
    guard whole <= bytes.count else { return }
    end = whole
    var i = 12
    while i + 8 <= whole {
      let size = little(i + 4)
      let name = ImageParts.name(bytes, i..<(i + 4))
      guard i + 8 + size <= whole else { return }
      if !known.contains(name) { parts.append(Part(kind: name, range: (i + 8)..<(i + 8 + size))) }
      i += 8 + size + size % 2
    }
  }
}
