public import Calendar
public import Diagnostics
public import Manuscript
internal import Markdown
internal import Marking

/// Sends one briefing through the door for every audience and checks that readers of what comes
/// out see the blocks that the door let through: today, and of a draft or what is under an embargo once
/// it comes out, when nobody may be there to put it right.
public struct EditionCheck: Sendable {
  private let policy: Policy
  private let doors: [Door]

  /// A check of briefings under `policy`.
  public init(policy: Policy, asOf: Day, assets: AssetShelf) {
    self.policy = policy
    doors = policy.audiences.map {
      Door(policy: policy, audience: $0, asOf: asOf, assets: assets)
    }
  }

  /// What is wrong with the editions of a briefing.
  public func run(_ briefing: SourceBriefing) -> Findings { sent(briefing).findings }

  /// What each audience gets of a briefing, in the policy's order, and what is wrong with that.
  public func sent(
    _ briefing: SourceBriefing
  ) -> (candidates: [Candidate?], findings: Findings) {
    var findings = Findings()
    guard policy.released == nil else { return ([], findings) }
    var candidates: [Candidate?] = []
    for door in doors {
      let candidate = door.candidate(briefing)
      candidates.append(candidate)
      guard let passing = candidate ?? door.candidateToCome(briefing),
        let line = door.firstBrokenLine(passing)
      else { continue }
      findings.add(
        Diagnostic(
          "marking/hidden-block", at: Place(briefing.path, line: line),
          "a block that becomes another one in an edition, once marks and withheld text are gone",
          help: "put blank lines around it, give every line of a quote its '>', and do not begin "
            + "a line with a sign that opens a block"))
    }
    return (candidates, findings)
  }
}
