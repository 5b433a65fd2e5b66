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
      readers[id] = shown(.judgement(index), paper)
    }
    for (index, advice) in front.advice.enumerated() {
      let seeing = shown(.advice(index), paper).intersection(paper.titled)
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

  private func shown(_ kind: Passage.Kind, _ paper: Paper) -> Readers {
    paper.passages.reduce(into: []) { readers, passage in
      if passage.kind == kind { readers.formUnion(passage.shown) }
    }
  }
}
