internal import Diagnostics
internal import Manuscript

/// A reference to a briefing that another one has taken the place of.
struct SupersededLink: Rule {
  let about = RuleDescription(
    code: "link/superseded", severity: .note,
    summary: "a reference to a briefing that has been superseded")

  func review(_ library: Library, _ report: inout Report) {
    for (briefing, link) in library.references where briefing.front.status == .published {
      // Who takes the place of a briefing may well speak of it.
      let own = briefing.front.supersedes?.versions.contains { $0.value == link.id } ?? false
      guard !own, let newest = newest(link.id, library), newest != briefing.front.id else {
        continue
      }
      report.add(
        at: Place(briefing.path, line: link.line),
        "a reference to '\(link.id)', which '\(newest)' has superseded", help: "name '\(newest)'")
    }
  }

  /// The end of the chain that begins with a briefing; nil where nothing supersedes it.
  private func newest(_ id: String, _ library: Library) -> String? {
    var seen: Set<String> = [id]
    var last: String?
    var next = library.successors[id]?.min()
    while let id = next, seen.insert(id).inserted {
      last = id
      next = library.successors[id]?.min()
    }
    return last
  }
}
