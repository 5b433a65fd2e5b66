/// Something in a built edition that its audience may not see, or that belongs in no edition.
///
/// It says where, and by a digest what, so that whoever may read the source can find it; it never
/// says the text itself.
public struct AuditFinding: Hashable, Sendable {
  /// `audit/words`, `audit/token`, `audit/hash`, `audit/mark`, `audit/construct` or
  /// `audit/metadata`.
  public var code: String
  /// Path of the file in the edition.
  public var path: String
  /// Where in the file, in bytes; of packed or encoded content, where that begins.
  public var offset: Int
  /// The line at that place, counted from 1.
  public var line: Int
  /// What it is, as a phrase.
  public var what: String
  /// The source file that has the text, if it was found in one.
  public var source: String?
  /// The line in the source file.
  public var sourceLine: Int?
  /// How many words.
  public var words: Int
  /// SHA-256 of the words, folded to small letters without accents and with single spaces between
  /// them, as 64 hexadecimal digits.
  public var digest: String?

  /// The digest as it is printed and as an exception names it: its first 16 digits.
  public var shortDigest: String? { digest.map { String($0.prefix(16)) } }
}

extension AuditFinding: Comparable {
  /// Orders by file, then place, then code.
  public static func < (a: AuditFinding, b: AuditFinding) -> Bool {
    if a.path != b.path { return a.path.utf8.lexicographicallyPrecedes(b.path.utf8) }
    if a.offset != b.offset { return a.offset < b.offset }
    if a.code != b.code { return a.code < b.code }
    if a.what != b.what { return a.what < b.what }
    return (a.digest ?? "") < (b.digest ?? "")
  }
}
