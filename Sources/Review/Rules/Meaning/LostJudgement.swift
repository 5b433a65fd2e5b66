internal import Diagnostics

/// Advice that rests on a judgement which its readers do not get: they are told what to do and not
/// why.
struct LostJudgement: Rule {
  let about = RuleDescription(
    code: "meaning/lost-judgement", severity: .warning,
    summary: "advice whose judgement is withheld from those who see the advice")

  func review(_ paper: Paper, _ report: inout Report) {
    let front = paper.front
    var readers: [String: Readers] = [:]
    for (index, judgement) in front.judgements.enumerated() {
      guard let id = judgement.id else { continue }
      readers[id] = paper.readers(of: .judgement(index))
    }
    for (index, advice) in front.advice.enumerated() {
      let seeing = paper.readers(of: .advice(index))
      for judgement in advice.judgements {
        let lost = seeing.subtracting(readers[judgement.value] ?? [])
        guard !lost.isEmpty else { continue }
        report.add(
          at: paper.place(line: judgement.line),
          "\(paper.names(lost)) may read this advice and not the judgement "
            + "'\(judgement.value)' that it rests on",
          help: "give the judgement a version for them, name another, or mark the advice higher")
      }
    }
  }
}
