internal import Diagnostics

/// A label that is not written as labels are printed: compartments and groups in the policy's
/// order, `REL TO`, `, ` between groups.
struct CanonicalLabel: Rule {
  let about = RuleDescription(
    code: "marking/canonical-label", severity: .note,
    summary: "a label that is not written as labels are printed", hasFix: true)

  func review(_ paper: Paper, _ report: inout Report) {
    let spelling = LabelSpelling(scheme: paper.policy.scheme)
    for finding in spelling.findings(in: paper.bytes) {
      report.add(
        at: paper.place(line: finding.line), "a label that is not written as labels are printed",
        help: "write \(String(decoding: finding.edit.replacement, as: UTF8.self)), or let "
          + "'check --fix' do it")
    }
  }
}
