internal import Pipeline

/// Portions in full, with what each audience gets of them, for a terminal.
struct ExplanationDetail {
  private let explanation: Explanation
  private let width: Int

  /// Details in this many columns.
  init(_ explanation: Explanation, width: Int) {
    self.explanation = explanation
    self.width = width
  }

  /// The portions, an empty line between them.
  var text: String {
    explanation.portions.map { portion in
      lines(portion).map { Columns.trimmed($0) + "\n" }.joined()
    }.joined(separator: "\n")
  }

  private func lines(_ portion: Explanation.Portion) -> [String] {
    var fields: [(String, String)] = [("label", portion.label), ("rule", portion.ruleText)]
    if let ground = portion.ground { fields.append(("ground", ground)) }
    if let named = portion.tailoredTo { fields.append(("for", named.joined(separator: ", "))) }
    fields.append(("text", portion.text))
    for (audience, outcome) in zip(explanation.audiences, portion.outcomes) {
      let absence = audience.absence.map { "gets nothing of the briefing: \($0)" }
      fields.append((audience.id, absence ?? outcome.sentence))
    }
    for span in portion.spans { fields.append(("span", sentence(span))) }
    let widest = fields.map { Columns.width($0.0) }.max() ?? 0
    return ["\(explanation.path):\(portion.line): \(portion.name)"]
      + fields.flatMap { name, value in
        Columns.wrapped(value, to: width - widest - 4).enumerated().map { index, line in
          "  \(Columns.fitted(index == 0 ? name : "", to: widest))  \(line)"
        }
      }
  }

  private func sentence(_ span: Explanation.Span) -> String {
    let who = zip(explanation.audiences, span.outcomes).map { "\($0.id) \($1 ?? "nothing")" }
    let other = span.substitute.map { ", else '\($0)'" } ?? ""
    return "'\(span.text)' is \(span.label)\(other): \(who.joined(separator: ", "))"
  }
}
