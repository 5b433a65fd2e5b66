import Calendar
import Edition

/// The timeline of the threat level: a step line over the words of the scale, with the days on which
/// the scale itself changed.
struct Timeline {
  private static let rowHeight = 34
  private static let top = 26

  private let history: LevelHistory
  private let scale: Scale
  private let words: Words
  private let first: Day
  private let last: Day

  /// The timeline of `history` until `day`; nil where no time has passed or no level stood.
  init?(_ history: LevelHistory, _ scale: Scale?, until day: Day, words: Words) {
    guard let scale, let first = history.steps.first?.day, first < day,
      history.steps.contains(where: { $0.level != nil })
    else { return nil }
    self.history = history
    self.scale = scale
    self.words = words
    self.first = first
    last = day
  }

  /// The chart.
  var chart: Chart {
    Chart(
      id: "threat-level", title: words["timelineTitle"], finding: finding, svg: svg,
      ends: (words.date(first), words.date(last)),
      notes: scaleChanges.map { words.fill("scaleChanged", ["date": words.date($0.since)]) },
      caption: words["timelineTable"],
      columns: [words["fromDay"], words["threatLevel"], words["number"], words["steps"]],
      rows: history.steps.reversed().map(row))
  }

  private func row(_ step: LevelHistory.Step) -> [Chart.Cell] {
    [
      Chart.Cell(words.date(step.day), data: step.day.description),
      Chart.Cell(step.level?.value.name[words.language] ?? words["noLevel"]),
      Chart.Cell(step.level.map { String($0.number) } ?? ""),
      Chart.Cell(step.level.map { String($0.steps) } ?? ""),
    ]
  }

  private func numbered(_ level: Reading) -> String {
    words.fill("levelOf", ["n": String(level.number), "steps": String(level.steps)])
  }

  private var finding: String {
    guard let step = history.steps.last else { return "" }
    guard let level = step.level else {
      return words.fill("timelineNone", ["date": words.date(step.day)])
    }
    return words.fill(
      "timelineFinding",
      [
        "word": level.value.name[words.language], "of": numbered(level),
        "date": words.date(step.day),
      ])
  }

  /// Versions of the scale that began within the time shown.
  private var scaleChanges: [ScaleVersion] {
    scale.versions.dropFirst().filter { first < $0.since && $0.since <= last }
  }
}

// MARK: - Drawing

extension Timeline {
  private var rows: Int { max(2, values.count) }
  private var height: Int { Timeline.top + Timeline.rowHeight * rows }

  /// Hundredths of a percent from the left edge.
  private func x(_ day: Day) -> Int {
    let span = last.ordinal - first.ordinal
    return min(10_000, max(0, (day.ordinal - first.ordinal) * 10_000 / max(1, span)))
  }

  /// Pixels from the top, by the share of its own scale that a level reaches.
  private func y(number: Int, of steps: Int) -> Int {
    height - 8 - (number - 1) * (height - Timeline.top - 8) / max(1, steps - 1)
  }

  private var svg: [UInt8] {
    var markup = Markup()
    markup.openDrawing(
      "timeline", id: "threat-level", height: height, title: words["timelineTitle"],
      description: finding)
    for number in values.indices {
      let y = y(number: number + 1, of: values.count)
      markup.line("grid", from: (0, y), to: (10_000, y))
    }
    for change in scaleChanges {
      markup.line("change", from: (x(change.since), 0), to: (x(change.since), height))
    }
    drawSteps(to: &markup)
    for (index, value) in values.enumerated() {
      // The style sets the words before the line, in a margin of their own.
      markup.word(
        value.name[words.language], x: 0, y: y(number: index + 1, of: values.count), anchor: "end")
    }
    markup.raw("</svg>")
    return markup.bytes
  }

  /// The scale in force at the end of the time shown.
  private var values: [ScaleValue] { scale.version(on: last)?.values ?? [] }

  private func drawSteps(to markup: inout Markup) {
    var before: Int?
    for (index, step) in history.steps.enumerated() {
      let end = index + 1 < history.steps.count ? history.steps[index + 1].day : last
      guard let level = step.level else {
        before = nil
        continue
      }
      let y = y(number: level.number, of: level.steps)
      if let before { markup.line("step", from: (x(step.day), before), to: (x(step.day), y)) }
      markup.line("step", from: (x(step.day), y), to: (x(end), y))
      before = y
    }
    guard let before else { return }
    markup.raw("<circle class=\"now\" r=\"6\" cx=\"100%\"")
    markup.attribute("cy", String(before))
    markup.raw("/>")
  }
}
