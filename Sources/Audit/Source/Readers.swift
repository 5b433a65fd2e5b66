/// Which of the audiences that are looked after at once: a bit each, in the order of the policy.
struct Readers: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The audience of this number alone.
  init(_ number: Int) { rawValue = 1 << UInt8(number) }

  /// The first `count` audiences.
  static func all(_ count: Int) -> Readers {
    Readers(rawValue: count >= 8 ? .max : (1 << UInt8(count)) - 1)
  }

  /// How many can be looked after at once.
  static let most = 8
}
