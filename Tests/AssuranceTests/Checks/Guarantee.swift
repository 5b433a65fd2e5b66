/// The guarantees of section 9 of the marking language that are shown on random publications.
enum Guarantee: String, CaseIterable, Comparable {
  /// The publication is one that `check` accepts.
  case valid
  case failClosed = "G1"
  case nonInterference = "G2"
  case neverWritten = "G3"
  case oneDoor = "G4"
  case nothingLost = "G5"
  case monotone = "G6"
  case deterministic = "G7"

  static func < (a: Guarantee, b: Guarantee) -> Bool { a.rawValue < b.rawValue }
}

/// A guarantee that did not hold, with what it says about it.
struct Breach {
  var guarantee: Guarantee
  var text: String
}
