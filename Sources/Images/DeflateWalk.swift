/// Walks through a zlib stream without unpacking it, to find where it ends and how much it holds.
///
/// Lengths are all that is needed for that, so nothing is stored: a stream that would unpack to
/// gigabytes costs no more than reading it (RFC 1950, RFC 1951).
struct DeflateWalk {
  private let bytes: [UInt8]
  private var next = 0
  private var held: UInt64 = 0
  private var heldBits = 0
  private var unpacked = 0

  private static let lengthBase = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  private static let lengthExtra = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let codeOrder = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
  ]
  /// Far more than any program writes for 16 MiB.
  private static let mostBlocks = 1 << 16
  private static let malformed = ImageFault.damaged(.png, "has malformed compressed data")

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The number of bytes from the stream's header to its checksum; what follows is no part of it.
  ///
  /// - Throws: `image/damaged` where the stream unpacks to more or less than `expected` bytes.
  mutating func zlibStreamLength(unpackingTo expected: Int) throws(ImageFault) -> Int {
    guard bytes.count >= 2, bytes[0] & 0x0F == 8, bytes[0] >> 4 <= 7, bytes[1] & 0x20 == 0,
      (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0
    else { throw Self.malformed }
    next = 2
    var isLast = false
    var blocks = 0
    while !isLast {
      blocks += 1
      guard blocks <= Self.mostBlocks else { throw Self.malformed }
      isLast = try bits(1) == 1
      switch try bits(2) {
      case 0: try stored()
      case 1: try coded(Self.fixedLengths, Self.fixedDistances)
      case 2:
        let (lengths, distances) = try dynamicCodes()
        try coded(lengths, distances)
      default: throw Self.malformed
      }
      guard unpacked <= expected else { throw .damaged(.png, "holds more data than its pixels") }
    }
    guard unpacked == expected else { throw .damaged(.png, "holds less data than its pixels") }
    let end = next - heldBits / 8 + 4
    guard end <= bytes.count else { throw Self.malformed }
    return end
  }

  private mutating func fill() {
    while heldBits <= 48, next < bytes.count {
      held |= UInt64(bytes[next]) << UInt64(heldBits)
      heldBits += 8
      next += 1
    }
  }

  private mutating func drop(_ count: Int) throws(ImageFault) {
    guard count <= heldBits else { throw Self.malformed }
    held >>= UInt64(count)
    heldBits -= count
  }

  private mutating func bits(_ count: Int) throws(ImageFault) -> Int {
    fill()
    let value = Int(held & (1 << UInt64(count) - 1))
    try drop(count)
    return value
  }

  private mutating func symbol(_ code: HuffmanCode) throws(ImageFault) -> Int {
    fill()
    let (symbol, length) = code[Int(held & 0x7FFF)]
    guard length > 0 else { throw Self.malformed }
    try drop(length)
    return symbol
  }

  private mutating func stored() throws(ImageFault) {
    try drop(heldBits % 8)
    let length = try bits(16)
    guard try bits(16) == length ^ 0xFFFF else { throw Self.malformed }
    next -= heldBits / 8
    held = 0
    heldBits = 0
    guard length <= bytes.count - next else { throw Self.malformed }
    next += length
    unpacked += length
  }

  private mutating func coded(_ lengths: HuffmanCode, _ distances: HuffmanCode) throws(ImageFault) {
    while true {
      let literal = try symbol(lengths)
      if literal < 256 {
        unpacked += 1
      } else if literal == 256 {
        return
      } else {
        guard literal <= 285 else { throw Self.malformed }
        let length = try Self.lengthBase[literal - 257] + bits(Self.lengthExtra[literal - 257])
        let code = try symbol(distances)
        guard code < 30 else { throw Self.malformed }
        let extra = max(0, code / 2 - 1)
        let base = code < 4 ? code + 1 : (2 + code % 2) << extra + 1
        guard try base + bits(extra) <= unpacked else { throw Self.malformed }
        unpacked += length
      }
    }
  }

  /// The codes that stand at the start of a block (RFC 1951, section 3.2.7).
  private mutating func dynamicCodes() throws(ImageFault) -> (HuffmanCode, HuffmanCode) {
    let literals = try bits(5) + 257
    let distances = try bits(5) + 1
    let codes = try bits(4) + 4
    var short = [UInt8](repeating: 0, count: 19)
    for place in Self.codeOrder.prefix(codes) { short[place] = UInt8(try bits(3)) }
    let code = try HuffmanCode(lengths: short)
    var lengths: [UInt8] = []
    while lengths.count < literals + distances {
      let value = try symbol(code)
      switch value {
      case 0...15: lengths.append(UInt8(value))
      case 16:
        guard let last = lengths.last else { throw Self.malformed }
        lengths += Array(repeating: last, count: try bits(2) + 3)
      case 17: lengths += Array(repeating: 0, count: try bits(3) + 3)
      default: lengths += Array(repeating: 0, count: try bits(7) + 11)
      }
    }
    guard lengths.count == literals + distances, literals <= 286 else { throw Self.malformed }
    return (
      try HuffmanCode(lengths: Array(lengths.prefix(literals))),
      try HuffmanCode(lengths: Array(lengths.dropFirst(literals)))
    )
  }

  private static let fixedLengths = HuffmanCode(
    valid: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
  private static let fixedDistances = HuffmanCode(valid: Array(repeating: 5, count: 30))
}
