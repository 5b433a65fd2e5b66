import Edition

/// The words for likelihood on a ruler from 0 to 100 %, each with its band, those that a briefing's
/// judgements use filled in and named.
struct LikelihoodChart {
  private static let rowHeight = 40
  private static let foot = 22

  /// A word of the scale, with the judgements that use it.
  private struct Row {
    let value: ScaleValue
    let low: Int
    let high: Int
    var judgements: [Int]
  }

  private let rows: [Row]
  private let words: Words

  /// The chart of a briefing's judgements; nil where none has a likelihood with a band.
  init?(_ entry: Entry, _ library: Library, _ words: Words) {
    self.words = words
    var judgements: [String: [Int]] = [:]
    var used: Reading?
    for (index, judgement) in entry.briefing.judgements.enumerated() {
      guard
        let reading = library.scales.reading(
          .likelihood, judgement.likelihood, on: entry.briefing.issued)
      else { continue }
      judgements[reading.value.id, default: []].append(index + 1)
      used = reading
    }
    guard let used else { return nil }
    let scale = library.scales.values(.likelihood, around: used, on: entry.briefing.issued)
    rows = scale.compactMap { value in
      guard let band = value.band, band.count == 2, let low = band.first, let high = band.last,
        (0...100).contains(low), (low...100).contains(high)
      else { return nil }
      return Row(value: value, low: low, high: high, judgements: judgements[value.id] ?? [])
    }
    guard rows.contains(where: { !$0.judgements.isEmpty }), rows.count <= 12 else { return nil }
  }

  /// The chart.
  var chart: Chart {
    Chart(
      id: "likelihood", title: words["likelihoodTitle"], finding: finding, svg: svg,
      notes: [words["likelihoodNote"]], caption: words["likelihoodTable"],
      columns: [words["word"], words["fromPercent"], words["toPercent"], words["keyJudgements"]],
      rows: rows.reversed().map { row in
        [
          Chart.Cell(name(row)), Chart.Cell(String(row.low)), Chart.Cell(String(row.high)),
          Chart.Cell(row.judgements.map(String.init).joined(separator: ", ")),
        ]
      }, sharedFile: AssessmentTable.file)
  }

  private func name(_ row: Row) -> String { row.value.name[words.language] }

  /// The likeliest judgement in words.
  private var finding: String {
    guard let row = rows.last(where: { !$0.judgements.isEmpty }) else { return "" }
    let several = rows.reduce(0) { $0 + $1.judgements.count } > 1
    return words.fill(
      several ? "likelihoodFindingMost" : "likelihoodFinding",
      [
        "judgements": words.list(row.judgements.map(String.init)), "word": name(row),
        "low": String(row.low), "high": String(row.high),
      ])
  }

  private var svg: [UInt8] {
    var markup = Markup()
    let height = LikelihoodChart.rowHeight * rows.count + LikelihoodChart.foot
    markup.openDrawing(
      "likelihoods", id: "likelihood", height: height, title: words["likelihoodTitle"],
      description: finding)
    for mark in [0, 25, 50, 75, 100] {
      markup.line(
        "grid", from: (mark * 100, 0), to: (mark * 100, height - LikelihoodChart.foot))
    }
    for (index, row) in rows.reversed().enumerated() {
      draw(row, at: LikelihoodChart.rowHeight * index, to: &markup)
    }
    markup.word("0%", x: 0, y: height - 4)
    markup.word("50%", x: 5_000, y: height - 4, anchor: "middle")
    markup.word("100%", x: 10_000, y: height - 4, anchor: "end")
    markup.raw("</svg>")
    return markup.bytes
  }

  private func draw(_ row: Row, at y: Int, to markup: inout Markup) {
    markup.bar(
      row.judgements.isEmpty ? "off" : "on", x: row.low * 100, y: y + 20,
      width: max(1, row.high - row.low) * 100, height: 14)
    let band = words.fill("band", ["low": String(row.low), "high": String(row.high)])
    markup.word("\(name(row)), \(band)", x: 0, y: y + 14)
    guard !row.judgements.isEmpty else { return }
    // Beside the band, on the side that has more room.
    let label = words.fill(
      "ofJudgements", ["judgements": words.list(row.judgements.map(String.init))])
    if row.low + row.high >= 100 {
      markup.word(label, x: max(0, row.low * 100 - 100), y: y + 31, anchor: "end")
    } else {
      markup.word(label, x: min(10_000, row.high * 100 + 100), y: y + 31)
    }
  }
}
