import BuiltIn
import Calendar
import Diagnostics
import Edition
import Manuscript
import Release
import Testing

/// What the door lets out of a body, held against what the Markdown parser sees in its source: bodies
/// of random lines, in which quotes, items, tables, headings and containers begin and end where nobody
/// would write them.
@Suite struct ParserTests {
  private static let policy = """
    title: Lines
    publisher: {name: Lines, contact: "mailto:desk@example.org"}
    languages: [en]
    classification:
      levels: [{mark: U, name: OPEN}, {mark: S, name: HUSHED}]
    audiences:
      public: {name: The public, clearance: U}
      low: {name: The low, clearance: U, redaction: mark}
      token: {name: Those with tokens, clearance: U, redaction: mark, inline: token}
      high: {name: The high, clearance: S, redaction: mark, portion-marks: hide}
    """

  private static let front = """
    ---
    id: TA-2026-0000
    kind: alert
    language: en
    classification: S
    unmarked: U
    status: published
    issued: 2026-11-02
    title: (U) Lines
    ---

    """

  /// Signs that a line may begin with, and what may stand behind them.
  private static let signs = [
    "", "", "", "", "", "- ", "- ", "* ", "1. ", "2. ", "> ", "> ", ">", "  ", "    ", "   ",
    "- - ", "- > ", "> - ", "- [ ] ", "  - ", "  > ", "\t", "## ", "-\t", "10. ", "- 1. ",
  ]
  private static let contents = [
    "W", "W", "W", "W W", "(S) W", "(S) W", "(S) W W", "(U) W", "W | W", "(S) W | W", "W | (S) W",
    "| W | W |", "| (S) W | W |", "| W | (S) W |", "| --- | --- |", "--- | ---", "-|-", "|-|",
    "---", ":-: | -", "===", "= =", "***", "```", "", "", "", "", "W[^1]", "[^1]: W", "[^1]: (S) W",
    "# W", "## W", "# (S) W", "## (S) W", "#W", "W [W]{S|W} W", "[W]{S|W} W", "`W [W]{S|W}`",
    "| [W]{S\\|W} | W |", "**W [W]{S|W}**", "W\\", "W  ", "`W`", "| W |", "| --- |",
    "W | W | W", "[x]: /u", "[W][x]", "<W", "`[x]` W", "[x] W", "&", "W #", "24h [x] W", "1: [ ] W",
    "2026 [x] W", "[x]: /u(u", "[^1 W", "W] W", "[W](/u(u", "[W](/u \"W\")", "<a[W](/u)@b>",
  ]

  private static let containers = [
    "::: S", "::: S", "::: U", "::: for public", "::: for high", "::: S for high",
    "::: S for public",
  ]

  /// Bodies that were read without an error, and among them those with something that is withheld and
  /// with others of what this is about: lines that no body has any more show nothing.
  private struct Met {
    var bodies = 0
    var withheld = 0
    var tables = 0
    var sections = 0
    var substitutes = 0
    var containers = 0
    var others = 0
  }

  @Test func whatTheParserSeesAsMarkedIsWithheld() throws {
    var met = Met()
    for number in 0..<UInt64(Effort.asked.pairs * 25) {
      var dice = Dice(seed: Effort.asked.seed &* 7_000_003 &+ number)
      let body = ParserTests.body(&dice)
      guard let reading = ParserTests.reading(of: body) else { continue }
      try hold(body, reading, &met)
      try holdOthers(body, reading, &dice, &met)
    }
    #expect(met.bodies > 400 && met.withheld > 100 && met.tables > 10, "\(met)")
    #expect(met.sections > 10 && met.substitutes > 50 && met.containers > 100, "\(met)")
    #expect(met.others > 100, "\(met)")
  }

