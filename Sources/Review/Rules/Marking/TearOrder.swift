internal import Diagnostics
internal import Manuscript
internal import Marking

/// A version that is not below the one above it: the first one that a reader is cleared for is
/// used, so one that stands too low is never read.
struct TearOrder: Rule {
  let about = RuleDescription(
    code: "marking/tear-order", severity: .warning,
    summary: "a version that is not below the one above it", guardsVisibility: true, hasFix: true)

  func review(_ paper: Paper, _ report: inout Report) {
    for versions in Versions.all(of: paper.source) {
      for (upper, lower) in zip(versions, versions.dropFirst()) where !isBelow(lower, upper) {
        report.add(
          at: paper.place(line: lower.line), "a version that is not below the one above it",
          help: "order the versions from the most to the least restrictive")
      }
    }
  }

  private func isBelow(_ lower: Versions.Version, _ upper: Versions.Version) -> Bool {
    guard let low = lower.label, let high = upper.label else { return true }
    return low != high && high.joined(with: low) == high
  }
}

/// The versions of containers and fields, in their order.
enum Versions {
  /// One version.
  struct Version: Sendable {
    var label: Label?
    var line: Int
    /// What it says, without markup and white space at its ends.
    var text: [UInt8]
  }

  /// Every container and field with more than one version.
  static func all(of briefing: SourceBriefing) -> [[Version]] {
    let front = briefing.front
    let texts =
      [
        front.title, front.summary, front.threat.actor, front.threat.intent,
        front.threat.capability, front.threat.horizon, front.contact, front.withdrawal.reason,
        front.withdrawal.action,
      ] + front.judgements.flatMap { [$0.text, $0.changedBecause] }
      + front.advice.flatMap { [$0.action, $0.by, $0.basis] } + front.sources.map(\.description)
      + front.revisions.map(\.note)
    let words =
      [
        front.threat.level, front.threat.likelihood, front.threat.confidence, front.threat.impact,
        front.supersedes,
      ] + front.judgements.flatMap { [$0.likelihood, $0.confidence, $0.changedFrom] }
      + front.advice.map(\.when) + front.sources.flatMap { [$0.kind, $0.grade] }
      + front.revisions.map(\.change)
    return texts.compactMap { list($0) { $0.full } }
      + words.compactMap { list($0) { Array($0.utf8) } }
      + containers(briefing.body.parts)
  }

  private static func list<Value>(
    _ field: Field<Value>?, _ text: (Value) -> [UInt8]
  ) -> [Version]? {
    guard let versions = field?.versions, versions.count > 1 else { return nil }
    return versions.map { Version(label: $0.label, line: $0.line, text: text($0.value)) }
  }

  private static func containers(_ parts: [BodyPart]) -> [[Version]] {
    parts.flatMap { part -> [[Version]] in
      guard case .container(let container) = part else { return [] }
      let inner = container.versions.flatMap { containers($0.parts) }
      guard container.versions.count > 1 else { return inner }
      let versions = container.versions.map { version in
        var reader = PassageReader(audiences: [])
        reader.add(version.parts, .init(reached: []))
        let text = reader.passages.map(\.bytes).joined(separator: [0x0A])
        return Version(label: version.label, line: version.line, text: Array(text))
      }
      return [versions] + inner
    }
  }
}
