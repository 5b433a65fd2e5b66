/// How the audit folds letters, so that case, accents, width and characters that nobody sees make no
/// difference.
enum Letters {
  /// What the byte of a text is, as far as one byte tells.
  enum Kind: UInt8 {
    /// Parts words.
    case gap = 0
    /// A letter; the values of this and the next are those of `Words.Make`.
    case letter = 1
    case digit = 2
    /// Ends a run of words, as the end of a block does.
    case end = 4
    /// Begins or continues a character of several bytes.
    case wide = 8
    /// Is as though it were not there.
    case unseen = 16
    /// Stands where an inline tag stood: the word goes on behind it, and so do its parts.
    case seam = 32
  }

  /// The kinds of ASCII letters and digits.
  static let plain = Kind.letter.rawValue | Kind.digit.rawValue
  /// The kinds of what can stand inside a word but for those.
  static let goesOn = Kind.wide.rawValue | Kind.unseen.rawValue | Kind.seam.rawValue

  /// Whether a byte is a letter or a digit, or belongs to a character of several bytes.
  static func isLetter(_ byte: UInt8) -> Bool {
    kinds[Int(byte)] & (plain | Kind.wide.rawValue) != 0
  }

  /// Whether a byte joins the words of an address.
  @inline(__always)
  static func isJoint(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "@")
  }

  /// The byte that stands for the end of a block in a text that is to be cut.
  static let end: UInt8 = 0x0C
  /// The byte that stands, behind an end, for a line or a paragraph that was looked through elsewhere.
  static let gone: UInt8 = 0x0E
  /// The byte that stands for an inline tag in a text that is to be cut.
  static let seam: UInt8 = 0x0B
  /// The byte that fills up a text where something was taken out, so that places stay the same.
  static let fill: UInt8 = 0x00

  /// The kind of each byte.
  static let kinds: [UInt8] = (0..<256).map { byte -> UInt8 in
    switch UInt8(byte) {
    case 0x30...0x39: Kind.digit.rawValue
    case 0x41...0x5A, 0x61...0x7A: Kind.letter.rawValue
    case 0x80...0xFF: Kind.wide.rawValue
    case end, gone: Kind.end.rawValue
    case seam: Kind.seam.rawValue
    case fill: Kind.unseen.rawValue
    default: Kind.gap.rawValue
    }
  }

  /// A character of several bytes, folded.
  enum Folded {
    case gap
    case unseen
    /// Small ASCII letters or digits, up to three.
    case plain(StaticString)
    /// Another letter, small.
    case other(UInt32)
  }

  /// Folds a character that is not ASCII.
  ///
  /// Letters of Latin with signs become their base letter; combining signs, joiners, directions and
  /// selectors are unseen; full-width forms are what they look like.
  static func fold(_ value: UInt32) -> Folded {
    switch value {
    case 0xAD, 0x300...0x36F, 0x483...0x489, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF,
      0xFE20...0xFE2F, 0x61C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F,
      0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0,
      0xE0000...0xE0FFF:
      return .unseen
    case 0xC0...0x24F, 0x1E00...0x1EFF:
      if let text = latin[Int(value)] { return .plain(text) }
      return otherLetter(value)
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
      return .other((value - 0xFEE0) | ((value >= 0xFF21) ? 0x20 : 0))
    case 0..<0xAA, 0xAB..<0xB5, 0xB6..<0xBA, 0xBB..<0xC0, 0x2000...0x2BFF, 0x3000...0x3004,
      0x3008...0x3020, 0xFFFD:
      return .gap
    default: return otherLetter(value)
    }
  }

  /// The bytes of a word, folded.
  static func folded(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    if word.allSatisfy({ kinds[Int($0)] & plain != 0 }) { return word.map { $0 | 0x20 } }
    let bytes = Array(word)
    return bytes.withUnsafeBufferPointer { bytes in
      var result: [UInt8] = []
      var index = 0
      while let base = bytes.baseAddress, index < bytes.count {
        if kinds[Int(bytes[index])] & plain != 0 {
          result.append(bytes[index] | 0x20)
          index += 1
          continue
        }
        guard bytes[index] >= 0x80 else {
          index += 1
          continue
        }
        switch fold(UTF8Reading.scalar(base, &index, bytes.count)) {
        case .gap, .unseen: break
        case .plain(let text): text.withUTF8Buffer { result += $0 }
        case .other(let value): UTF8Reading.append(value, to: &result)
        }
      }
      return result
    }
  }

  private static func otherLetter(_ value: UInt32) -> Folded {
    guard let scalar = Unicode.Scalar(value) else { return .gap }
    let properties = scalar.properties
    guard properties.isAlphabetic || properties.numericType != nil else {
      return properties.isDefaultIgnorableCodePoint ? .unseen : .gap
    }
    return .other(properties.lowercaseMapping.unicodeScalars.first?.value ?? value)
  }

  /// Base letters, from the canonical and the usual decompositions of the Unicode Character Database.
  private static let latin: [Int: StaticString] = {
    var table: [Int: StaticString] = [:]
    func put(_ letters: String, _ base: StaticString) {
      for scalar in letters.unicodeScalars { table[Int(scalar.value)] = base }
    }
    put("ÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǞǟǠǡǺǻȀȁȂȃȦȧḀḁẚẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặ", "a")
    put("ÆæǢǣǼǽ", "ae")
    put("ḂḃḄḅḆḇƀɃ", "b")
    put("ÇçĆćĈĉĊċČčḈḉ", "c")
    put("ÐðĎďĐđḊḋḌḍḎḏḐḑḒḓ", "d")
    put("ÈÉÊËèéêëĒēĔĕĖėĘęĚěȄȅȆȇȨȩḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệ", "e")
    put("Ḟḟ", "f")
    put("ĜĝĞğĠġĢģǦǧǴǵḠḡ", "g")
    put("ĤĥĦħȞȟḢḣḤḥḦḧḨḩḪḫẖ", "h")
    put("ÌÍÎÏìíîïĨĩĪīĬĭĮįİıǏǐȈȉȊȋḬḭḮḯỈỉỊị", "i")
    put("Ĳĳ", "ij")
    put("Ĵĵǰ", "j")
    put("ĶķǨǩḰḱḲḳḴḵ", "k")
    put("ĹĺĻļĽľĿŀŁłḶḷḸḹḺḻḼḽ", "l")
    put("ḾḿṀṁṂṃ", "m")
    put("ÑñŃńŅņŇňŉǸǹṄṅṆṇṈṉṊṋ", "n")
    put("ÒÓÔÕÖØòóôõöøŌōŎŏŐőƠơǑǒǪǫǬǭǾǿȌȍȎȏȪȫȬȭȮȯȰȱṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợ", "o")
    put("Œœ", "oe")
    put("ṔṕṖṗ", "p")
    put("ŔŕŖŗŘřȐȑȒȓṘṙṚṛṜṝṞṟ", "r")
    put("ŚśŜŝŞşŠšȘșṠṡṢṣṤṥṦṧṨṩ", "s")
    put("ßẞ", "ss")
    put("ŢţŤťŦŧȚțṪṫṬṭṮṯṰṱẗ", "t")
    put("Þþ", "th")
    put("ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰự", "u")
    put("ṼṽṾṿ", "v")
    put("ŴŵẀẁẂẃẄẅẆẇẈẉẘ", "w")
    put("ẊẋẌẍ", "x")
    put("ÝýÿŶŷŸȲȳẎẏẙỲỳỴỵỶỷỸỹ", "y")
    put("ŹźŻżŽžẐẑẒẓẔẕ", "z")
    return table
  }()
}
