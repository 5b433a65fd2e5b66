internal import Calendar
internal import Manuscript

/// The outline of a new briefing: a draft that says where everything goes.
struct Outline {
  let policy: Policy
  let today: Day

  /// The file's text. Its marks are of the policy's own levels.
  func text(kind: String, title: String, id: String) -> String {
    let marks = policy.scheme.levels
    let top = marks[marks.count - 1]
    let low = marks[0]
    return """
      ---
      id: \(id)
      kind: \(kind)
      language: \(policy.languages[0])
      # The banner. It covers every mark below; what carries no mark is at this level.
      classification: "\(top)"
      # draft, published, withdrawn
      status: draft
      issued: \(today)
      # Versions, most restrictive first: each reader gets the first one it is cleared for.
      title:
        - \(quoted("(\(top)) \(title)"))
        - \(quoted("(\(low)) …"))
      summary:
        - "(\(low)) What is happening, and what it means, in two sentences."
      judgements: []
      advice: []
      sources: []
      ---
      ## (\(low)) What is happening

      (\(low)) A paragraph that everybody may read.

      (\(top)) A paragraph for those who are cleared for it.

      ## (\(low)) What we do not know

      - (\(low)) A question that is still open.

      """
  }

  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
