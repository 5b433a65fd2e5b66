/// A canonical Huffman code, as DEFLATE has it.
struct HuffmanTable: Sendable {
  private var symbols: [Int] = []
  private var counts = [Int](repeating: 0, count: 16)
  private var firstCodes = [Int](repeating: 0, count: 16)
  private var firstPlaces = [Int](repeating: 0, count: 16)

  /// The code whose symbols have these lengths; 0 is none.
  init(_ lengths: [UInt8]) {
    for length in lengths where length > 0 && length < 16 { counts[Int(length)] += 1 }
    var code = 0
    var place = 0
    for length in 1...15 {
      code = (code + counts[length - 1]) << 1
      firstCodes[length] = code
      firstPlaces[length] = place
      place += counts[length]
      for (symbol, its) in lengths.enumerated() where Int(its) == length { symbols.append(symbol) }
    }
  }

  /// The symbol with this code of this length.
  func symbol(_ code: Int, length: Int) -> Int? {
    let index = code - firstCodes[length]
    guard index >= 0, index < counts[length] else { return nil }
    return symbols[firstPlaces[length] + index]
  }

  static let fixedLiterals = HuffmanTable(
    (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
  static let fixedDistances = HuffmanTable([UInt8](repeating: 5, count: 30))
}
