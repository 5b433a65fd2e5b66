public import Calendar
public import Diagnostics
public import Manuscript
public import Release

/// Holds a publication against the rules: each briefing by itself, on any thread, then all of them
/// beside each other.
public struct Reviewer: Sendable {
  private let policy: Policy
  private let asOf: Day
  private let book: Rulebook
  private let words: WordBook

  /// A reviewer under `policy`, for a day.
  ///
  /// - Parameter outlines: what new briefings begin with; a sentence of theirs in a briefing that is
  ///   no draft is one that was never replaced.
  public init(policy: Policy, asOf: Day, outlines: OutlineTexts = OutlineTexts()) {
    self.policy = policy
    self.asOf = asOf
    book = Rulebook(policy)
    words = WordBook(policy, outlines)
  }

  /// What is wrong with a briefing by itself, and what is kept of it for comparisons.
  ///
  /// - Parameters:
  ///   - bytes: the briefing's file, in which places are looked up.
  ///   - candidates: what each audience gets of it, in the policy's order.
  public func review(
    _ briefing: SourceBriefing, bytes: [UInt8], candidates: [Candidate?]
  ) -> (findings: Findings, trace: Trace) {
    let paper = Paper(
      briefing, bytes: bytes, candidates: candidates, policy: policy, asOf: asOf, book: words)
    var findings = Findings()
    for rule in Rulebook.all {
      guard let severity = book.severity(of: rule.about) else { continue }
      var report = Report(rule.about, severity: severity)
      rule.review(paper, &report)
      findings.add(contentsOf: report.findings)
    }
    return (
      findings,
      Trace(
        images: ShownImage.images(in: paper), links: LinkPlace.links(in: paper),
        marks: MarkedText.texts(in: paper),
        tellsOfWithdrawal: WithdrawnLink.isTold(in: paper),
        runs: WordRuns(paper))
    )
  }

  /// What is wrong between briefings, words that they share aside.
  ///
  /// - Parameter unread: ids of other briefings, which have errors and are not looked at.
  public func compare(
    _ briefings: [SourceBriefing], _ traces: [Trace], unread: Set<String> = []
  ) -> Findings {
    let library = Library(
      policy: policy, asOf: asOf, briefings: briefings, traces: traces, unread: unread)
    var findings = Findings()
    for rule in Rulebook.all {
      guard let severity = book.severity(of: rule.about) else { continue }
      var report = Report(rule.about, severity: severity)
      rule.review(library, &report)
      findings.add(contentsOf: report.findings)
    }
    return findings
  }

  /// The index in which `sharedWords` looks.
  public func index(_ traces: [Trace]) -> RunIndex {
    RunIndex(traces, everybody: .all(policy.audiences.count))
  }

  /// The words that the briefing at a position shows and that are withheld elsewhere.
  public func sharedWords(
    of number: Int, among briefings: [SourceBriefing], _ traces: [Trace], _ index: RunIndex,
    bytes: [UInt8]
  ) -> Findings {
    let matches = SharedWords.matches(of: number, in: traces, index)
    guard !matches.isEmpty else { return Findings() }
    let rule = SharedWords()
    var report = Report(rule.about, severity: rule.about.severity)
    let paper = Paper(
      briefings[number], bytes: bytes, candidates: [], policy: policy, asOf: asOf, book: words)
    rule.report(matches, paper, briefings.map(\.path), traces, &report)
    return report.findings
  }
}
