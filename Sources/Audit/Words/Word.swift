/// A word of a text, as the audit compares it: a hash of its folded letters, and its surroundings.
struct Word: Sendable {
  /// What a word is made of.
  struct Shape: OptionSet, Sendable {
    let rawValue: UInt8
    static let digits = Shape(rawValue: 1)
    static let small = Shape(rawValue: 2)
    /// Its first character is a capital.
    static let initialCapital = Shape(rawValue: 4)
    /// A later character is a capital.
    static let laterCapital = Shape(rawValue: 8)
  }

  /// Of its folded letters and digits.
  var hash: UInt64
  /// The hash's state before it was finished, to go on from.
  var state: UInt64
  /// Folded letters and digits.
  var length: Int
  var shape: Shape
  /// The number it is, where it is one of at most four digits.
  var number: Int
  /// Where it begins in the file.
  var offset: Int
  /// The byte before it, how many separate it from the word before, and the two bytes behind it.
  var before: UInt8
  var gap: Int
  var after: UInt8
  var afterNext: UInt8

  /// Whether it is digits throughout.
  var isNumber: Bool { shape == .digits }

  /// Whether it has letters and all of them are capitals.
  var isCapitals: Bool { shape.contains(.initialCapital) && !shape.contains(.small) }
}
