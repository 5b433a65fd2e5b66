public import Diagnostics
internal import Marking

/// Checks briefings against each other.
public struct ManuscriptCheck {
  let policy: Policy
  let briefings: [SourceBriefing]

  /// A check of all briefings of a publication.
  public init(policy: Policy, briefings: [SourceBriefing]) {
    self.policy = policy
    self.briefings = briefings
  }

  /// What is wrong between them.
  public func run() -> Findings {
    var findings = Findings()
    checkIDs(&findings)
    for siblings in Dictionary(grouping: briefings, by: \.front.id).values where siblings.count > 1
    {
      var languages: Set<String> = []
      let sorted = siblings.sorted { rank($0) < rank($1) }
        .filter { languages.insert($0.front.language).inserted }
      for (place, other) in sorted.enumerated() {
        // What agrees with the first may be marked in another way than what the first does not have.
        for first in sorted[..<place] {
          let count = findings.count
          TranslationCheck(first: first, other: other).run(&findings)
          if findings.count > count { break }
        }
      }
    }
    checkSupersedes(&findings)
    return findings
  }

  /// What is no translation comes first: a difference is looked for in the translation.
  private func rank(_ briefing: SourceBriefing) -> (Int, String) {
    (briefing.front.translation.of == nil ? 0 : 1, briefing.path)
  }

  private func checkIDs(_ findings: inout Findings) {
    var seen: [String: String] = [:]
    for briefing in briefings {
      let key = briefing.front.id.uppercased() + "/" + briefing.front.language
      guard let other = seen.updateValue(briefing.path, forKey: key) else { continue }
      findings.add(
        Diagnostic(
          "front-matter/duplicate-id",
          at: Place(briefing.path, line: briefing.front.line(of: "id")),
          "the id '\(briefing.front.id)' in this language is used in \(other) too",
          help: "give one of them a new id; 'tearline new' does"))
    }
  }

  /// Following `supersedes` has to come to an end.
  private func checkSupersedes(_ findings: inout Findings) {
    var next: [String: Set<String>] = [:]
    for briefing in briefings {
      for version in briefing.front.supersedes?.versions ?? [] {
        next[briefing.front.id, default: []].insert(version.value)
      }
    }
    for briefing in briefings where next[briefing.front.id] != nil {
      var reached: Set<String> = []
      var open = Array(next[briefing.front.id] ?? [])
      while let id = open.popLast() {
        if reached.insert(id).inserted { open += next[id] ?? [] }
      }
      if reached.contains(briefing.front.id) {
        findings.add(
          Diagnostic(
            "link/supersedes-cycle",
            at: Place(briefing.path, line: briefing.front.supersedes?.versions.first?.line),
            "briefings that supersede each other in a circle",
            help: "let only the newer one name the older one"))
      }
    }
  }
}
