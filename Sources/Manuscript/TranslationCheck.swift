internal import Calendar
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
      ("revisions", agree(a.revisions, b.revisions)),
      ("supersedes", labels(a.supersedes) == labels(b.supersedes)),
      ("related", labels(a.related) == labels(b.related)),
      ("judgements", agree(a.judgements, b.judgements)),
    ]
    for (field, agrees) in marked where !agrees {
      let help =
        field == "judgements"
        ? "mark both the same way, and give judgements that belong together the same ids"
        : "give both the same entries with the same marks, in the same order"
      report("translation/labels-differ", field, help, &findings)
    }
  }

  private func labels<Value>(_ field: Field<Value>?) -> [Label] {
    field?.versions.map(\.label) ?? []
  }

  private func step(_ downgrade: FrontMatter.Downgrade) -> [Int] {
    [downgrade.date.ordinal, downgrade.from, downgrade.to]
  }

  /// Whether the scales of judgements have the same labels in both: of those of one id, and of the others by
  /// their place. Where these are not as many, it has to be possible that they have.
  private func agree(_ first: [JudgementFields], _ other: [JudgementFields]) -> Bool {
    func scales(_ judgement: JudgementFields) -> [[Label]] {
      [labels(judgement.likelihood), labels(judgement.confidence), labels(judgement.changedFrom)]
    }
    let shared = Set(first.compactMap(\.id)).intersection(other.compactMap(\.id))
    let named = shared.allSatisfy { id in
      first.first { $0.id == id }.map(scales) == other.first { $0.id == id }.map(scales)
    }
    let rest = [first, other].map { list in
      list.filter { !($0.id.map(shared.contains) ?? false) }.map(scales)
    }
    if rest[0].count == rest[1].count { return named && rest[0] == rest[1] }
    var (few, many) = rest[0].count < rest[1].count ? (rest[0], rest[1]) : (rest[1], rest[0])
    while let labels = few.popLast() {
      guard let place = many.firstIndex(of: labels) else { return false }
      many.remove(at: place)
    }
    return named
  }

  /// Whether the dates of revisions have the same labels: of those at the same place, where that has the same
  /// date in both, and of the others by their date.
  private func agree(_ first: [RevisionFields], _ other: [RevisionFields]) -> Bool {
    func days(_ revision: RevisionFields) -> [Day] {
      revision.date?.versions.map(\.value) ?? []
    }
    let isSame = zip(first, other).map { days($0) == days($1) }
    let moved = [first, other].map { list in
      let rest = list.indices.filter { !($0 < isSame.count && isSame[$0]) }.map { list[$0] }
      return Dictionary(grouping: rest, by: days).mapValues { Set($0.map { labels($0.date) }) }
    }
    return zip(isSame, zip(first, other)).allSatisfy { isSame, pair in
      !isSame || labels(pair.0.date) == labels(pair.1.date)
    } && moved[0].allSatisfy { days, labels in days.isEmpty || moved[1][days] ?? labels == labels }
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
