import Foundation

/// The parts of a page that can be run.
struct GuidePage {
  /// A part, in the order of the page.
  enum Part {
    /// Text that a reader puts into a file, or adds to its end.
    case file(path: String, text: String, appends: Bool)
    /// Commands with what they print.
    case console([(command: String, printed: String)])
    /// Commands of which only success counts.
    case script(String)
  }

  /// The page that this one goes on from.
  let start: String?
  /// Its parts.
  let parts: [Part]
  /// The opening lines of blocks that show a command and are not run.
  let unrun: [String]

  /// Takes a page apart. A block's word behind its language is the file that it is for.
  init(_ text: String) {
    var parts: [Part] = []
    var unrun: [String] = []
    var fence: String?
    var lines: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      guard let open = fence else {
        if line.hasPrefix("```") { (fence, lines) = (line, []) }
        continue
      }
      guard line == open.prefix(while: { $0 == "`" }) else {
        lines.append(line)
        continue
      }
      let words = open.drop { $0 == "`" }.split(separator: " ").map(String.init)
      let content = lines.joined(separator: "\n") + "\n"
      switch words.first {
      case "console": parts.append(.console(GuidePage.commands(lines)))
      case "sh": parts.append(.script(content))
      default:
        if let path = words.dropFirst().last {
          parts.append(.file(path: path, text: content, appends: words.contains(">>")))
        } else if lines.contains(where: { $0.hasPrefix("$ ") }) {
          unrun.append(open)
        }
      }
      fence = nil
    }
    self.parts = parts
    self.unrun = unrun
    start = text.firstMatch(of: /<!-- begins with the files of ([A-Za-z.\/-]+) -->/).map {
      String($0.1)
    }
  }

  private static func commands(_ lines: [String]) -> [(command: String, printed: String)] {
    var result: [(command: String, printed: String)] = []
    for line in lines {
      if line.hasPrefix("$ ") {
        result.append((String(line.dropFirst(2)), ""))
      } else if !result.isEmpty {
        result[result.count - 1].printed += line + "\n"
      }
    }
    return result
  }

  /// Whether what was printed is what the page says; `…` stands for anything, and a line of it alone
  /// for any lines.
  static func matches(_ printed: String, _ expected: String) -> Bool {
    let pieces = expected.replacing("\n…\n", with: "…").split(
      separator: "…", omittingEmptySubsequences: false)
    guard let first = pieces.first, let last = pieces.last else { return printed.isEmpty }
    if pieces.count == 1 { return printed == expected }
    guard printed.hasPrefix(first), printed.hasSuffix(last),
      printed.count >= first.count + last.count
    else { return false }
    var rest = printed.dropFirst(first.count).dropLast(last.count)
    for piece in pieces.dropFirst().dropLast() {
      guard let range = rest.firstRange(of: piece) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }
}
