/// A set of audiences, by their positions in the policy, which has at most `Policy.mostAudiences`.
struct Readers: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

  /// The audience at a position.
  init(at index: Int) { rawValue = index < 64 ? 1 << UInt64(index) : 0 }
  init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The first `count` audiences.
  static func all(_ count: Int) -> Readers {
    Readers(rawValue: count >= 64 ? .max : (1 << UInt64(count)) - 1)
  }

  /// Whether the audience at a position is in it.
  func contains(at index: Int) -> Bool { !isDisjoint(with: Readers(at: index)) }
}
