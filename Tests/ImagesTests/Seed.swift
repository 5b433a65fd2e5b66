@testable import Images

/// Small pictures as common programs write them, without metadata, and the pieces to add some.
enum Seed {
  /// The word that must never be in what is published.
  static let canary = "CANARYWORD"
  static let canaryBytes = Array(canary.utf8)

  /// A PNG of 24 x 16 pixels, with dynamic Huffman codes.
  static let png = bytes(
    """
    89504e470d0a1a0a0000000d4948445200000018000000100802000000834628c2000000974944415478da63 \
    fcf0e13f033500130395000ba6d00d3d4d64aec6a5ebe4b808cd14ac22984020cb9611398cf0e8c1e52e812c \
    5b0606860fd30e230c2268339a597023205ca841c4b81f6e169a1138031b7f58601a419a41163622b88c20d6 \
    208811278ebc21391d916a044a60a385375623f0a74cf47484cb1504d337c220488c60f50831b984053352c9 \
    cb6b8c0c5136782295780000daa452036b39fcbe0000000049454e44ae426082
    """)

  /// A progressive JPEG in grey of 24 x 16 pixels.
  static let jpeg = bytes(
    """
    ffd8ffe000104a46494600010100000100010000ffdb0043001b12141714111b1716171e1c1b2028422b2825 \
    2528513a3d3042605565645f555d5b6a7899816a7190735b5d85b586909ea3abadab6780bcc9baa6c799a8ab \
    a4ffc2000b080010001801011100ffc40017000100030000000000000000000000000004010203ffda000801 \
    0100000001de892c3fffc4001a100002020300000000000000000000000003110001021221ffda0008010100 \
    0105022914197adc263b58c76e7fffc4001c1000020202030000000000000000000000001101210210123191 \
    ffda0008010100063f0251d8b22bd3963639a5afffc4001b1001000105010000000000000000000000010010 \
    1131418121ffda0008010100013f2157dcc5f4e772fc3d623d911b8e2685ba7fffda0008010100000010e3ff \
    c4002010010001020603000000000000000000000111003110214151617181a1b1ffda0008010100013f10b0 \
    b170b7148824b2211df156739d1e1abf1de9a2e04a32db2d53d734540080857adb0fffd9
    """)

  /// A lossy WebP of 24 x 16 pixels.
  static let lossyWebP = bytes(
    """
    52494646a20000005745425056503820960000005004009d012a180010003f3984b953af28a5a2b00801e027 \
    096c009d11ffe2d5558d76583f00afbf0683f000fedebedd51ea913d3fc81ea0ac4b4e8f38bbec700e2e3e0d \
    7bc45529a30a6d548ce33bee4e618add35269632864126dfd6e2452cdf9cac910c0ae007b3be42ca2e7fd424 \
    1432fce67b5a7f64dfa768d4b8e48aff479fae9c1eb3f13218f537bb0cc1ea3cd6ee30c00000
    """)

  /// A lossless WebP of 24 x 16 pixels.
  static let losslessWebP = bytes(
    """
    524946466c000000574542505650384c5f0000002f17c00300172010488c22d89f671c8140a2953fc5182308 \
    04128924f6077cfee3af04308824394af349081a820b24bc8b075cc4442ca321a2ffe9ff28f0842619d43d59 \
    da7824a53a923e3a928d237de5c857d8fbbbe0cb407b837a148c0000
    """)

  /// A GIF of 24 x 16 pixels.
  static let gif = bytes(
    """
    47494638376118001000810000f0f0ffc81e28005a3c0000002c00000000180010004008500001081c48b0a0 \
    c18201122a5c184080808306192e84e810a14389103332cc1851224600153b32bca8906348001b39aa5c09d1 \
    a3ca87023d4e247832a6cc853511ca24b912a780942f7f7e34c9926340003b
    """)

  /// An SVG with one of each kind of thing that may stay.
  static let svg = Array(
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><defs>\
    <linearGradient id="i1"><stop offset="0%" stop-color="#c81e28"/></linearGradient></defs>\
    <path d="M0 0h40v20z" fill="url(#i1) red" transform="translate(1 2)"/>\
    <text x="1em" y="3">R &amp; <tspan font-weight="bold">D</tspan></text></svg>

    """.utf8)

  /// Each seed with its format.
  static let all: [(ImageFormat, [UInt8])] = [
    (.png, png), (.jpeg, jpeg), (.webp, lossyWebP), (.webp, losslessWebP), (.gif, gif), (.svg, svg),
  ]

  /// A PNG chunk.
  static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    PNGChunk.append(type, data, to: &result)
    return result
  }

  /// A JPEG segment.
  static func segment(_ marker: UInt8, _ data: [UInt8]) -> [UInt8] {
    var result: [UInt8] = [0xFF, marker]
    result.appendBigEndian(data.count + 2, bytes: 2)
    return result + data
  }

  /// A WebP file of these chunks.
  static func webp(_ chunks: [(String, [UInt8])]) -> [UInt8] {
    var content = Array("WEBP".utf8)
    for (type, data) in chunks { WebPChunk.append(type, data, to: &content) }
    var file: [UInt8] = []
    WebPChunk.append("RIFF", content, to: &file)
    return file
  }

  /// EXIF with one text and an orientation.
  static func exif(orientation: UInt8, bigEndian: Bool = true) -> [UInt8] {
    let entry: [UInt8] =
      bigEndian
      ? [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
      : [0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]
    let head: [UInt8] =
      bigEndian
      ? [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1] : [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0]
    return head + entry + [0, 0, 0, 0] + canaryBytes
  }

  private static func bytes(_ hexadecimal: String) -> [UInt8] {
    let digits = hexadecimal.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }
}

extension [UInt8] {
  /// Whether these bytes have `word` in them.
  func contains(_ word: [UInt8]) -> Bool {
    indices.contains { self[$0...].starts(with: word) }
  }

  /// These bytes with `others` put in at `index`.
  func inserting(_ others: [UInt8], at index: Int) -> [UInt8] {
    Array(self[..<index]) + others + Array(self[index...])
  }
}

/// The fault for which `bytes` are refused, or nil.
func refusal(of bytes: [UInt8]) -> ImageFault? {
  do {
    _ = try cleanImage(bytes)
    return nil
  } catch {
    return error
  }
}
