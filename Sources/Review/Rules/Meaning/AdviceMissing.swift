internal import Diagnostics
internal import Edition

/// From a threat level of the policy on, everybody who sees a briefing is to find advice in it.
struct AdviceMissing: Rule {
  let about = RuleDescription(
    code: "analysis/advice-missing", severity: .warning,
    summary: "an audience that sees a high threat level and finds no advice")

  func review(_ paper: Paper, _ report: inout Report) {
    guard let contract = paper.policy.adviceContract else { return }
    for (audience, candidate) in zip(paper.policy.audiences, paper.candidates) {
      guard let briefing = candidate?.briefing, briefing.advice.isEmpty,
        briefing.status != .withdrawn, let level = briefing.threat.level?.value,
        let version = paper.policy.scales["threat-level"]?.version(on: briefing.issued),
        let given = version.value(level)?.number, let least = version.value(contract)?.number,
        given >= least
      else { continue }
      report.add(
        at: paper.place(line: paper.front.line(of: "advice", "threat")),
        "'\(audience.id)' sees this briefing and finds no advice in it",
        help: "add advice 'for: \(audience.id)' that it may read")
    }
  }
}
