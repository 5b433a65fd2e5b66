import Edition
import Template

/// Where it comes from and how it changed: sources and revisions.
struct HistoryFields {
  let entry: Entry
  let shelf: Shelf
  let writer: FieldWriter

  private var words: Words { shelf.words }

  /// What changed, newest first, and last its issue; none where it was neither revised nor took the
  /// place of another one.
  var revisions: [Value] {
    let revisions: [Value] = entry.briefing.revisions.map { revision in
      .record([
        "date": .text(words.date(revision.date)),
        "dateISO": .text(revision.date.description),
        "note": writer.html(revision.note),
        "change": revision.change.flatMap { words.text(ifAny: "change.\($0)") }
          .map { .text($0) } ?? .none,
        "replaced": .none,
        "levelChange": .none,
      ])
    }
    let hasHistory = !revisions.isEmpty || entry.briefing.supersedes != nil
    return hasHistory ? revisions + [issue] : []
  }

  /// The day of issue, the briefing whose place it took, and what became of the level.
  private var issue: Value {
    let old = entry.briefing.supersedes.flatMap { shelf.place(of: $0) }
    return .record([
      "date": .text(words.date(entry.briefing.issued)),
      "dateISO": .text(entry.briefing.issued.description),
      "note": .none,
      "change": .text(words["issued"]),
      "replaced": old.map { shelf.cards[$0] } ?? .none,
      "levelChange": old.flatMap { levelChange(from: shelf.entries[$0]) } ?? .none,
    ])
  }

  private func levelChange(from old: Entry) -> Value? {
    guard let before = old.level, let after = entry.level else { return nil }
    return .text(
      words.fill(
        before == after ? "levelStayed" : "levelWent",
        ["from": name(before), "to": name(after)]))
  }

  private func name(_ level: Reading) -> String {
    let of = words.fill("levelOf", ["n": String(level.number), "steps": String(level.steps)])
    return "\(level.value.name[words.language]) (\(of))"
  }

  /// The sources, numbered as judgements refer to them.
  var sources: [Value] {
    entry.briefing.sources.enumerated().map { index, source in
      .record([
        "number": .number(index + 1),
        "description": writer.html(ifAny: source.description),
        "kind": source.kind.map { kind in
          writer.html(name: words.name(of: kind.value, in: "source"), mark: kind.mark)
        } ?? .none,
        "grade": source.grade.map { writer.html(name: $0.value, mark: $0.mark) } ?? .none,
        "gradeMeaning": .text(source.grade.map { meaning(of: $0.value) } ?? ""),
      ])
    }
  }

  /// A grade such as `B2` in words: reliability of the source, credibility of what it says.
  private func meaning(of grade: String) -> String {
    grade.compactMap { words.text(ifAny: "grade.\($0)") }.joined(separator: "; ")
  }
}
