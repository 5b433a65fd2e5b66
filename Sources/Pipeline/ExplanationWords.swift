extension Explanation {
  /// What the briefing is, on one line.
  public var summary: String {
    var parts = [id, language, "classified \(classification)", "as of \(asOf)"]
    if status != "published" { parts.insert(status, at: 2) }
    parts += downgrades.map { "\($0.from) is read as \($0.to)" }
    return parts.joined(separator: ", ")
  }
}

extension Explanation.Portion {
  /// The rule that gave the label, in a few words.
  public var ruleText: String {
    let start = ruleLine.map { "\(rule) on \($0)" } ?? rule
    guard let written, written != label else { return start }
    return "\(start) \(written)"
  }

  /// What the portion is, as its source would begin.
  public var lead: String {
    switch name {
    case "paragraph": ""
    case "heading": "# "
    case "list item": "- "
    case "break": "---"
    case _ where isCell: "| "
    default: "\(name): "
    }
  }

  /// Whether it is a cell of a table.
  public var isCell: Bool { name.hasPrefix("row ") || name.hasPrefix("column ") }
}

extension Explanation.Outcome {
  /// What an audience gets, in a word or two.
  public var word: String {
    switch self {
    case .reads: "reads"
    case .substitute: "substitute"
    case .partly: "in part"
    case .version(let line): "line \(line)"
    case .token: "token"
    case .nothing: "-"
    }
  }

  /// What an audience gets, in full.
  public var sentence: String {
    switch self {
    case .reads(let text): "reads: \(text)"
    case .substitute(let text): "reads with a substitute: \(text)"
    case .partly(let text): "reads in part: \(text)"
    case .version(let line): "reads the version on line \(line)"
    case .token(let because): "sees a token: \(because)"
    case .nothing(let because): "gets nothing: \(because)"
    }
  }
}
