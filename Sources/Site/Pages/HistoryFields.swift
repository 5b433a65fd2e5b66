import Edition
import Template

/// Where it comes from and how it changed: sources and revisions.
struct HistoryFields {
  let entry: Entry
  let words: Words
  let writer: FieldWriter

  /// What changed, newest first.
  var revisions: [Value] {
    entry.briefing.revisions.map { revision in
      .record([
        "date": .text(words.date(revision.date)),
        "dateISO": .text(revision.date.description),
        "note": writer.html(revision.note),
        "change": revision.change.flatMap { words.text(ifAny: "change.\($0)") }
          .map { .text($0) } ?? .none,
      ])
    }
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
