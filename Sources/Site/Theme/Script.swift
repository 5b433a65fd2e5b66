/// A script of the theme as the site has it.
enum Script {
  /// The script without the lines that begin with `//`, and without white space before and behind
  /// lines: no reader needs them.
  static func withoutNotes(_ script: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(script.count)
    for line in script.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let code = line.drop { $0 == 0x20 || $0 == 0x09 }
      if code.isEmpty || code.starts(with: "//".utf8) { continue }
      result += code
      result.append(0x0A)
    }
    return result
  }
}
