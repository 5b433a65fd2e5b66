/// What in a picture is no picture: texts, metadata, bytes behind the end.
struct Picture {
  /// The kinds of pictures that an edition holds, but drawings, which are text.
  enum Kind {
    case png, jpeg, gif, webp

    init?(_ bytes: [UInt8]) {
      if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
        self = .png
      } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
        self = .jpeg
      } else if bytes.starts(with: "GIF8".utf8) {
        self = .gif
      } else if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) {
        self = .webp
      } else {
        return nil
      }
    }

    /// Whether a file of this path is one of these pictures by its name too: what only begins like one
    /// is read as a text.
    func isName(_ path: String) -> Bool {
      switch self {
      case .png: path.hasSuffix(".png")
      case .jpeg: path.hasSuffix(".jpg") || path.hasSuffix(".jpeg")
      case .gif: path.hasSuffix(".gif")
      case .webp: path.hasSuffix(".webp")
      }
    }
  }

  /// Names of parts that are no picture.
  private(set) var metadata: [String] = []
  /// Texts in it, unpacked.
  private(set) var texts: [[UInt8]] = []
  /// How many bytes were unpacked.
  private var unpacked = 0

  init(_ kind: Kind, _ bytes: [UInt8]) {
    switch kind {
    case .png: readPNG(bytes)
    case .jpeg: readJPEG(bytes)
    case .gif: readGIF(bytes)
    case .webp: readWebP(bytes)
    }
  }

  private mutating func addText(_ data: ArraySlice<UInt8>) {
    texts.append(Picture.parted(data))
    // A compressed text stands behind its name. That there is one is a finding by itself.
    for start in data.indices where data[start] == 0x78 && unpacked < Archive.limit {
      if let text = Archive.zlib(data[start...]) {
        unpacked += text.count
        texts.append(Picture.parted(text[...]))
      }
    }
  }

  /// The bytes with gaps where there are zeros, which end texts in pictures.
  private static func parted(_ data: ArraySlice<UInt8>) -> [UInt8] {
    data.map { $0 == 0 ? 0x20 : $0 }
  }

  /// Chunks of a length, a name, data and a sum (PNG, third edition, 5.3).
  private mutating func readPNG(_ bytes: [UInt8]) {
    // With the most bytes that they have.
    let known = [
      "IHDR": 13, "PLTE": 768, "IDAT": .max, "IEND": 0, "tRNS": 256, "gAMA": 4, "cHRM": 32,
      "sRGB": 1,
      "sBIT": 4, "bKGD": 6, "pHYs": 9,
    ]
    var index = 8
    while index + 12 <= bytes.count {
      let size = bytes[index..<index + 4].reduce(0) { $0 << 8 | Int($1) }
      let name = String(decoding: bytes[index + 4..<index + 8], as: UTF8.self)
      let end = min(bytes.count, index + 8 + size)
      if known[name].map({ size > $0 }) ?? true {
        metadata.append(name)
        addText(bytes[index + 8..<end])
      }
      index = end + 4
      if name == "IEND" { break }
    }
    if index < bytes.count { trail(bytes[min(index, bytes.count)...]) }
  }

  /// Segments of a marker and a length, then data (ITU-T T.81, annex B).
  private mutating func readJPEG(_ bytes: [UInt8]) {
    var index = 2
    while index + 4 <= bytes.count, bytes[index] == 0xFF {
      let marker = bytes[index + 1]
      if marker == 0xD9 { break }
      // The length counts its own two bytes; one that does not is damage, not a way to hide.
      let size = max(2, Int(bytes[index + 2]) << 8 | Int(bytes[index + 3]))
      let end = min(bytes.count, index + 2 + size)
      // JFIF's segment says how large it is, and Adobe's how colours are coded; nothing is known of the
      // last ones.
      let isApplication =
        (0xE0...0xEF).contains(marker)
        && !(marker == 0xE0 && size <= 16 || marker == 0xEE && size <= 14)
      if isApplication || (0xF0...0xFE).contains(marker) {
        metadata.append("segment \(marker)")
        addText(bytes[index + 4..<end])
      }
      index = end
      if marker == 0xDA {
        while index + 1 < bytes.count,
          bytes[index] != 0xFF || bytes[index + 1] == 0 || (0xD0...0xD7).contains(bytes[index + 1])
        { index += 1 }
      }
    }
    if index + 2 < bytes.count { trail(bytes[(index + 2)...]) }
  }

  /// Blocks of an introducer and a label, then pieces of a length (GIF89a, 23 to 26).
  private mutating func readGIF(_ bytes: [UInt8]) {
    guard bytes.count > 13 else { return }
    var index = 13 + (bytes[10] & 0x80 != 0 ? 3 << (Int(bytes[10] & 7) + 1) : 0)
    while index + 1 < bytes.count, bytes[index] != 0x3B {
      var text: [UInt8] = []
      let label = bytes[index + 1]
      let isExtension = bytes[index] == 0x21
      if isExtension {
        index += 2
      } else {
        guard index + 10 < bytes.count else { return }
        index += 11 + (bytes[index + 9] & 0x80 != 0 ? 3 << (Int(bytes[index + 9] & 7) + 1) : 0)
      }
      while index < bytes.count, bytes[index] != 0 {
        text += bytes[min(index + 1, bytes.count)..<min(bytes.count, index + 1 + Int(bytes[index]))]
        index += 1 + Int(bytes[index])
      }
      index += 1
      let isControl = label == 0xF9 && text.count <= 4
      let isLoop = label == 0xFF && text.starts(with: "NETSCAPE2.0".utf8) && text.count <= 14
      if isExtension, !isControl, !isLoop {
        metadata.append("extension \(label)")
        addText(text[...])
      }
    }
    if index + 1 < bytes.count { trail(bytes[(index + 1)...]) }
  }

  /// Chunks of a name and a length (WebP container, RIFF).
  private mutating func readWebP(_ bytes: [UInt8]) {
    let known = ["VP8 ": .max, "VP8L": .max, "VP8X": 10, "ALPH": .max, "ANIM": 6, "ANMF": Int.max]
    var index = 12
    while index + 8 <= bytes.count {
      let name = String(decoding: bytes[index..<index + 4], as: UTF8.self)
      let size = (0..<4).reduce(0) { $0 | Int(bytes[index + 4 + $1]) << (8 * $1) }
      let end = min(bytes.count, index + 8 + size)
      if known[name].map({ size > $0 }) ?? true {
        metadata.append(name)
        addText(bytes[index + 8..<end])
      }
      index = end + size % 2
    }
  }

  private mutating func trail(_ rest: ArraySlice<UInt8>) {
    metadata.append("bytes behind the end")
    addText(rest)
  }
}

extension Picture {
  /// The least letters and signs in a row that are no chance in the data of a picture: in a million bytes
  /// of noise so many stand together once in ten files.
  private static let least = 16

  /// The texts of ASCII that stand in a file as they are.
  static func letters(in bytes: [UInt8]) -> [[UInt8]] {
    var result: [[UInt8]] = []
    var start = 0
    bytes.withUnsafeBufferPointer { bytes in
      for index in 0...bytes.count {
        if index < bytes.count, (0x20..<0x7F).contains(bytes[index]) { continue }
        if index - start >= least { result.append(Array(bytes[start..<index])) }
        start = index + 1
      }
    }
    return result
  }
}
