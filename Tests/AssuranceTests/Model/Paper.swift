/// A briefing in the tests' own model.
struct Paper {
  var path: String
  var id: String
  var language: String
  var kind = "assessment"
  var status = "published"
  var classification: Mark
  var unmarked: Mark?
  var readers: [String]?
  var issued = 15
  var expires: Int?
  /// By audience; the key `""` for all.
  var embargo: [String: Int] = [:]
  var downgrades: [Downgrade] = []
  /// The audiences that a compilation is released to; nil where it is none.
  var compilation: [String]?
  var remarks: String?
  /// The fields that carry labels.
  var fields: Field.Mapping
  var body: [Node]

  /// From one level to a lower one, from a day on.
  struct Downgrade {
    var day: Int
    var from: Int
    var to: Int
  }

  /// The label in force for a written one.
  func inForce(_ mark: Mark) -> Mark {
    let entries = downgrades.filter { $0.from == mark.level && $0.day <= World.today }
    guard let latest = entries.max(by: { $0.day < $1.day }) else { return mark }
    var result = mark
    result.level = latest.to
    return result
  }
}
