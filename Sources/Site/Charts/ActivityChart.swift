import Calendar
import Edition

/// How many briefings were issued about each topic in each quarter of the last two years: a row of
/// columns a topic, all of one measure.
struct ActivityChart {
  private static let quarters = 8
  private static let topics = 12
  private static let rowHeight = 56
  private static let foot = 36

  /// A topic with how many briefings each quarter had, oldest first.
  private struct Row {
    let name: String
    let path: String
    let counts: [Int]
    var total: Int { counts.reduce(0, +) }
  }

  private let rows: [Row]
  /// Quarters counted from the year 0, oldest first.
  private let quarters: [Int]
  /// How many briefings there are, each counted once whatever its topics.
  private let total: Int
  private let words: Words

  /// The chart of what `shelf` holds on `day`; nil where it shows fewer than two briefings.
  init?(_ shelf: Shelf, on day: Day) {
    words = shelf.words
    let last = ActivityChart.quarter(of: day)
    let first = last - ActivityChart.quarters + 1
    quarters = Array(first...last)
    let place = shelf.entries.map { ActivityChart.quarter(of: $0.briefing.issued) - first }
    let rows = shelf.subjects(of: .topics).map { subject in
      var counts = Array(repeating: 0, count: ActivityChart.quarters)
      for entry in subject.entries where counts.indices.contains(place[entry]) {
        counts[place[entry]] += 1
      }
      return Row(
        name: subject.term.name[shelf.language], path: subject.path, counts: counts)
    }
    total = place.count { (0..<ActivityChart.quarters).contains($0) }
    guard total > 1, rows.contains(where: { $0.total > 0 }) else { return nil }
    // The policy's order within one total: sorting by place as well keeps it.
    self.rows = rows.enumerated()
      .sorted { ($1.element.total, $0.offset) < ($0.element.total, $1.offset) }
      .map(\.element)
  }

  /// The chart.
  var chart: Chart {
    let shown = rows.prefix(ActivityChart.topics)
    return Chart(
      id: "activity", title: words["activityTitle"], finding: finding, svg: svg(Array(shown)),
      ends: nil,
      notes: [words["activityNote"]]
        + (shown.count < rows.count ? [words["activityMore"]] : []),
      caption: words["activityTable"],
      columns: [words["one.topics"]] + quarters.map(name) + [words["total"]],
      rows: shown.map(cells), moreRows: rows.dropFirst(shown.count).map(cells))
  }

  private func cells(_ row: Row) -> [Chart.Cell] {
    [Chart.Cell(row.name, path: row.path)]
      + (row.counts + [row.total]).map { Chart.Cell(String($0)) }
  }

  private static func quarter(of day: Day) -> Int {
    let (year, month, _) = day.parts
    return year * 4 + (month - 1) / 3
  }

  private func name(_ quarter: Int) -> String {
    words.fill(
      "quarter", ["n": String(quarter % 4 + 1), "year": String(quarter / 4)])
  }

  private var finding: String {
    let top = rows.filter { $0.total == rows.first?.total }
    return words.fill(
      top.count > 3 ? "activityFindingEven" : "activityFinding",
      [
        "topics": words.list(top.map(\.name)), "n": String(rows.first?.total ?? 0),
        "total": String(total), "since": name(quarters.first ?? 0),
      ])
  }
}

// MARK: - Drawing

extension ActivityChart {
  private func svg(_ rows: [Row]) -> [UInt8] {
    var markup = Markup()
    let height = ActivityChart.rowHeight * rows.count + ActivityChart.foot
    markup.openDrawing(
      "activity", id: "activity", height: height, title: words["activityTitle"],
      description: finding)
    let most = rows.flatMap(\.counts).max() ?? 1
    for (index, row) in rows.enumerated() {
      draw(row, at: ActivityChart.rowHeight * index, most: most, to: &markup)
    }
    for (index, quarter) in quarters.enumerated() {
      let label = words.fill("quarterShort", ["n": String(quarter % 4 + 1)])
      markup.word(label, x: middle(index), y: height - 21, anchor: "middle")
      guard index == 0 || quarter % 4 == 0 else { continue }
      markup.word(String(quarter / 4), x: middle(index), y: height - 5, anchor: "middle")
    }
    markup.raw("</svg>")
    return markup.bytes
  }

  /// The width of a quarter in hundredths of a percent.
  private static var step: Int { 10_000 / quarters }

  private func middle(_ index: Int) -> Int { ActivityChart.step * index + ActivityChart.step / 2 }

  private func draw(_ row: Row, at y: Int, most: Int, to markup: inout Markup) {
    let base = y + ActivityChart.rowHeight - 2
    markup.word(row.name, x: 0, y: y + 13)
    markup.line("grid", from: (0, base), to: (10_000, base))
    for (index, count) in row.counts.enumerated() where count > 0 {
      let tall = max(3, 24 * count / max(1, most))
      markup.bar(
        "on", x: middle(index) - ActivityChart.step / 4, y: base - tall,
        width: ActivityChart.step / 2, height: tall)
      markup.word(String(count), x: middle(index), y: base - tall - 3, anchor: "middle")
    }
  }
}
