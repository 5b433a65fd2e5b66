public import Calendar
public import Diagnostics
public import Manuscript
internal import Markdown
internal import Marking

/// Sends one briefing through the door for every audience and checks what comes out.
public struct EditionCheck: Sendable {
  private let policy: Policy
  private let asOf: Day
  private let assets: AssetShelf

  /// A check of briefings under `policy`.
  public init(policy: Policy, asOf: Day, assets: AssetShelf) {
    self.policy = policy
    self.asOf = asOf
    self.assets = assets
  }

  /// What is wrong with the editions of a briefing.
  public func run(_ briefing: SourceBriefing) -> Findings {
    var findings = Findings()
    guard policy.released == nil else { return findings }
    for audience in policy.audiences {
      let door = Door(policy: policy, audience: audience, asOf: asOf, assets: assets)
      let candidate = door.candidate(briefing)
      if let candidate, let line = door.firstBrokenLine(candidate) {
        findings.add(
          Diagnostic(
            "marking/hidden-block", at: Place(briefing.path, line: line),
            "a block that becomes another one in an edition, once marks and withheld text are gone",
            help: "put blank lines around it, give every line of a quote its '>', and do not begin "
              + "a line with a sign that opens a block"))
      }
      checkPromise(briefing, audience, candidate, &findings)
      if let candidate { checkAdvice(briefing, audience, candidate, &findings) }
    }
    return findings
  }

  /// From a threat level of the policy on, everybody who sees a briefing is to find advice in it.
  private func checkAdvice(
    _ briefing: SourceBriefing, _ audience: Audience, _ candidate: Candidate,
    _ findings: inout Findings
  ) {
    guard let contract = policy.adviceContract, candidate.briefing.advice.isEmpty,
      let level = candidate.briefing.threat.level?.value,
      let version = policy.scales["threat-level"]?.version(on: candidate.briefing.issued),
      let given = version.value(level)?.number, let least = version.value(contract)?.number,
      given >= least
    else { return }
    findings.add(
      Diagnostic(
        "analysis/advice-missing", .warning, at: Place(briefing.path, line: 1),
        "'\(audience.id)' sees this briefing and finds no advice in it",
        help: "add advice 'for: \(audience.id)' that it may read"))
  }

  /// An audience that is named in `audiences:` expects to get something.
  private func checkPromise(
    _ briefing: SourceBriefing, _ audience: Audience, _ candidate: Candidate?,
    _ findings: inout Findings
  ) {
    let front = briefing.front
    guard front.audiences?.contains(audience.id) ?? false, candidate == nil,
      front.status != .draft, asOf >= front.embargo ?? asOf,
      asOf >= front.embargoes[audience.id] ?? asOf
    else { return }
    findings.add(
      Diagnostic(
        "marking/nothing-for-audience", .warning, at: Place(briefing.path, line: 1),
        "'\(audience.id)' is named in 'audiences' and gets nothing of this briefing",
        help: "give it a version of the title and something of the body, or do not name it"))
  }
}
