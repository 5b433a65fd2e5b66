import Edition

/// What a briefing's charts are drawn from, as one file: the threat as a whole and each judgement,
/// with likelihood, confidence and impact.
struct AssessmentTable {
  /// The name of the file.
  static let file = "assessment.csv"

  let entry: Entry
  let library: Library
  let words: Words

  /// The file.
  var page: Page {
    let head = ["one.part", "likelihood", "fromPercent", "toPercent", "confidence", "impact"]
    let threat = entry.briefing.threat
    var rows = [
      head.map { words[$0] },
      [words["wholeThreat"]] + likelihood(threat.likelihood)
        + [word(.confidence, threat.confidence), word(.impact, threat.impact)],
    ]
    for (index, judgement) in entry.briefing.judgements.enumerated() {
      rows.append(
        ["\(words["judgementWord"]) \(index + 1)"] + likelihood(judgement.likelihood)
          + [word(.confidence, judgement.confidence), ""])
    }
    return Page(
      path: BriefingPage.folder(of: entry) + AssessmentTable.file, bytes: CSV.bytes(rows))
  }

  /// The word and the bounds of its band.
  private func likelihood(_ field: MarkedText?) -> [String] {
    let reading = library.scales.reading(.likelihood, field, on: entry.briefing.issued)
    let band = reading?.value.band.flatMap { $0.count == 2 ? $0 : nil } ?? []
    return [
      reading?.value.name[words.language] ?? "", band.first.map(String.init) ?? "",
      band.last.map(String.init) ?? "",
    ]
  }

  private func word(_ scale: ScaleBook.Name, _ field: MarkedText?) -> String {
    library.scales.reading(scale, field, on: entry.briefing.issued)?.value.name[words.language]
      ?? ""
  }
}
