internal import Calendar
internal import Edition
internal import Manuscript

extension FieldRelease {
  /// Fills in the fields of a briefing that stands.
  mutating func fill(_ briefing: inout Briefing, from front: FrontMatter) {
    briefing.summary = text(front.summary)
    briefing.threat = threat(front.threat)
    briefing.interests = words(front.interests)
    briefing.vulnerabilities = texts(front.vulnerabilities)
    briefing.topics = words(front.topics)
    briefing.sectors = words(front.sectors)
    briefing.regions = words(front.regions)
    briefing.sources = front.sources.compactMap { source($0) }
    let sources = Set(briefing.sources.compactMap(\.id))
    briefing.judgements = front.judgements.compactMap { judgement($0, sources) }
    let judgements = Set(briefing.judgements.compactMap(\.id))
    briefing.advice = front.advice.compactMap { advice($0, judgements) }
    briefing.renumber()
    briefing.revisions = front.revisions.compactMap { revision($0) }
      .enumerated().sorted { ($1.element.date, $0.offset) < ($0.element.date, $1.offset) }
      .map(\.element)
    briefing.contact = text(front.contact)
  }

  /// What a briefing was translated from, where the edition `has` it in that language.
  mutating func translation(
    _ fields: TranslationFields, among has: (String) -> Bool
  ) -> Translation? {
    guard let of = fields.of?.versions.first(where: { isCleared($0.label) }), has(of.value),
      let language = value(fields.of)?.value
    else { return nil }
    return Translation(of: language, revision: value(fields.revision)?.value)
  }

  /// Fills in the notice of a withdrawn briefing.
  mutating func fillNotice(_ briefing: inout Briefing, from front: FrontMatter) {
    var notice = Withdrawal()
    notice.date = value(front.withdrawal.date)?.value
    notice.reason = text(front.withdrawal.reason)
    notice.action = text(front.withdrawal.action)
    briefing.withdrawal = notice
  }

  private mutating func threat(_ fields: ThreatFields) -> Threat {
    var result = Threat()
    result.level = word(fields.level)
    result.actor = text(fields.actor)
    result.intent = text(fields.intent)
    result.capability = text(fields.capability)
    result.likelihood = word(fields.likelihood)
    result.confidence = word(fields.confidence)
    result.impact = word(fields.impact)
    result.horizon = text(fields.horizon)
    return result
  }

  private mutating func source(_ fields: SourceFields) -> Source? {
    var result = Source(id: fields.id)
    result.kind = word(fields.kind)
    result.grade = word(fields.grade)
    result.description = text(fields.description)
    let isEmpty = result.kind == nil && result.grade == nil && result.description == nil
    return isEmpty ? nil : result
  }

  private mutating func judgement(
    _ fields: JudgementFields, _ sources: Set<String>
  ) -> Judgement? {
    guard let text = text(fields.text) else { return nil }
    var result = Judgement(id: fields.id, text: text)
    result.likelihood = word(fields.likelihood)
    result.confidence = word(fields.confidence)
    result.sources = references(fields.sources, among: sources.contains)
    result.changedFrom = word(fields.changedFrom)
    result.changedBecause = self.text(fields.changedBecause)
    return result
  }

  private mutating func advice(_ fields: AdviceFields, _ judgements: Set<String>) -> Advice? {
    if let audiences = fields.audiences, !audiences.contains(audience.id) { return nil }
    guard let action = text(fields.action) else { return nil }
    var result = Advice(action: action)
    result.when = word(fields.when)
    result.by = text(fields.by)
    result.basis = text(fields.basis)
    result.judgements = references(fields.judgements, among: judgements.contains)
    return result
  }

  /// A revision is shown only where its note is; unmarked, its date and weight go with the note.
  private mutating func revision(_ fields: RevisionFields) -> Revision? {
    whole { release in
      guard let note = release.text(fields.note), let date = release.riding(fields.date) else {
        return nil
      }
      return Revision(date: date, note: note, change: release.riding(fields.change))
    }
  }
}
