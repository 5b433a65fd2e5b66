/// A kind of reader, as the policy describes it.
struct ReadAudience: Sendable {
  var id: String
  /// What the policy says under the id: names, addresses.
  var texts: [SourceText]
  var clearance: ReadClearance
  /// Whether a token may stand in the hole that a withheld span leaves.
  var hasInlineTokens: Bool
}
