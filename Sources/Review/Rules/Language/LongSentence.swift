internal import Diagnostics

/// A sentence of more than forty words.
struct LongSentence: Rule {
  let about = RuleDescription(
    code: "language/long-sentence", severity: .warning, summary: "a sentence of more than 40 words")

  private static let most = 40

  func review(_ paper: Paper, _ report: inout Report) {
    for passage in paper.passages where passage.isProse && passage.words.count > Self.most {
      var start = 0
      for index in passage.words.indices {
        if passage.words[index].sentence != passage.words[start].sentence { start = index }
        guard index - start == Self.most else { continue }
        let length = passage.words[start...].prefix {
          $0.sentence == passage.words[start].sentence
        }.count
        report.add(
          at: paper.place(of: start, in: passage), "a sentence of \(length) words",
          help: "make two or three of it; 15 to 20 words read well")
      }
    }
  }
}
