internal import Diagnostics
internal import Manuscript

/// A judgement that names no source, or none that all of its readers get.
struct NoSource: Rule {
  let about = RuleDescription(
    code: "analysis/no-source", severity: .warning, summary: "a judgement without a source")

  func review(_ paper: Paper, _ report: inout Report) {
    var readers: [String: Readers] = [:]
    for source in paper.front.sources {
      if let id = source.id { readers[id, default: []].formUnion(Self.readers(of: source, paper)) }
    }
    for (index, judgement) in paper.front.judgements.enumerated() {
      guard let first = judgement.sources.first else {
        report.add(
          at: paper.place(line: judgement.line), "a judgement that names no source",
          help: "add 'sources:' with ids of the briefing's sources")
        continue
      }
      let sourced = judgement.sources.reduce(into: Readers()) { all, reference in
        all.formUnion(
          (readers[reference.value] ?? []).intersection(paper.readers(clearedFor: reference.label)))
      }
      let lost = paper.readers(of: .judgement(index)).subtracting(sourced)
      guard !lost.isEmpty else { continue }
      // It may have to be so; who marks it should know.
      report.add(
        at: paper.place(line: first.line),
        "\(paper.names(lost)) may read this judgement and none of its sources",
        help: "leave them the kind and the grade of a source, and mark its description alone",
        isNote: true)
    }
  }

  /// The audiences that get anything of a source.
  private static func readers(of source: SourceFields, _ paper: Paper) -> Readers {
    let labels =
      (source.kind?.versions.map(\.label) ?? []) + (source.grade?.versions.map(\.label) ?? [])
      + (source.description?.versions.map(\.label) ?? [])
    return labels.reduce(into: []) { $0.formUnion(paper.readers(clearedFor: $1)) }
  }
}
