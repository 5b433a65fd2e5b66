/// A piece of source text and where it stands.
struct SourceText: Hashable, Sendable {
  /// The text, as UTF-8; a zero byte stands where something is left out.
  var bytes: [UInt8]
  /// Path in the publication.
  var file: String
  /// Line, counted from 1.
  var line: Int
}
