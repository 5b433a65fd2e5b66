/// Reads lists of numbers, as coordinates, lengths, paths, transforms and colours have them.
struct SVGNumberScanner {
  private static let units: Set = [
    "px", "pt", "pc", "mm", "cm", "in", "em", "ex", "ch", "rem", "vw", "vh", "Q", "deg", "grad",
    "rad", "turn",
  ]

  private var rest: Substring.UTF8View

  /// Whether `text` is numbers, with units where no `letters` are given, with these letters
  /// between them, or as the arguments of these functions.
  static func accepts(_ text: String, letters: String = "", functions: Set<String> = []) -> Bool {
    var scanner = SVGNumberScanner(rest: text[...].utf8)
    guard functions.isEmpty else { return scanner.readFunctions(functions) }
    return scanner.readNumbers(letters: Set(letters.utf8)) && scanner.rest.isEmpty
  }

  /// Reads as many numbers as there are; false where there is none at all.
  private mutating func readNumbers(letters: Set<UInt8>) -> Bool {
    var found = false
    while true {
      skipSeparators()
      if let first = rest.first, letters.contains(first) {
        rest = rest.dropFirst()
      } else {
        guard readNumber() else { return found }
        if letters.isEmpty, !readUnit() { return false }
      }
      found = true
    }
  }

  private mutating func readFunctions(_ names: Set<String>) -> Bool {
    var found = false
    while true {
      skipSeparators()
      let name = rest.prefix { (0x61...0x7A).contains($0 | 0x20) }
      guard !name.isEmpty else { return found && rest.isEmpty }
      rest = rest.dropFirst(name.count)
      skipSeparators()
      guard names.contains(String(Substring(name))), rest.first == UInt8(ascii: "(") else {
        return false
      }
      rest = rest.dropFirst()
      guard readNumbers(letters: []), rest.first == UInt8(ascii: ")") else { return false }
      rest = rest.dropFirst()
      found = true
    }
  }

  /// Reads a number (SVG 2, section 4.2, `number`).
  private mutating func readNumber() -> Bool {
    var text = rest
    if text.first == UInt8(ascii: "+") || text.first == UInt8(ascii: "-") {
      text = text.dropFirst()
    }
    let whole = Self.dropDigits(&text)
    var part = 0
    if text.first == UInt8(ascii: ".") {
      text = text.dropFirst()
      part = Self.dropDigits(&text)
    }
    guard whole + part > 0 else { return false }
    var exponent = text
    if let letter = exponent.first, letter | 0x20 == UInt8(ascii: "e") {
      exponent = exponent.dropFirst()
      if exponent.first == UInt8(ascii: "+") || exponent.first == UInt8(ascii: "-") {
        exponent = exponent.dropFirst()
      }
      if Self.dropDigits(&exponent) > 0 { text = exponent }
    }
    rest = text
    return true
  }

  /// Reads a unit, or nothing; false for a word that is no unit.
  private mutating func readUnit() -> Bool {
    if rest.first == UInt8(ascii: "%") {
      rest = rest.dropFirst()
      return true
    }
    let unit = rest.prefix { (0x61...0x7A).contains($0 | 0x20) && $0 >= 0x41 }
    rest = rest.dropFirst(unit.count)
    return unit.isEmpty || Self.units.contains(String(Substring(unit)))
  }

  private mutating func skipSeparators() {
    rest = rest.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ",") }
  }

  private static func dropDigits(_ text: inout Substring.UTF8View) -> Int {
    let digits = text.prefix { (0x30...0x39).contains($0) }.count
    text = text.dropFirst(digits)
    return digits
  }
}
