import Calendar
import Edition
import JSON

/// A briefing as data: the fields of its front matter with their names, and its body.
struct BriefingData {
  let library: Library
  let entry: Entry

  private var briefing: Briefing { entry.briefing }
  private var policy: EditionPolicy { library.edition.policy }
  private var language: String { briefing.language }

  /// The file beside the briefing's page.
  var page: Page {
    Page(path: BriefingPage.folder(of: entry) + "index.json", bytes: json.bytes(pretty: true))
  }

  private var json: JSON {
    .members([
      "id": .string(briefing.id),
      "kind": .string(briefing.kind),
      "language": .string(language),
      "status": .string(briefing.status.rawValue),
      "issued": day(briefing.issued),
      "changed": day(entry.changed),
      "expires": briefing.expires.map(day),
      "banner": policy.audience.showsBanner ? .string(briefing.banner) : nil,
      "title": text(briefing.title),
      "summary": briefing.summary.map(text),
      "threat": threat,
      "interests": list(briefing.interests) { named($0, policy.interests) },
      "vulnerabilities": list(briefing.vulnerabilities, text),
      "topics": list(briefing.topics) { named($0, policy.topics) },
      "sectors": list(briefing.sectors) { named($0, policy.sectors) },
      "regions": list(briefing.regions) { named($0, policy.regions) },
      "judgements": list(briefing.judgements, judgement),
      "advice": list(briefing.advice, advice),
      "sources": list(briefing.sources, source),
      "related": list(briefing.related) { .string($0) },
      "supersedes": briefing.supersedes.map { .string($0) },
      "withdrawal": briefing.withdrawal.map(withdrawal),
      "revisions": list(briefing.revisions, revision),
      "translation": briefing.translation.map { translation in
        .members([
          "of": .string(translation.of), "revision": translation.revision.map(day),
        ])
      },
      "contact": briefing.contact.map(text),
      "body": briefing.body.isEmpty ? nil : .string(briefing.body),
    ])
  }
}

// MARK: - Parts

extension BriefingData {
  private var threat: JSON? {
    let threat = briefing.threat
    if threat == Threat() { return nil }
    return .members([
      "level": threat.level.map { scaled($0, .threatLevel) },
      "actor": threat.actor.map(text),
      "intent": threat.intent.map(text),
      "capability": threat.capability.map(text),
      "likelihood": threat.likelihood.map { scaled($0, .likelihood) },
      "confidence": threat.confidence.map { scaled($0, .confidence) },
      "impact": threat.impact.map { scaled($0, .impact) },
      "horizon": threat.horizon.map(text),
    ])
  }

  private func judgement(_ judgement: Judgement) -> JSON {
    .members([
      "id": judgement.id.map { .string($0) },
      "text": text(judgement.text),
      "likelihood": judgement.likelihood.map { scaled($0, .likelihood) },
      "confidence": judgement.confidence.map { scaled($0, .confidence) },
      "sources": list(judgement.sources) { .string($0) },
      "changedFrom": judgement.changedFrom.map { scaled($0, .likelihood) },
      "changedBecause": judgement.changedBecause.map(text),
    ])
  }

  private func advice(_ advice: Advice) -> JSON {
    .members([
      "action": text(advice.action),
      "when": advice.when.map(text),
      "by": advice.by.map(text),
      "basis": advice.basis.map(text),
      "judgements": list(advice.judgements) { .string($0) },
    ])
  }

  private func source(_ source: Source) -> JSON {
    .members([
      "id": source.id.map { .string($0) },
      "kind": source.kind.map(text),
      "grade": source.grade.map(text),
      "description": source.description.map(text),
    ])
  }

  private func withdrawal(_ withdrawal: Withdrawal) -> JSON {
    .members([
      "date": withdrawal.date.map(day),
      "reason": withdrawal.reason.map(text),
      "action": withdrawal.action.map(text),
    ])
  }

  private func revision(_ revision: Revision) -> JSON {
    .members([
      "date": day(revision.date),
      "note": text(revision.note),
      "change": revision.change.map { .string($0) },
    ])
  }

  private func day(_ day: Day) -> JSON { .string(day.description) }

  private func list<Element>(_ elements: [Element], _ json: (Element) -> JSON) -> JSON? {
    elements.isEmpty ? nil : .array(elements.map(json))
  }

  /// A text without markup, as Markdown where that says more, and with its mark.
  private func text(_ text: MarkedText) -> JSON {
    let plain = InlineText.plain(text.value)
    return .members([
      "text": .string(plain), "markdown": plain == text.value ? nil : .string(text.value),
      "mark": mark(text),
    ])
  }

  /// An entry of a vocabulary.
  private func named(_ id: MarkedText, _ terms: [Term]) -> JSON {
    .members([
      "id": .string(id.value),
      "name": terms.first { $0.id == id.value }.map { .string($0.name[language]) },
      "mark": mark(id),
    ])
  }

  /// A value of a scale.
  private func scaled(_ id: MarkedText, _ name: ScaleBook.Name) -> JSON {
    let reading = library.scales.reading(name, id.value, on: briefing.issued)
    return .members([
      "id": .string(id.value),
      "name": reading.map { .string($0.value.name[language]) },
      "number": reading.map { .number($0.number) },
      "of": reading.map { .number($0.steps) },
      "band": reading?.value.band.map { .array($0.map { .number($0) }) },
      "mark": mark(id),
    ])
  }

  private func mark(_ text: MarkedText) -> JSON? {
    policy.audience.showsMarks ? text.mark.map { .string($0) } : nil
  }
}
