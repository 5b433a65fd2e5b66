internal import Diagnostics
internal import Manuscript
internal import Marking

/// A code name or number of the actor that is withheld in `threat.actor` and shown elsewhere.
///
/// Code names are words of four capitals or more; numbers have four digits or more and are no year.
struct SharedName: Rule {
  let about = RuleDescription(
    code: "marking/shared-name", severity: .warning,
    summary: "a name that is withheld as the actor's and shown elsewhere", guardsVisibility: true)

  func review(_ paper: Paper, _ report: inout Report) {
    let versions = paper.front.threat.actor?.versions ?? []
    let own = Set(versions.map(\.line))
    let actor = paper.passages.filter { $0.kind == .field && own.contains($0.line) }
    var kept: [UInt64: Readers] = [:]
    for version in actor {
      for word in version.words where isName(word, version.bytes) {
        let known = actor.reduce(into: Readers()) { readers, other in
          if shownWords(other).contains(where: { $0.hash == word.hash }) {
            readers.formUnion(other.cleared)
          }
        }
        kept[word.hash] = paper.titled.subtracting(known)
      }
    }
    guard kept.contains(where: { !$0.value.isEmpty }) else { return }
    for passage in paper.passages
    where (passage.kind != .field || !own.contains(passage.line)) && !isCopy(passage, paper) {
      find(kept, in: passage, paper, &report)
    }
  }

  /// Whether another version says the same: SameVersions says so.
  private func isCopy(_ passage: Passage, _ paper: Paper) -> Bool {
    guard let group = passage.versions else { return false }
    return paper.passages.contains {
      $0.versions == group && $0.line != passage.line && $0.bytes == passage.bytes
    }
  }

  private func find(
    _ kept: [UInt64: Readers], in passage: Passage, _ paper: Paper, _ report: inout Report
  ) {
    let shown = Set(shownWords(passage).map(\.hash))
    for (index, word) in passage.words.enumerated() where shown.contains(word.hash) {
      guard let readers = kept[word.hash]?.intersection(passage.shown), !readers.isEmpty else {
        continue
      }
      report.add(
        at: paper.place(of: index, in: passage),
        "a name that \(paper.names(readers)) may read here and that is withheld in 'actor'",
        help: "mark it here too, or lower the mark of 'actor'")
      return
    }
  }

  /// What the least cleared reader of a text gets of it.
  private func shownWords(_ passage: Passage) -> [Word] {
    passage.text.hasMarks ? WordScanner.words(of: passage.text.leastCleared) : passage.words
  }

  private func isName(_ word: Word, _ bytes: [UInt8]) -> Bool {
    let letters = bytes[word.start..<word.end]
    guard letters.count > 3 else { return false }
    if word.traits.contains(.allCapitals) { return true }
    guard letters.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
    return letters.count > 4
      || !(letters.starts(with: "19".utf8) || letters.starts(with: "20".utf8))
  }
}
