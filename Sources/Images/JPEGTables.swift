/// The quantization and Huffman tables of a JPEG, written where a scan first needs them.
///
/// A table that no scan uses carries no picture and is not written; so tables cannot be a place
/// to keep something (ITU-T T.81, sections B.2.4.1 and B.2.4.2).
struct JPEGTables {
  /// What a table is for and its number, 0 to 3.
  enum Name: Hashable {
    case quantization(UInt8)
    case direct(UInt8)
    case alternating(UInt8)
  }

  private var defined: [Name: [UInt8]] = [:]
  private var written: [Name: [UInt8]] = [:]

  func has(_ name: Name) -> Bool { defined[name] != nil }

  mutating func readQuantization(_ segment: ArraySlice<UInt8>) throws(ImageFault) {
    var rest = segment
    while let head = rest.first {
      let length = head >> 4 == 0 ? 64 : 128
      guard head >> 4 <= 1, head & 15 <= 3, rest.count > length else {
        throw .damaged(.jpeg, "has a malformed quantization table")
      }
      defined[.quantization(head & 15)] = Array(rest.prefix(1 + length))
      rest = rest.dropFirst(1 + length)
    }
  }

  mutating func readHuffman(_ segment: ArraySlice<UInt8>) throws(ImageFault) {
    var rest = segment
    while let head = rest.first {
      let symbols = rest.dropFirst().prefix(16).reduce(0) { $0 + Int($1) }
      guard head >> 4 <= 1, head & 15 <= 3, rest.count >= 17 + symbols, symbols <= 256 else {
        throw .damaged(.jpeg, "has a malformed Huffman table")
      }
      let name: Name = head >> 4 == 0 ? .direct(head & 15) : .alternating(head & 15)
      defined[name] = Array(rest.prefix(17 + symbols))
      rest = rest.dropFirst(17 + symbols)
    }
  }

  /// Writes the table, unless the file has it already.
  mutating func write(_ name: Name, to file: inout [UInt8]) throws(ImageFault) {
    guard let table = defined[name] else {
      throw .damaged(.jpeg, "lacks a table that its picture needs")
    }
    guard written[name] != table else { return }
    written[name] = table
    if case .quantization = name {
      file += [0xFF, 0xDB]
    } else {
      file += [0xFF, 0xC4]
    }
    file.appendBigEndian(table.count + 2, bytes: 2)
    file += table
  }
}
