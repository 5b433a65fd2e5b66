import Diagnostics
import Foundation
import Pipeline
import Testing

@Suite("Rules of check")
struct RuleTests {
  @Test(arguments: RuleCase.all("flawed"))
  func findsTheFlawAtItsLineAndNothingElse(example: RuleCase) throws {
    let expected = try example.expected()
    let found = RuleCase.byFile(try example.found())
    for (file, findings) in expected { #expect(found[file] ?? [] == findings, "\(file)") }
    #expect(Set(found.keys).isSubset(of: expected.keys))
  }

  @Test(arguments: RuleCase.all("good"))
  func findsNothingInAGoodBriefing(example: RuleCase) throws {
    let found = try example.found()
    #expect(found.isEmpty, "\(found)")
  }

  @Test func everyRuleHasAFlawedBriefing() throws {
    let tested = Set(
      try RuleCase.all("flawed").flatMap { try $0.expected().values.joined() }.map(\.code))
    // Found while reading, and tested where reading is.
    let elsewhere: Set = [
      "marking/banner-too-low", "link/supersedes-cycle", "policy/no-base-url",
    ]
    let untested = Set(checkRules.map(\.code)).subtracting(tested).subtracting(elsewhere)
    #expect(untested.isEmpty)
  }

  @Test func everyRuleHasAPageThatSaysWhatItIs() throws {
    let docs = RuleCase.root.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "docs/rules")
    let index = try String(contentsOf: docs.appending(path: "README.md"), encoding: .utf8)
    for rule in checkRules {
      let name = rule.code.replacing("/", with: "-") + ".md"
      let page = try String(contentsOf: docs.appending(path: name), encoding: .utf8)
      let text = page.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(page.hasPrefix("# \(rule.code)\n"), "\(name)")
      #expect(text.lowercased().contains(rule.summary.lowercased()), "\(name)")
      #expect(page.contains("no policy can switch it") == rule.guardsVisibility, "\(name)")
      #expect(page.contains("--fix") == rule.hasFix, "\(name)")
      #expect(
        index.contains(
          "| [`\(rule.code)`](\(name)) | \(rule.severity.rawValue) "
            + "| \(rule.guardsVisibility ? "fixed" : "") | \(rule.summary) |"), "\(rule.code)")
    }
    let pages = try FileManager.default.contentsOfDirectory(atPath: docs.path())
    #expect(pages.count == checkRules.count + 1)
  }

  @Test func aPolicySwitchesRulesOfStyle() throws {
    let loose = RuleCase(folder: RuleCase.root.appending(path: "flawed/loose-may"))
    #expect(try loose.found(policy: "checks: {analysis/loose-words: off}\n").isEmpty)
    let note = try loose.found(policy: "checks: {analysis/loose-words: note}\n")
    #expect(note.map(\.severity) == [.note])
  }

  @Test func aPolicyCannotSwitchWhatGuardsVisibility() throws {
    let shared = RuleCase(folder: RuleCase.root.appending(path: "flawed/shared-words"))
    let found = try shared.found(policy: "checks: {marking/shared-words: off}\n")
    #expect(found.map(\.code) == ["policy/check"])
    #expect(found.map(\.severity) == [.error])
    #expect(
      found.first?.message == "'marking/shared-words' guards who sees what and cannot be switched")
  }

  /// What many places withhold is boilerplate; each place by itself is told up to the eighth.
  @Test func sharedWordsAreToldOfEightPlaces() throws {
    let files = FileManager.default
    let place = files.temporaryDirectory.appending(path: UUID().uuidString)
    try files.copyItem(
      at: RuleCase.root.appending(path: "flawed/shared-words-other"), to: place)
    defer { try? files.removeItem(at: place) }
    let text = try String(contentsOf: place.appending(path: "withheld.md"), encoding: .utf8)
    for number in 10..<20 {
      try Data(text.replacing("TA-2026-F00D", with: "TA-2026-F0\(number)").utf8)
        .write(to: place.appending(path: "withheld-\(number).md"))
    }
    let found = try RuleCase(folder: place).found()
    #expect(Set(found.map(\.code)) == ["marking/shared-words"])
    #expect(Set(found.map(\.place.file)) == ["briefings/shown.md"])
    let told = found.compactMap { $0.message.firstMatch(of: /withheld-(\d+)\.md/)?.1 }
    #expect(told == (10..<18).map { "\($0)" })
  }

  @Test func aPolicyNamesRulesThatThereAre() throws {
    let loose = RuleCase(folder: RuleCase.root.appending(path: "flawed/loose-may"))
    let found = try loose.found(policy: "checks: {analysis/loose-word: off}\n")
    #expect(found.map(\.message) == ["'analysis/loose-word' is no rule of 'check'"])
    #expect(found.map(\.help) == ["did you mean 'analysis/loose-words'?"])
    let weight = try loose.found(policy: "checks: {analysis/loose-words: error}\n")
    #expect(weight.map(\.code) == ["policy/value"])
  }

  @Test func messagesQuoteNothingOfABriefing() throws {
    for example in RuleCase.all("flawed") {
      var words: Set<Substring> = []
      for file in try example.expected().keys {
        let name = String(file.dropFirst("briefings/".count))
        let text = try String(contentsOf: example.folder.appending(path: name), encoding: .utf8)
        // Words of the author's own, in capitals: code names, abbreviations, names of places.
        words.formUnion(text.matches(of: /\b(CINDER|FOX|SOC|Vlissingen|Moerdijk|74455)\b/).map(\.1))
      }
      for finding in try example.found() {
        let said = finding.message + (finding.help ?? "")
        #expect(words.allSatisfy { !said.contains($0) }, "\(finding.code): \(finding.message)")
      }
    }
  }
}
