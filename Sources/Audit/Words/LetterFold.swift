/// Makes letters comparable: small, without accents, as compatibility decomposition (NFKD) has them.
///
/// Latin has tables; other scripts are made small and lose their marks.
enum LetterFold {
  /// What a scalar is to a word.
  enum Folded {
    /// Ends a word.
    case separator
    /// Is not there: marks, joiners, soft hyphens, zero-width characters.
    case ignorable
    /// These letters or digits.
    case letters([UInt32])
    /// A word of its own, as in scripts that are written without spaces.
    case lone(UInt32)
  }

  /// What `scalar`, which is not ASCII, is to a word.
  static func fold(_ scalar: Unicode.Scalar) -> Folded {
    let value = scalar.value
    switch value {
    case 0xC0...0x24F: return tabled(latin, value - 0xC0)
    case 0x1E00...0x1EFF: return tabled(latinExtended, value - 0x1E00)
    case 0xFB00...0xFB06: return tabled(ligatures, value - 0xFB00)
    case 0xFF01...0xFF5E: return ascii(value - 0xFEE0)
    case 0x1D400...0x1D6A3: return ascii(0x61 + (value - 0x1D400) % 26)
    case 0x1D7CE...0x1D7FF: return ascii(0x30 + (value - 0x1D7CE) % 10)
    case 0x24B6...0x24E9: return ascii(0x61 + (value - 0x24B6) % 26)
    case 0x2460...0x2468: return ascii(0x31 + value - 0x2460)
    case 0x2070, 0x2074...0x2079: return ascii(0x30 + value - 0x2070)
    case 0x2080...0x2089: return ascii(0x30 + value - 0x2080)
    case 0xB9: return ascii(0x31)
    case 0xB2, 0xB3: return ascii(0x30 + value - 0xB0)
    case 0xAA: return ascii(0x61)
    case 0xBA: return ascii(0x6F)
    case 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      return .lone(value)
    default: return general(scalar)
    }
  }

  private static func general(_ scalar: Unicode.Scalar) -> Folded {
    let properties = scalar.properties
    if properties.isDefaultIgnorableCodePoint || properties.canonicalCombiningClass != .notReordered
    {
      return .ignorable
    }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return .ignorable
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter,
      .spacingMark, .decimalNumber:
      if let digit = properties.numericValue, properties.generalCategory == .decimalNumber {
        return ascii(0x30 + UInt32(max(0, min(9, digit))))
      }
      return .letters(properties.lowercaseMapping.unicodeScalars.map(\.value))
    default: return .separator
    }
  }

  private static func ascii(_ value: UInt32) -> Folded {
    switch value {
    case 0x30...0x39, 0x61...0x7A: .letters([value])
    case 0x41...0x5A: .letters([value | 0x20])
    default: .separator
    }
  }

  private static func tabled(_ table: [[UInt32]], _ index: UInt32) -> Folded {
    guard index < table.count, !table[Int(index)].isEmpty else { return .separator }
    return .letters(table[Int(index)])
  }

  private static func parts(_ text: StaticString) -> [[UInt32]] {
    text.description.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { part in
      part == "-" ? [] : part.unicodeScalars.map(\.value)
    }
  }
}

// MARK: - Tables

extension LetterFold {
  /// U+00C0 to U+024F; `-` is no letter.
  private static let latin = parts(
    """
    a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th ss a a a a a a ae c e e e e
    i i i i d n o o o o o - o u u u u y th y a a a a a a c c c c c c c c d d d d e e e e e e e e
    e e g g g g g g g g h h h h i i i i i i i i i i ij ij j j k k k l l l l l l l l l l n n n n
    n n n n n o o o o o o oe oe r r r r r r s s s s s s s s t t t t t t u u u u u u u u u u u u
    w w y y y z z z z z z s - - - - - - - - - - - - - - - - - - f - - - - - - - - - - - - - o o
    - - - - - - - - - - - - - u u - - - - - - - - - - - - - - - - - - - dz dz dz lj lj lj nj nj
    nj a a i i o o u u u u u u u u u u - a a a a - - - - g g k k o o o o - - j dz dz dz g g - -
    n n a a - - - - a a a a e e e e i i i i o o o o r r r r u u u u s s t t - - h h - - - - - -
    a a e e o o o o o o o o y y - - - - - - - - - - - - - - - - - - - - - - - - - - - -
    """)

  /// U+1E00 to U+1EFF.
  private static let latinExtended = parts(
    """
    a a b b b b b b c c d d d d d d d d d d e e e e e e e e e e f f g g h h h h h h h h h h i i
    i i k k k k k k l l l l l l l l m m m m m m n n n n n n n n o o o o o o o o p p p p r r r r
    r r r r s s s s s s s s s s t t t t t t t t u u u u u u u u u u v v v v w w w w w w w w w w
    x x x x y y z z z z z z h t w y a s - - - - a a a a a a a a a a a a a a a a a a a a a a a a
    e e e e e e e e e e e e e e e e i i i i o o o o o o o o o o o o o o o o o o o o o o o o u u
    u u u u u u u u u u u u y y y y y y y y - - - - - -
    """)

  /// U+FB00 to U+FB06.
  private static let ligatures = parts("ff fi fl ffi ffl st st")
}
