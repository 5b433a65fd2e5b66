import Foundation

/// How much a run tries: short by default, long where the environment says so.
struct Effort {
  /// Pairs of publications through the door.
  let pairs: Int
  /// The first seed.
  let seed: UInt64
  /// Publications through the whole program.
  let programs: Int
  /// Whether the first breach is enough, unshrunk: for telling whether there is one.
  let stopsAtFirst: Bool

  /// What the environment asks for.
  static let asked: Effort = {
    let environment = ProcessInfo.processInfo.environment
    func number(_ name: String) -> Int? { environment[name].flatMap { Int($0) } }
    return Effort(
      pairs: number("TEARLINE_PAIRS") ?? 400,
      seed: environment["TEARLINE_SEED"].flatMap { UInt64($0) } ?? 1,
      programs: number("TEARLINE_PROGRAMS") ?? 10,
      stopsAtFirst: environment["TEARLINE_FIRST"] != nil)
  }()
}
