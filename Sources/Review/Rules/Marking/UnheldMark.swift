internal import Diagnostics
internal import Manuscript
internal import Marking

/// A compartment or a release list that no audience of the policy holds.
struct UnheldMark: Rule {
  let about = RuleDescription(
    code: "marking/unheld-mark", severity: .warning,
    summary: "a compartment or a release list that no audience holds", guardsVisibility: true)

  func review(_ paper: Paper, _ report: inout Report) {
    let policy = paper.policy
    for unread in paper.unread {
      let what: String
      switch unread.reason {
      case .compartment(let number): what = "compartment \(policy.scheme.compartments[number])"
      case .groups:
        let list = unread.portion.label.release ?? []
        what = "release list " + list.map { policy.scheme.groups[$0] }.joined(separator: ", ")
      default: continue
      }
      report.add(
        at: paper.place(line: unread.portion.line), "no audience of the policy holds the \(what)",
        help: "mark it for somebody who is to read it, or give an audience that mark in the policy")
    }
  }
}
