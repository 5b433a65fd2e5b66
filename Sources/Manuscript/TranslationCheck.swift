internal import Diagnostics
internal import Marking

/// Checks that two translations of one briefing agree in what has no language: the administrative
/// fields, and the labels of levels, scales, topics, sectors, regions and dates.
struct TranslationCheck {
  let first: SourceBriefing
  let other: SourceBriefing

  /// Adds a finding for each field in which they differ.
  func run(_ findings: inout Findings) {
    let a = first.front
    let b = other.front
    guard a.language != b.language else { return }
    let administrative: [(String, Bool)] = [
      ("kind", a.kind == b.kind), ("status", a.status == b.status),
      ("issued", a.issued == b.issued), ("expires", a.expires == b.expires),
      ("classification", a.writtenClassification == b.writtenClassification),
      ("classification", a.classification == b.classification),
      ("unmarked", a.unmarked == b.unmarked),
      ("audiences", a.audiences.map(Set.init) == b.audiences.map(Set.init)),
      ("embargo", a.embargo == b.embargo && a.embargoes == b.embargoes),
      ("downgrade", Set(a.downgrades.map(step)) == Set(b.downgrades.map(step))),
      (
        "compilation",
        (a.compilation == nil) == (b.compilation == nil)
          && Set(a.compilation?.releaseTo ?? []) == Set(b.compilation?.releaseTo ?? [])
      ),
    ]
    for (field, agrees) in administrative where !agrees {
      report(
        "translation/differs", field, "give both the same value", &findings)
    }
    let marked: [(String, Bool)] = [
      ("threat.level", labels(a.threat.level) == labels(b.threat.level)),
      ("threat.likelihood", labels(a.threat.likelihood) == labels(b.threat.likelihood)),
      ("threat.confidence", labels(a.threat.confidence) == labels(b.threat.confidence)),
      ("threat.impact", labels(a.threat.impact) == labels(b.threat.impact)),
      ("interests", labels(a.interests) == labels(b.interests)),
      ("topics", labels(a.topics) == labels(b.topics)),
      ("sectors", labels(a.sectors) == labels(b.sectors)),
      ("regions", labels(a.regions) == labels(b.regions)),
      ("withdrawal.date", labels(a.withdrawal.date) == labels(b.withdrawal.date)),
      ("supersedes", labels(a.supersedes) == labels(b.supersedes)),
      ("related", labels(a.related) == labels(b.related)),
      ("judgements", agree(a.judgements, b.judgements, \.id, judgementLabels)),
      ("sources", agree(a.sources, b.sources, \.id) { labels($0.kind) + labels($0.grade) }),
      ("advice", agree(a.advice, b.advice, { _ in nil }) { labels($0.when) }),
      ("revisions", agree(a.revisions, b.revisions, { _ in nil }) { labels($0.date) }),
    ]
    for (field, agrees) in marked where !agrees {
      report("translation/labels-differ", field, "mark both the same way", &findings)
    }
  }

  private func labels<Value>(_ field: Field<Value>?) -> [Label] {
    field?.versions.map(\.label) ?? []
  }

  private func step(_ downgrade: FrontMatter.Downgrade) -> [Int] {
    [downgrade.date.ordinal, downgrade.from, downgrade.to]
  }

  private func judgementLabels(_ judgement: JudgementFields) -> [[Label]] {
    [labels(judgement.likelihood), labels(judgement.confidence), labels(judgement.changedFrom)]
  }

  /// Whether elements that are there in both have the same labels: those of one id, and where they
  /// have none, and there are as many, those of one position.
  private func agree<Element, Labels: Equatable>(
    _ first: [Element], _ other: [Element], _ id: (Element) -> String?,
    _ labels: (Element) -> Labels
  ) -> Bool {
    func named(_ elements: [Element]) -> [String: Labels] {
      Dictionary(
        elements.enumerated().map { (id($1) ?? "\($0)", labels($1)) },
        uniquingKeysWith: { first, _ in first })
    }
    let (these, those) = (named(first), named(other))
    let isByPosition = (first + other).contains { id($0) == nil }
    guard first.count == other.count || !isByPosition else { return true }
    return these.allSatisfy { key, value in those[key].map { $0 == value } ?? true }
  }

  /// By value, since the order of a list is the translator's.
  private func labels(_ portions: [Portion<String>]) -> [String: [Label]] {
    Dictionary(grouping: portions, by: \.value).mapValues { $0.map(\.label) }
  }

  private func report(
    _ code: String, _ field: String, _ help: String, _ findings: inout Findings
  ) {
    findings.add(
      Diagnostic(
        code, at: Place(other.path, line: line(of: field)),
        "'\(field)' differs from \(first.path), the same briefing in another language", help: help))
  }

  /// The line of a field in the translation; of `a.b`, that of `a`.
  private func line(of field: String) -> Int {
    other.front.line(of: String(field.prefix { $0 != "." }), "language")
  }
}
