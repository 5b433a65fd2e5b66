import Calendar
import Edition
import Template

/// The timeline of the threat level: a step line over the words of the scale, with the days on which
/// the scale itself changed, the finding in words and a table.
struct Timeline {
  private static let rowHeight = 34
  private static let top = 26

  private let history: LevelHistory
  private let scale: Scale
  private let words: Words
  private let first: Day
  private let last: Day
  private let id: String

  /// The timeline of `history` until `day`; nil where there is nothing to draw.
  init?(_ history: LevelHistory, _ scale: Scale?, until day: Day, words: Words, id: String) {
    guard let scale, let first = history.steps.first?.day, first <= day,
      history.steps.contains(where: { $0.level != nil })
    else { return nil }
    self.history = history
    self.scale = scale
    self.words = words
    self.id = id
    self.first = first
    last = max(day, Day(ordinal: first.ordinal + 1))
  }

  /// The fields of the partial `timeline`.
  var value: Value {
    .record([
      "svg": .html(svg),
      "finding": .text(finding),
      "from": .text(words.date(first)),
      "until": .text(words.date(last)),
      "scaleChanges": .list(
        scaleChanges.map { .text(words.fill("scaleChanged", ["date": words.date($0.since)])) }),
      "rows": .list(
        history.steps.reversed().map { step in
          .record([
            "date": .text(words.date(step.day)),
            "dateISO": .text(step.day.description),
            "word": .text(step.level?.value.name[words.language] ?? words["noLevel"]),
            "of": .text(step.level.map(numbered) ?? ""),
          ])
        }),
    ])
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
    markup.raw("<svg class=\"timeline\" role=\"img\" width=\"100%\"")
    markup.attribute("height", String(height))
    markup.attribute("aria-labelledby", "\(id)t \(id)d")
    markup.raw("><title")
    markup.attribute("id", "\(id)t")
    markup.raw(">")
    markup.text(words["timelineTitle"])
    markup.raw("</title><desc")
    markup.attribute("id", "\(id)d")
    markup.raw(">")
    markup.text(finding)
    markup.raw("</desc>")
    drawGrid(to: &markup)
    for change in scaleChanges {
      line("change", (x(change.since), 0), (x(change.since), height), to: &markup)
    }
    drawSteps(to: &markup)
    drawWords(to: &markup)
    markup.raw("</svg>")
    return markup.bytes
  }

  /// The scale in force at the end of the time shown.
  private var values: [ScaleValue] { scale.version(on: last)?.values ?? [] }

  private func drawGrid(to markup: inout Markup) {
    for number in values.indices {
      let y = y(number: number + 1, of: values.count)
      line("grid", (0, y), (10_000, y), to: &markup)
    }
  }

  /// The words of the scale, each above its line.
  private func drawWords(to markup: inout Markup) {
    for (index, value) in values.enumerated() {
      markup.raw("<text x=\"0\"")
      markup.attribute("y", String(y(number: index + 1, of: values.count) - 6))
      markup.raw(">")
      markup.text(value.name[words.language])
      markup.raw("</text>")
    }
  }

  private func drawSteps(to markup: inout Markup) {
    var before: Int?
    for (index, step) in history.steps.enumerated() {
      let end = index + 1 < history.steps.count ? history.steps[index + 1].day : last
      guard let level = step.level else {
        before = nil
        continue
      }
      let y = y(number: level.number, of: level.steps)
      if let before { line("step", (x(step.day), before), (x(step.day), y), to: &markup) }
      line("step", (x(step.day), y), (x(end), y), to: &markup)
      before = y
    }
    guard let before else { return }
    markup.raw("<circle class=\"now\" r=\"6\" cx=\"100%\"")
    markup.attribute("cy", String(before))
    markup.raw("/>")
  }

  private func line(
    _ name: StaticString, _ from: (x: Int, y: Int), _ to: (x: Int, y: Int), to markup: inout Markup
  ) {
    markup.raw("<line class=\"")
    markup.raw(name)
    markup.raw("\" x1=\"")
    markup.percent(from.x)
    markup.raw("\" x2=\"")
    markup.percent(to.x)
    markup.raw("\"")
    markup.attribute("y1", String(from.y))
    markup.attribute("y2", String(to.y))
    markup.raw("/>")
  }
}
