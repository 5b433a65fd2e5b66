/// Gives words that nothing else holds: canaries.
struct Mint {
  /// What every canary begins with; no word of the theme does.
  static let stem = "zq"

  private var next: Int
  private let letters = Array("bcdfghjkmnprstvwx")

  /// A mint whose words differ from those of mints with another number.
  init(number: Int) { next = number * 100_000 }

  /// A word of seven letters.
  mutating func word() -> String {
    var rest = next
    var word = Mint.stem
    for _ in 0..<6 {
      word.append(letters[rest % letters.count])
      rest /= letters.count
    }
    next += 1
    return word
  }

  /// An id for a briefing.
  mutating func id() -> String {
    let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    var rest = next
    var tail = ""
    for _ in 0..<5 {
      tail.append(alphabet[rest % alphabet.count])
      rest /= alphabet.count
    }
    next += 1
    return "TA-2026-Z\(tail)"
  }
}
