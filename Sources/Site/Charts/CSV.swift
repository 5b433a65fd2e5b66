/// A table as comma-separated values (RFC 4180), safe to open in a spreadsheet.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises
/// against CSV injection: an edition's texts are data, and must stay that on a reader's desk.
enum CSV {
  /// The file of `rows`, the header first. Lines end in CRLF.
  static func bytes(_ rows: [[String]]) -> [UInt8] {
    var bytes: [UInt8] = []
    for row in rows {
      for (index, cell) in row.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        write(cell, to: &bytes)
      }
      bytes += [0x0D, 0x0A]
    }
    return bytes
  }

  /// The characters that start a formula, in their full-width forms too, and those that some programs
  /// skip before one.
  private static let dangerous: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
  ]

  private static func write(_ cell: String, to bytes: inout [UInt8]) {
    let first = cell.unicodeScalars.first { $0 != " " }
    let isFormula = first.map(dangerous.contains) ?? false
    let needsQuotes = isFormula || cell.utf8.contains { "\",\r\n".utf8.contains($0) }
    guard needsQuotes else {
      bytes += cell.utf8
      return
    }
    let quote = UInt8(ascii: "\"")
    bytes.append(quote)
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for byte in cell.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }
}
