internal import Diagnostics

/// A text that asks more of its readers than most people can give: the figures of Flesch for
/// English and of Flesch and Douma for Dutch, below 60 for an audience of the lowest level, below
/// 70 for advice.
struct Readability: Rule {
  let about = RuleDescription(
    code: "language/readability", severity: .note,
    summary: "a text for everybody, or advice, that is hard to read")

  func review(_ paper: Paper, _ report: inout Report) {
    guard let formula = FleschFormula(language: paper.front.language) else { return }
    var texts: [String] = []
    var advice: [String] = []
    for (index, audience) in paper.policy.audiences.enumerated()
    where paper.titled.contains(at: index) {
      let shown = paper.passages.filter { $0.shown.contains(at: index) }
      let actions = shown.filter { if case .advice = $0.kind { true } else { false } }
      if let score = formula.score(actions, atLeast: 30), score < 70 {
        advice.append("\(score) for '\(audience.id)'")
      }
      let prose = shown.filter { $0.kind == .summary || $0.kind == .paragraph }
      if audience.clearance.level == 0, let score = formula.score(prose, atLeast: 100), score < 60 {
        texts.append("\(score) for '\(audience.id)'")
      }
    }
    add("text", texts, 60, paper, "summary", &report)
    add("advice", advice, 70, paper, "advice", &report)
  }

  private func add(
    _ what: String, _ scores: [String], _ goal: Int, _ paper: Paper, _ key: String,
    _ report: inout Report
  ) {
    guard !scores.isEmpty else { return }
    report.add(
      at: paper.place(line: paper.front.line(of: key)),
      "\(what) with a reading score of \(scores.joined(separator: ", ")); "
        + "from \(goal) on it is easy to read",
      help: "shorten sentences and use everyday words")
  }
}
