/// Numbers written with letters and signs: small letters carry, a sign ends the number.
///
/// Lists of documents are the bulk of an index, so they have to be short; and an index must hold no
/// word that the edition does not show, so they must not look like words. Here a number below 22 is
/// one sign, one below 572 a letter and a sign, and no more than three letters ever stand in a row
/// as long as numbers stay below 386,672. Signs that mean something in JSON, markup, addresses or
/// percent-encoding are not among them.
enum SignCode {
  /// The signs, 22 of them, each the value of its place.
  static let signs = Array(" !#$'()+,-/:;?[]^_{|}=".utf8)

  /// Appends `number`, which is not negative.
  static func append(_ number: Int, to bytes: inout [UInt8]) {
    var (rest, sign) = number.quotientAndRemainder(dividingBy: 22)
    while rest > 0 {
      bytes.append(UInt8(ascii: "a") + UInt8(rest % 26))
      rest /= 26
    }
    bytes.append(signs[sign])
  }

  /// A number as the name of a file: letters alone, with hyphens between them.
  static func name(_ number: Int) -> String {
    var letters = [UInt8(ascii: "a") + UInt8(number % 26)]
    var rest = number / 26
    while rest > 0 {
      letters += [UInt8(ascii: "-"), UInt8(ascii: "a") + UInt8(rest % 26)]
      rest /= 26
    }
    return String(decoding: letters, as: UTF8.self)
  }
}
