/// A Huffman code of DEFLATE: the next 15 bits of the stream give symbol and length (RFC 1951,
/// section 3.2.2).
///
/// Short codes are looked up; longer ones, which are rare, are counted out, so that a code is cheap
/// to make: a malicious file may have thousands of them.
struct HuffmanCode {
  private static let tableBits = 10

  /// For each run of 10 bits, `symbol << 4 | length`; 0 where no code so short begins so.
  private var table = [UInt16](repeating: 0, count: 1 << tableBits)
  /// How many codes have each length.
  private var counts = [Int](repeating: 0, count: 16)
  /// The symbols in the order of their codes.
  private var symbols: [Int]

  /// The code whose symbols have these lengths in bits, none over 15.
  ///
  /// - Throws: `image/damaged` where two codes would be the same.
  init(lengths: [UInt8]) throws(ImageFault) {
    var space = 1 << 15
    for length in lengths where length > 0 { space -= 1 << (15 - Int(length)) }
    guard space >= 0 else { throw .damaged(.png, "has malformed compressed data") }
    self.init(valid: lengths)
  }

  /// The code whose symbols have these lengths, which are known to make one.
  init(valid lengths: [UInt8]) {
    symbols = Array(repeating: 0, count: lengths.count)
    for length in lengths where length > 0 { counts[Int(length)] += 1 }
    // The first code of each length, and its place among the symbols.
    var codes = [Int](repeating: 0, count: 16)
    var places = [Int](repeating: 0, count: 16)
    for length in 1..<15 {
      codes[length + 1] = (codes[length] + counts[length]) << 1
      places[length + 1] = places[length] + counts[length]
    }
    for (symbol, length) in lengths.enumerated() where length > 0 {
      let length = Int(length)
      symbols[places[length]] = symbol
      places[length] += 1
      if length <= Self.tableBits { fill(codes[length], length, symbol) }
      codes[length] += 1
    }
  }

  /// The symbol that these 15 bits begin with and its length, which is 0 where there is none.
  subscript(bits: Int) -> (symbol: Int, length: Int) {
    let entry = Int(table[bits & (1 << Self.tableBits - 1)])
    if entry != 0 { return (entry >> 4, entry & 15) }
    var (code, first, place) = (0, 0, 0)
    for length in 1...15 {
      code = code << 1 | bits >> (length - 1) & 1
      if code - first < counts[length] { return (symbols[place + code - first], length) }
      place += counts[length]
      first = (first + counts[length]) << 1
    }
    return (0, 0)
  }

  /// Enters a code, whose bits come in the stream from the highest to the lowest.
  private mutating func fill(_ code: Int, _ length: Int, _ symbol: Int) {
    let reversed = (0..<length).reduce(0) { $0 << 1 | (code >> $1) & 1 }
    for index in stride(from: reversed, to: table.count, by: 1 << length) {
      table[index] = UInt16(symbol << 4 | length)
    }
  }
}
