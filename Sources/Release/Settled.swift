internal import Edition
internal import Manuscript
internal import Marking

/// A candidate with its ties to the other briefings of its edition decided.
struct Settled {
  /// Its fields; links in their texts are still as written.
  var briefing: Briefing
  /// The labels of the visible fields.
  var labels: [Label]
  /// What is visible of numbered fields, by number; nothing in a build.
  var seen: [Int: SeenField]
  /// The visible blocks.
  var blocks: [VisibleBlock]
  /// What links become.
  var links: LinkRelease

  /// Takes back what was noted of a field that the edition does not hold after all.
  mutating func forget<Value>(_ field: Field<Value>?) {
    for version in field?.versions ?? [] { seen[version.number] = nil }
  }
}
