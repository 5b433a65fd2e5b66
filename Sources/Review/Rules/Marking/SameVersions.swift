internal import Diagnostics

/// Two versions of one thing that say the same: the lower one takes nothing out.
struct SameVersions: Rule {
  let about = RuleDescription(
    code: "marking/same-versions", severity: .warning,
    summary: "two versions of one thing that say the same", guardsVisibility: true)

  func review(_ paper: Paper, _ report: inout Report) {
    for versions in Versions.all(of: paper.source) {
      for (index, version) in versions.enumerated().dropFirst() {
        let words = hashes(version.text)
        let isSame = versions[..<index].contains { hashes($0.text) == words }
        guard isSame, !words.isEmpty else { continue }
        report.add(
          at: paper.place(line: version.line), "a version that says the same as one above it",
          help: "take out of it what its readers may not know, or delete the version above it")
      }
    }
  }

  private func hashes(_ text: [UInt8]) -> [UInt64] { WordScanner.words(of: text).map(\.hash) }
}
