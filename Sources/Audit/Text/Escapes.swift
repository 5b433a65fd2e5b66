/// Digits of numbers that stand for characters.
enum Digit {
  /// The value of a digit to the base of 16.
  @inline(__always)
  static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}

/// Undoing escapes in place: what a character took more than it needs is filled up.
enum Escape {
  typealias Bytes = UnsafeMutableBufferPointer<UInt8>

  /// Undoes `\u0041`, `\x41`, `\41 ` and the like; optionally a quotation mark ends a run.
  static func undoAll(_ text: Bytes, quotesEnd: Bool) {
    let escape = UInt8(ascii: "\\")
    let other = quotesEnd ? UInt8(ascii: "\"") : escape
    var index = 0
    while true {
      index = ByteSearch.first(escape, or: other, in: .init(text), from: index, to: text.count)
      guard index < text.count else { return }
      if text[index] == escape, index + 1 < text.count {
        index = undo(text, index)
      } else {
        if text[index] != escape { text[index] = Letters.end }
        index += 1
      }
    }
  }

  /// Undoes the escape whose backslash is at `start`; where it ends.
  static func undo(_ text: Bytes, _ start: Int) -> Int {
    switch text[start + 1] {
    case UInt8(ascii: "u") where start + 2 < text.count && text[start + 2] == UInt8(ascii: "{"):
      let end = undo(text, start, digitsFrom: start + 3, most: 6, least: 1)
      guard end < text.count, text[end] == UInt8(ascii: "}") else { return end }
      text[end] = Letters.fill
      return end + 1
    case UInt8(ascii: "u"): return undo(text, start, digitsFrom: start + 2, most: 4, least: 4)
    case UInt8(ascii: "x"): return undo(text, start, digitsFrom: start + 2, most: 2, least: 2)
    case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "\""):
      text[start] = text[start + 1] == UInt8(ascii: "n") ? 0x0A : 0x20
      text[start + 1] = Letters.fill
      return start + 2
    case UInt8(ascii: "\\")
    where start + 2 < text.count && text[start + 2] | 0x20 == UInt8(ascii: "u"):
      // Escaped once more, as JSON in JSON is.
      text[start] = Letters.fill
      return undo(text, start + 1)
    case let byte where Digit.hex(byte) != nil:
      // Style sheets end one of less than six digits with a space.
      let end = undo(text, start, digitsFrom: start + 1, most: 6, least: 1)
      guard end < min(text.count, start + 7), text[end] == 0x20 else { return end }
      text[end] = Letters.fill
      return end + 1
    default:
      text[start] = Letters.fill
      return start + 2
    }
  }

  private static func undo(
    _ text: Bytes, _ start: Int, digitsFrom first: Int, most: Int, least: Int
  ) -> Int {
    var value: UInt32 = 0
    var end = first
    while end < text.count, end - first < most, let digit = Digit.hex(text[end]) {
      value = value << 4 | UInt32(digit)
      end += 1
    }
    guard end - first >= least else { return start + 2 }
    // Two halves of one character, as UTF-16 has them.
    if (0xD800..<0xDC00).contains(value), end + 6 <= text.count, text[end] == UInt8(ascii: "\\") {
      var low: UInt32 = 0
      for index in end + 2..<end + 6 { low = low << 4 | UInt32(Digit.hex(text[index]) ?? 0) }
      value = 0x10000 + ((value & 0x3FF) << 10 | (low & 0x3FF))
      end += 6
    }
    Entity.put(value, text, start..<end)
    return end
  }
}

/// Percent signs of addresses (RFC 3986, 2.1).
enum Percent {
  /// Undoes all in place. The bytes of a character come to stand next to each other, and what is left
  /// over behind them is filled up.
  static func undoAll(_ text: UnsafeMutableBufferPointer<UInt8>) {
    var index = 0
    while let start = ByteSearch.first(UInt8(ascii: "%"), in: .init(text), from: index) {
      index = start
      var next = start
      while next + 2 < text.count, text[next] == UInt8(ascii: "%"),
        let high = Digit.hex(text[next + 1]), let low = Digit.hex(text[next + 2])
      {
        var byte = high << 4 | low
        next += 3
        // A percent sign that was one itself: `%2541`.
        while byte == UInt8(ascii: "%"), next + 1 < text.count, let high = Digit.hex(text[next]),
          let low = Digit.hex(text[next + 1])
        {
          byte = high << 4 | low
          next += 2
        }
        // The signs that part words here are none of the text's.
        text[index] = max(0x20, byte)
        index += 1
      }
      guard next > start else {
        index = start + 1
        continue
      }
      while index < next {
        text[index] = Letters.fill
        index += 1
      }
    }
  }
}

/// Entities of markup.
enum Entity {
  typealias Bytes = UnsafeMutableBufferPointer<UInt8>

  /// Undoes all from `start` on.
  static func undoAll(_ text: Bytes, from start: Int) {
    var index = start
    while let place = ByteSearch.first(UInt8(ascii: "&"), in: .init(text), from: index) {
      index = undo(text, place)
    }
  }

  /// Undoes the entity at `start`, if it is one; where to go on.
  static func undo(_ text: Bytes, _ start: Int) -> Int {
    var end = start + 1
    if end < text.count, text[end] == UInt8(ascii: "#") { return undoNumber(text, start) }
    while end < text.count, end - start < 26, text[end] != UInt8(ascii: ";") { end += 1 }
    guard end < text.count, text[end] == UInt8(ascii: ";"), end - start > 1 else {
      return start + 1
    }
    let name = UnsafeBufferPointer(rebasing: text[start + 1..<end])
    guard let value = named[String(decoding: name, as: UTF8.self)] else { return start + 1 }
    put(value, text, start..<(end + 1))
    return end + 1
  }

