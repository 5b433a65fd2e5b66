/// Unpacks DEFLATE (RFC 1951), plain and in its wrappers gzip and zlib.
struct Inflate {
  /// The most that is unpacked of one stream.
  static let limit = 16 << 20

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position: Int
  private var bits: UInt32 = 0
  private var bitCount = 0
  private var output: [UInt8] = []
  private var isBroken = false

  private init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    self.bytes = bytes
    position = start
  }

  /// What a DEFLATE stream that begins at `start` says, as far as it can be read.
  static func raw(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> [UInt8] {
    var inflate = Inflate(bytes, from: start)
    inflate.run()
    return inflate.output
  }

  /// What a zlib stream says.
  static func zlib(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] { raw(bytes, from: 2) }

  /// What a gzip member says; its name and comment come first.
  static func gzip(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard bytes.count > 18 else { return [] }
    let flags = bytes[3]
    var i = 10
    if flags & 4 != 0 { i += 2 + Int(bytes[10]) + Int(bytes[11]) << 8 }
    let texts = i
    for flag in [UInt8(8), 16] where flags & flag != 0 {
      while i < bytes.count, bytes[i] != 0 { i += 1 }
      i += 1
    }
    guard i < bytes.count else { return [] }
    return Array(bytes[min(texts, i)..<i]) + [0x0A] + raw(bytes, from: i)
  }

  private mutating func run() {
    var isLast = false
    while !isLast, !isBroken {
      isLast = take(1) == 1
      switch take(2) {
      case 0: stored()
      case 1: block(HuffmanTable.fixedLiterals, HuffmanTable.fixedDistances)
      case 2: dynamic()
      default: isBroken = true
      }
    }
  }

  private mutating func take(_ count: Int) -> Int {
    while bitCount < count {
      guard position < bytes.count else {
        isBroken = true
        return 0
      }
      bits |= UInt32(bytes[position]) << UInt32(bitCount)
      position += 1
      bitCount += 8
    }
    let value = bits & (1 << UInt32(count) - 1)
    bits >>= UInt32(count)
    bitCount -= count
    return Int(value)
  }

  private mutating func stored() {
    bits = 0
    bitCount = 0
    guard position + 4 <= bytes.count else {
      isBroken = true
      return
    }
    let count = Int(bytes[position]) | Int(bytes[position + 1]) << 8
    position += 4
    let end = min(bytes.count, position + count)
    output += bytes[position..<end]
    isBroken = end - position < count || output.count > Inflate.limit
    position = end
  }

  private mutating func dynamic() {
    let literals = take(5) + 257
    let distances = take(5) + 1
    let codes = take(4) + 4
    var lengths = [UInt8](repeating: 0, count: 19)
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    for k in 0..<codes { lengths[order[k]] = UInt8(take(3)) }
    let meta = HuffmanTable(lengths)
    var all: [UInt8] = []
    while all.count < literals + distances, !isBroken {
      let symbol = decode(meta)
      switch symbol {
      case 0...15: all.append(UInt8(symbol))
      case 16: all += repeatElement(all.last ?? 0, count: take(2) + 3)
      case 17: all += repeatElement(0, count: take(3) + 3)
      case 18: all += repeatElement(0, count: take(7) + 11)
      default: isBroken = true
      }
    }
    guard !isBroken, all.count == literals + distances else {
      isBroken = true
      return
    }
    block(HuffmanTable(Array(all[..<literals])), HuffmanTable(Array(all[literals...])))
  }

  private mutating func decode(_ table: HuffmanTable) -> Int {
    var code = 0
    for length in 1...15 {
      code = code << 1 | take(1)
      if isBroken { return -1 }
      if let symbol = table.symbol(code, length: length) { return symbol }
    }
    isBroken = true
    return -1
  }

  private mutating func block(_ literals: HuffmanTable, _ distances: HuffmanTable) {
    while !isBroken, output.count <= Inflate.limit {
      let symbol = decode(literals)
      if symbol < 0 || symbol == 256 { return }
      if symbol < 256 {
        output.append(UInt8(symbol))
        continue
      }
      guard symbol - 257 < Inflate.lengthBases.count else { break }
      let length = Inflate.lengthBases[symbol - 257] + take(Inflate.lengthExtras[symbol - 257])
      let code = decode(distances)
      guard code >= 0, code < Inflate.distanceBases.count else { break }
      let distance = Inflate.distanceBases[code] + take(max(0, code / 2 - 1))
      guard distance <= output.count else { break }
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
    isBroken = true
  }

  private static let lengthBases = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  private static let lengthExtras = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distanceBases = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
    3073, 4097, 6145, 8193, 12289, 16385, 24577,
  ]
}
