/// What kind of place in a file text stands at.
struct TextContext: OptionSet, Sendable {
  let rawValue: UInt8
  /// Names of a format: classes, keys, types; the format's own words do not count there.
  static let structural = TextContext(rawValue: 1)
  /// Measures of a drawing, or counts: numbers of less than five digits do not count there.
  static let measures = TextContext(rawValue: 2)
  /// Decoded from base64 or hexadecimal, where chance makes short words.
  static let decoded = TextContext(rawValue: 4)
  /// A search index, which holds parts of words.
  static let index = TextContext(rawValue: 8)
  /// The value of a field that names a label.
  static let label = TextContext(rawValue: 16)
}
