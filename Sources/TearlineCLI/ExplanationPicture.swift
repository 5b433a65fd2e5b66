internal import Pipeline

/// A briefing beside what each audience gets of it, for a terminal.
///
/// Where the terminal is wide enough there is a column for each audience; where it is not, what
/// they get stands under each portion. Everything is said in words; colours only repeat them.
struct ExplanationPicture {
  private let explanation: Explanation
  private let width: Int
  private let color: Bool
  private let rows: [Row]
  private let labelWidth: Int
  private let ruleWidth: Int
  private let outcomeWidths: [Int]

  /// A line of the picture: a portion, or neighbouring cells that go together.
  private struct Row {
    var portion: Explanation.Portion
    var text: String
    var words: [String]
  }

  /// A picture in this many columns.
  init(_ explanation: Explanation, width: Int, color: Bool) {
    self.explanation = explanation
    self.width = width
    self.color = color
    let rows = ExplanationPicture.rows(of: explanation.portions)
    self.rows = rows
    labelWidth = ExplanationPicture.widest(rows.map(\.portion.label) + ["label"])
    ruleWidth = ExplanationPicture.widest(rows.map { $0.portion.ruleText } + ["rule"])
    outcomeWidths = explanation.audiences.indices.map { index in
      ExplanationPicture.widest(rows.map { $0.words[index] } + [explanation.audiences[index].id])
    }
  }

  /// The picture, a line end behind each line.
  var text: String {
    let lines = heading + [""] + (textWidth >= 24 ? table : list) + [""] + legend
    return lines.map { Columns.trimmed($0) + "\n" }.joined()
  }

  // MARK: - Parts

  private var heading: [String] {
    var lines = Columns.wrapped("\(explanation.path): \(explanation.summary)", to: width)
    let widest = explanation.audiences.map { Columns.width($0.id) }.max() ?? 0
    for audience in explanation.audiences {
      let says = audience.absence.map { "gets nothing of it: \($0)" } ?? "gets it"
      let said = Columns.wrapped(says, to: width - widest - 4)
      lines += said.enumerated().map { index, line in
        "  \(Columns.fitted(index == 0 ? audience.id : "", to: widest))  \(line)"
      }
    }
    return lines
  }

  private var legend: [String] {
    let meanings = [
      "reads: all of it", "substitute: with other words in it", "in part: with tokens in it",
      "line N: the version on that line in its place", "token: sees that something is withheld",
      "-: nothing",
    ]
    return Columns.wrapped(meanings.joined(separator: "; ") + ".", to: width)
  }

  private var textWidth: Int {
    width - 6 - labelWidth - 2 - ruleWidth - 2 - outcomeWidths.reduce(0) { $0 + $1 + 2 }
  }

  private static func widest(_ texts: [String]) -> Int {
    texts.map { Columns.width($0) }.max() ?? 0
  }

  /// One line for each row, with a column for each audience.
  private var table: [String] {
    func line(
      _ number: String, _ label: String, _ rule: String, _ text: String, _ words: [String]
    ) -> String {
      let cells = zip(words, outcomeWidths).map { styled($0, width: $1) }
      let start =
        String(repeating: " ", count: max(0, 4 - number.utf8.count)) + number + "  "
        + Columns.fitted(label, to: labelWidth) + "  " + Columns.fitted(rule, to: ruleWidth)
      return start + "  " + Columns.fitted(text, to: textWidth) + "  "
        + cells.joined(separator: "  ")
    }
    return [line("line", "label", "rule", "text", explanation.audiences.map(\.id))]
      + rows.map { row in
        line(
          "\(row.portion.line)", row.portion.label, row.portion.ruleText, row.text, row.words)
      }
  }

  /// What each audience gets under each row.
  private var list: [String] {
    rows.flatMap { row -> [String] in
      let start = "\(row.portion.line): \(row.portion.label), \(row.portion.ruleText): "
      let says = zip(explanation.audiences, row.words).map { "\($0.id) \($1)" }
      return [Columns.fitted(start + row.text, to: width)]
        + Columns.wrapped(says.joined(separator: ", "), to: width - 4).map { "    \($0)" }
    }
  }

  private func styled(_ word: String, width: Int) -> String {
    let fitted = Columns.fitted(word, to: width)
    guard color else { return fitted }
    switch word {
    case "reads": return "\u{1B}[32m\(fitted)\u{1B}[0m"
    case "token", "-": return "\u{1B}[31m\(fitted)\u{1B}[0m"
    case "substitute", "in part": return "\u{1B}[33m\(fitted)\u{1B}[0m"
    default: return word.hasPrefix("line ") ? "\u{1B}[33m\(fitted)\u{1B}[0m" : fitted
    }
  }

  // MARK: - Rows

  private static func rows(of portions: [Explanation.Portion]) -> [Row] {
    var rows: [Row] = []
    for portion in portions {
      let words = portion.outcomes.map(\.word)
      if let last = rows.last, last.portion.isCell, portion.isCell,
        last.portion.line == portion.line, last.portion.label == portion.label,
        last.portion.ruleText == portion.ruleText, last.words == words
      {
        rows[rows.count - 1].text += " | " + portion.text
      } else {
        rows.append(Row(portion: portion, text: portion.lead + portion.text, words: words))
      }
    }
    return rows
  }
}