  /// Undoes the number of a character at `start`, with a semicolon behind it or, as browsers do,
  /// without.
  private static func undoNumber(_ text: Bytes, _ start: Int) -> Int {
    var index = start + 2
    let isHex = index < text.count && text[index] | 0x20 == UInt8(ascii: "x")
    if isHex { index += 1 }
    var first = index
    while index < text.count, text[index] == UInt8(ascii: "0") { index += 1 }
    let zeros = index > first
    if zeros { first = index }
    var value: UInt32 = 0
    while index < text.count, index - first < 10, let digit = Digit.hex(text[index]),
      isHex || digit < 10, value < 0x110000
    {
      value = value * (isHex ? 16 : 10) + UInt32(digit)
      index += 1
    }
    guard index > first || zeros else { return start + 1 }
    if index < text.count, text[index] == UInt8(ascii: ";") { index += 1 }
    put(value, text, start..<index)
    return index
  }

  /// Puts a character at the end of `range`, and fills up the rest: what it begins goes on behind it.
  static func put(_ value: UInt32, _ text: Bytes, _ range: Range<Int>) {
    var bytes: [UInt8] = []
    // The signs that part words here are none of the text's.
    UTF8Reading.append(value < 0x20 ? 0x20 : value, to: &bytes)
    let first = max(range.lowerBound, range.upperBound - bytes.count)
    for index in range {
      text[index] = index < first ? Letters.fill : bytes[index - first]
    }
  }

  /// The names of HTML for ASCII characters, Latin letters and the usual signs.
  private static let named: [String: UInt32] = {
    let latin = """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn \
      sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave \
      Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
      ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN \
      szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave \
      iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute \
      ucirc uuml yacute thorn yuml
      """
    let extended = """
      Amacr amacr Abreve abreve Aogon aogon Cacute cacute Ccirc ccirc Cdot cdot Ccaron ccaron \
      Dcaron dcaron Dstrok dstrok Emacr emacr - - Edot edot Eogon eogon Ecaron ecaron Gcirc \
      gcirc Gbreve gbreve Gdot gdot Gcedil - Hcirc hcirc Hstrok hstrok Itilde itilde Imacr \
      imacr - - Iogon iogon Idot imath IJlig ijlig Jcirc jcirc Kcedil kcedil kgreen Lacute \
      lacute Lcedil lcedil Lcaron lcaron Lmidot lmidot Lstrok lstrok Nacute nacute Ncedil \
      ncedil Ncaron ncaron napos ENG eng Omacr omacr - - Odblac odblac OElig oelig Racute \
      racute Rcedil rcedil Rcaron rcaron Sacute sacute Scirc scirc Scedil scedil Scaron scaron \
      Tcedil tcedil Tcaron tcaron Tstrok tstrok Utilde utilde Umacr umacr Ubreve ubreve Uring \
      uring Udblac udblac Uogon uogon Wcirc wcirc Ycirc ycirc Yuml Zacute zacute Zdot zdot \
      Zcaron zcaron
      """
    var table: [String: UInt32] = [
      "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "ndash": 0x2013,
      "mdash": 0x2014, "lsquo": 0x2018, "rsquo": 0x2019, "ldquo": 0x201C, "rdquo": 0x201D,
      "hellip": 0x2026, "bull": 0x2022, "euro": 0x20AC, "zwj": 0x200D, "zwnj": 0x200C,
      "dash": 0x2010, "hyphen": 0x2010, "minus": 0x2212, "larr": 0x2190, "rarr": 0x2192,
      "le": 0x2264, "ge": 0x2265, "ne": 0x2260, "asymp": 0x2248, "prime": 0x2032, "Prime": 0x2033,
      "infin": 0x221E, "permil": 0x2030,
    ]
    // What nobody sees, spaces, and the signs of ASCII (HTML, 13.5).
    for (value, names) in [
      (
        0x200B,
        "ZeroWidthSpace NegativeVeryThinSpace NegativeThinSpace NegativeMediumSpace NegativeThickSpace"
      ),
      (0x2060, "NoBreak"), (0x2061, "ApplyFunction af"), (0x2062, "InvisibleTimes it"),
      (0x2063, "InvisibleComma ic"), (0x200E, "lrm"), (0x200F, "rlm"),
      (
        0x20,
        "Tab NewLine ensp emsp emsp13 emsp14 numsp puncsp thinsp ThinSpace hairsp VeryThinSpace "
          + "MediumSpace ThickSpace NonBreakingSpace"
      ),
      (0x21, "excl"), (0x23, "num"), (0x24, "dollar"), (0x25, "percnt"), (0x28, "lpar"),
      (0x29, "rpar"),
      (0x2A, "ast midast"), (0x2B, "plus"), (0x2C, "comma"), (0x2E, "period"), (0x2F, "sol"),
      (0x3A, "colon"), (0x3B, "semi"), (0x3D, "equals"), (0x3F, "quest"), (0x40, "commat"),
      (0x5B, "lsqb lbrack"), (0x5C, "bsol"), (0x5D, "rsqb rbrack"), (0x5E, "Hat"),
      (0x5F, "lowbar UnderBar"), (0x60, "grave DiacriticalGrave"), (0x7B, "lcub lbrace"),
      (0x7C, "verbar vert VerticalLine"), (0x7D, "rcub rbrace"),
    ] as [(UInt32, String)] {
      for name in names.split(separator: " ") { table[String(name)] = value }
    }
    for (offset, name) in latin.split(separator: " ").enumerated() {
      table[String(name)] = 0xA0 + UInt32(offset)
    }
    for (offset, name) in extended.split(separator: " ").enumerated() where name != "-" {
      table[String(name)] = 0x100 + UInt32(offset)
    }
    return table
  }()
}
