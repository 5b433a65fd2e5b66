import Calendar
import Edition

/// A value of a scale as it was meant on the day it was given.
struct Reading: Hashable, Sendable {
  /// The value.
  var value: ScaleValue
  /// Its place on the scale, counted from 1.
  var number: Int
  /// How many values the scale had.
  var steps: Int

  /// Its place on a scale of five, for colours: the lowest is 1, the highest 5.
  var rank: Int { steps <= 1 ? 1 : 1 + (number - 1) * 4 / (steps - 1) }

  /// Its height on the scale, so that values of versions with other steps can be compared.
  var height: Int { steps == 0 ? 0 : number * 1000 / steps }

  /// By its id and place; its names in every language would be as much work as the rest of a page.
  func hash(into hasher: inout Hasher) {
    hasher.combine(value.id)
    hasher.combine(number)
  }
}

/// A level and the day it was given.
///
/// In a total order, so that the highest is the same one on every page: of two words for one height, as
/// versions of a scale have them, the one that was given last.
struct GivenLevel: Hashable, Comparable {
  var level: Reading
  var day: Day

  static func < (a: GivenLevel, b: GivenLevel) -> Bool {
    if a.level.height != b.level.height { return a.level.height < b.level.height }
    if a.day != b.day { return a.day < b.day }
    return (a.level.steps, a.level.value.id) < (b.level.steps, b.level.value.id)
  }
}

extension GivenLevel {
  /// The level of a briefing; nil where it has none.
  init?(_ entry: Entry) {
    guard let level = entry.level else { return nil }
    self.init(level: level, day: entry.briefing.issued)
  }
}

/// The scales of a policy, to look values up in.
struct ScaleBook: Sendable {
  /// The scales that the program draws or explains; their ids are part of the front matter.
  enum Name: String, CaseIterable, Sendable {
    case threatLevel = "threat-level"
    case likelihood, confidence, impact
  }

  private let scales: [String: Scale]
  /// The drawings of levels, by the number of steps and by the number of the level less one.
  private let bars: [Int: [[UInt8]]]

  init(_ scales: [Scale]) {
    let levels = scales.filter { $0.id == Name.threatLevel.rawValue }.flatMap(\.versions)
    bars = Dictionary(
      levels.map { version in
        let steps = version.values.count
        return (
          steps,
          version.values.enumerated().map { index, value in
            LevelBars.svg(Reading(value: value, number: index + 1, steps: steps))
          }
        )
      }, uniquingKeysWith: { first, _ in first })
    self.scales = Dictionary(scales.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The scale of that name, if the policy has it.
  subscript(name: Name) -> Scale? { scales[name.rawValue] }

  /// The drawing of a level.
  func bars(_ level: Reading) -> [UInt8] {
    guard let drawings = bars[level.steps], drawings.indices.contains(level.number - 1) else {
      return LevelBars.svg(level)
    }
    return drawings[level.number - 1]
  }

  /// The value called `id` in the version of `day` or the latest before it that has it, or else in the
  /// latest of all.
  func reading(_ name: Name, _ id: String, on day: Day) -> Reading? {
    guard let version = version(name, with: id, on: day), let (value, number) = version.value(id)
    else { return nil }
    return Reading(value: value, number: number, steps: version.values.count)
  }

  /// The values of the version that `reading` was taken from.
  func values(_ name: Name, around reading: Reading, on day: Day) -> [ScaleValue] {
    version(name, with: reading.value.id, on: day)?.values ?? []
  }

  private func version(_ name: Name, with id: String, on day: Day) -> ScaleVersion? {
    self[name]?.version(with: id, upTo: day)
      ?? self[name]?.versions.last { $0.value(id) != nil }
  }

  /// The value of a field that may not be there.
  func reading(_ name: Name, _ field: MarkedText?, on day: Day) -> Reading? {
    field.flatMap { reading(name, $0.value, on: day) }
  }
}
