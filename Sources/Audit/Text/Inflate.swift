/// Unpacks DEFLATE (RFC 1951), slowly and simply: the audit looks into what should not be there.
struct Inflate {
  private let bytes: ArraySlice<UInt8>
  private var index: Int
  private var bits: UInt32 = 0
  private var bitCount: UInt32 = 0
  private var output: [UInt8] = []
  private let limit: Int

  private struct Damaged: Error {}

  /// The bytes of a stream, as far as it can be read and up to `limit`; nil where nothing can.
  static func text(_ bytes: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
    var inflate = Inflate(bytes, limit)
    do { try inflate.run() } catch { return inflate.output.count < 8 ? nil : inflate.output }
    return inflate.output
  }

  private init(_ bytes: ArraySlice<UInt8>, _ limit: Int) {
    self.bytes = bytes
    self.limit = limit
    index = bytes.startIndex
  }

  private mutating func run() throws {
    var isLast = false
    while !isLast, output.count < limit {
      isLast = try take(1) == 1
      switch try take(2) {
      case 0: try stored()
      case 1: try compressed(Inflate.fixedLiterals, Inflate.fixedDistances)
      case 2:
        let (literals, distances) = try trees()
        try compressed(literals, distances)
      default: throw Damaged()
      }
    }
  }

  private mutating func take(_ count: UInt32) throws -> Int {
    while bitCount < count {
      guard index < bytes.endIndex else { throw Damaged() }
      bits |= UInt32(bytes[index]) << bitCount
      index += 1
      bitCount += 8
    }
    let value = bits & ((1 << count) - 1)
    bits >>= count
    bitCount -= count
    return Int(value)
  }

  private mutating func stored() throws {
    bits = 0
    bitCount = 0
    guard index + 4 <= bytes.endIndex else { throw Damaged() }
    let size = Int(bytes[index]) | Int(bytes[index + 1]) << 8
    guard size == ~(Int(bytes[index + 2]) | Int(bytes[index + 3]) << 8) & 0xFFFF else {
      throw Damaged()
    }
    index += 4
    let end = min(bytes.endIndex, index + size)
    output += bytes[index..<end]
    index = end
  }

  /// A code of Huffman's: how many words of each length, and their values in order.
  private struct Code {
    var counts = [Int](repeating: 0, count: 16)
    var values: [Int] = []

    init(_ lengths: [Int]) throws {
      for length in lengths where length > 0 { counts[length] += 1 }
      var left = 1
      for length in 1...15 {
        left = left * 2 - counts[length]
        if left < 0 { throw Damaged() }
      }
      values = lengths.indices.filter { lengths[$0] > 0 }
        .sorted { (lengths[$0], $0) < (lengths[$1], $1) }
    }
  }

  private mutating func value(_ code: Code) throws -> Int {
    var word = 0
    var first = 0
    var place = 0
    for length in 1...15 {
      word |= try take(1)
      let count = code.counts[length]
      if word - first < count { return code.values[place + word - first] }
      place += count
      first = (first + count) << 1
      word <<= 1
    }
    throw Damaged()
  }

  private mutating func trees() throws -> (Code, Code) {
    let literals = try take(5) + 257
    let distances = try take(5) + 1
    let count = try take(4) + 4
    var lengths = [Int](repeating: 0, count: 19)
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    for place in order.prefix(count) { lengths[place] = try take(3) }
    let code = try Code(lengths)
    var all: [Int] = []
    while all.count < literals + distances {
      switch try value(code) {
      case 16:
        guard let last = all.last else { throw Damaged() }
        all += Array(repeating: last, count: try take(2) + 3)
      case 17: all += Array(repeating: 0, count: try take(3) + 3)
      case 18: all += Array(repeating: 0, count: try take(7) + 11)
      case let length: all.append(length)
      }
    }
    guard all.count == literals + distances else { throw Damaged() }
    return (try Code(Array(all[..<literals])), try Code(Array(all[literals...])))
  }

  private mutating func compressed(_ literals: Code, _ distances: Code) throws {
    while output.count < limit {
      let symbol = try value(literals)
      if symbol < 256 {
        output.append(UInt8(symbol))
      } else if symbol == 256 {
        return
      } else {
        try copy(symbol - 257, distances)
      }
    }
  }

  private mutating func copy(_ symbol: Int, _ distances: Code) throws {
    guard symbol < 29 else { throw Damaged() }
    let extra = symbol < 8 || symbol == 28 ? 0 : (symbol - 4) / 4
    let base =
      symbol == 28 ? 258 : symbol < 8 ? symbol + 3 : ((4 + symbol % 4) << extra) + 3
    let length = base + (try take(UInt32(extra)))
    let far = try value(distances)
    guard far < 30 else { throw Damaged() }
    let farExtra = far < 4 ? 0 : (far - 2) / 2
    let distance =
      (far < 4 ? far + 1 : ((2 + far % 2) << farExtra) + 1) + (try take(UInt32(farExtra)))
    guard distance <= output.count else { throw Damaged() }
    for _ in 0..<length { output.append(output[output.count - distance]) }
  }

  private static let fixedLiterals = fixed(
    Array(repeating: 8, count: 144) + Array(repeating: 9, count: 112)
      + Array(repeating: 7, count: 24) + Array(repeating: 8, count: 8))
  private static let fixedDistances = fixed(Array(repeating: 5, count: 30))

  private static func fixed(_ lengths: [Int]) -> Code {
    do { return try Code(lengths) } catch { preconditionFailure("the fixed codes are complete") }
  }
}
