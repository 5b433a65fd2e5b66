/// Makes letters comparable: small, and those of the Latin script without accents.
///
/// What a reader types and what an author wrote then meet, whatever the case, the accents and the
/// form of Unicode. The script of the search page folds in the same way.
enum Folding {
  /// What a scalar is to a word.
  enum Folded {
    /// Nothing: a mark of the letter before it.
    case nothing
    /// The end of the word.
    case end
    /// These bytes of UTF-8.
    case bytes([UInt8])
  }

  /// What `scalar`, which is not ASCII, is to a word.
  static func fold(_ scalar: Unicode.Scalar) -> Folded {
    let properties = scalar.properties
    let small = properties.lowercaseMapping
    if let first = small.unicodeScalars.first {
      if first.isASCII, first != scalar { return .bytes(Array(String(first).utf8)) }
      if let latin = letters[first] { return .bytes(latin) }
    }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .format: return .nothing
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      // Greek has two forms of the small sigma.
      return .bytes(Array((small == "\u{3C2}" ? "\u{3C3}" : small).utf8))
    default: return .end
    }
  }

  /// The letters that a to z stand for, by letter.
  private static let letters: [Unicode.Scalar: [UInt8]] = {
    var letters: [Unicode.Scalar: [UInt8]] = [:]
    for line in table.split(separator: "\n") {
      let parts = line.split(separator: " ")
      for scalar in parts[1].unicodeScalars { letters[scalar] = Array(parts[0].utf8) }
    }
    return letters
  }()

  /// Small letters of Latin-1, Latin Extended-A, -B and Additional that Unicode decomposes into a
  /// letter from a to z and marks, and those that people write so (`ß` as `ss`, `ø` as `o`).
  private static let table = """
    a àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ
    ae æǣǽ
    b ḃḅḇ
    c çćĉċčḉ
    d ðďđḋḍḏḑḓ
    e èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ
    f ḟ
    g ĝğġģǧǵḡ
    h ĥħȟḣḥḧḩḫẖ
    i ìíîïĩīĭįıǐȉȋḭḯỉị
    ij ĳ
    j ĵǰ
    k ķĸǩḱḳḵ
    l ĺļľłḷḹḻḽ
    m ḿṁṃ
    n ñńņňŋǹṅṇṉṋ
    o òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ
    oe œ
    p ṕṗ
    r ŕŗřȑȓṙṛṝṟ
    s śŝşšſșṡṣṥṧṩẛ
    ss ß
    t ţťŧțṫṭṯṱẗ
    th þ
    u ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự
    v ṽṿ
    w ŵẁẃẅẇẉẘ
    x ẋẍ
    y ýÿŷȳẏẙỳỵỷỹ
    z źżžẑẓẕ
    """
}