  private static func body(_ dice: inout Dice) -> String {
    var words = 0
    var lines: [String] = []
    for _ in 0..<dice.among(2...9) {
      let line = dice.pick(signs) + dice.pick(contents)
      lines.append(
        line.split(separator: "W", omittingEmptySubsequences: false).map(String.init)
          .reduce(nil as String?) { text, part in
            guard let text else { return part }
            words += 1
            return "\(text)w\(words)\(part)"
          } ?? "")
    }
    for _ in 0..<dice.pick([0, 0, 1, 1, 2]) { contain(&lines, &dice) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Puts a container around some of the lines, with a second version or without; it may begin or end
  /// in one that is there, which makes another container of both.
  private static func contain(_ lines: inout [String], _ dice: inout Dice) {
    let places = [
      dice.among(0...lines.count), dice.among(0...lines.count), dice.among(0...lines.count),
    ]
    .sorted()
    let opening = dice.pick(containers)
    lines.insert(":::", at: places[2])
    if !opening.hasPrefix("::: for"), dice.among(0...1) == 0 {
      lines.insert("::: tear \(dice.pick(["U", "S"]))", at: places[1])
    }
    lines.insert(opening, at: places[0])
  }

  /// A publication with this body; nil where it has errors.
  private static func reading(of body: String) -> Reading? {
    let files = Files(
      policy: Array(policy.utf8), briefings: ["briefings/a.md": Array((front + body).utf8)],
      images: [:])
    guard let reading = Reading(files), reading.errors.isEmpty else { return nil }
    return reading
  }

  /// What may stand in place of a word that is withheld.
  private static let others = [
    "z", "z z z z z z z", "*z*", "`z`", "**z** z", "[z](/z)", "[x] z", "[ ] z", "z[^1]", "[z][x]",
    "\\*z",
    "&amp;z", "<https://z.example>", "[z]{S}", "[z]{S|y}", "z \\| z", "~~z~~", "(2) z",
    "z#",
  ]

  /// With other words where some may not see them they get the same, byte for byte.
  private func holdOthers(
    _ body: String, _ reading: Reading, _ dice: inout Dice, _ met: inout Met
  ) throws {
    for audience in ["public", "low", "token"] {
      let hidden = ParserSight(body, for: audience).hidden
      guard !hidden.isEmpty else { continue }
      let other = body.replacing(/w[0-9]+/) { word in
        hidden.contains(String(word.output)) && dice.among(0...2) > 0
          ? dice.pick(Self.others) : String(word.output)
      }
      guard other != body, let changed = Self.reading(of: other) else { continue }
      met.others += 1
      let editions = try [reading, changed].map { try #require($0.edition(for: audience)) }
      #expect(
        editions[0] == editions[1],
        """
        \(audience): \(body)
        with other words: \(other)
        -> \(editions[0].briefings.first?.body ?? "")
        -> \(editions[1].briefings.first?.body ?? "")
        """)
    }
  }

  private func hold(_ body: String, _ reading: Reading, _ met: inout Met) throws {
    let sight = ParserSight(body, for: "public")
    met.bodies += 1
    met.withheld += sight.hasMarks ? 1 : 0
    met.sections += sight.hasMarkedSection ? 1 : 0
    met.substitutes += sight.replaced.isEmpty ? 0 : 1
    met.containers += body.contains(":::") ? 1 : 0
    met.tables += ParserSight.shape(body).contains("<table") ? 1 : 0
    let low = try #require(reading.edition(for: "public")).briefings.first?.body ?? ""
    let words = ParserSight.words(in: low)
    #expect(words.isDisjoint(with: sight.hidden), "\(body)\n-> \(low)")
    #expect(sight.visible.isSubset(of: words), "\(body)\n-> \(low)")
    let high = try #require(reading.edition(for: "high")).briefings.first?.body ?? ""
    let whole = ParserSight(body, for: "high")
    #expect(!high.isEmpty || whole.visible.isEmpty, "\(body)")
    guard !high.isEmpty else { return }
    let all = ParserSight.words(in: high)
    let due = whole.withheld.union(whole.visible).subtracting(whole.replaced)
    #expect(due.isSubset(of: all), "\(body)\n-> \(high)")
    #expect(all.isDisjoint(with: whole.replaced.union(whole.gone)), "\(body)\n-> \(high)")
    if !body.contains(where: { "({".contains($0) }), !body.contains(":::") {
      #expect(ParserSight.shape(high) == ParserSight.shape(body), "\(body)\n-> \(high)")
    }
  }
}
