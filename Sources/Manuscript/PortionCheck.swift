public import Diagnostics
internal import Marking

/// Checks a briefing's portions against its banner and against the audiences that there are.
public struct PortionCheck: Sendable {
  private let policy: Policy

  /// A check under `policy`.
  public init(policy: Policy) { self.policy = policy }

  /// What is wrong with the portions of a briefing.
  public func run(_ briefing: SourceBriefing) -> Findings {
    var findings = Findings()
    guard policy.released == nil else { return findings }
    let portions = briefing.portions
    checkBanner(briefing, portions, &findings)
    checkReaders(briefing, portions, &findings)
    return findings
  }

  /// A banner above everything in the document, for no reason given.
  private func checkBanner(
    _ briefing: SourceBriefing, _ portions: [ListedPortion], _ findings: inout Findings
  ) {
    guard briefing.front.compilation == nil, var join = portions.first?.label else { return }
    for portion in portions { join = join.joined(with: portion.label) }
    let banner = briefing.front.classification
    guard !join.covers(banner) else { return }
    findings.add(
      Diagnostic(
        "marking/banner-too-high", .warning, at: Place(briefing.path, line: 1),
        "classified \(policy.scheme.text(banner)), and nothing in it is above "
          + policy.scheme.text(Label(level: join.level, compartments: join.compartments)),
        help: "lower the classification, or give 'compilation' with its reason"))
  }

  /// A portion that nobody will ever read.
  private func checkReaders(
    _ briefing: SourceBriefing, _ portions: [ListedPortion], _ findings: inout Findings
  ) {
    for portion in portions {
      let isRead = policy.audiences.contains { audience in
        portion.audiences?.contains(audience.id) ?? true
          && audience.clearance.isCleared(for: portion.label)
      }
      guard !isRead else { continue }
      findings.add(
        Diagnostic(
          "marking/no-reader", .warning, at: Place(briefing.path, line: portion.line),
          "a portion marked \(policy.scheme.text(portion.label)) that no audience can see",
          help: "lower its mark, give a version that somebody may read, or take it out"))
    }
  }
}
