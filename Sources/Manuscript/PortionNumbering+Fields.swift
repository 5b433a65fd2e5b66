internal import Calendar
internal import Marking

extension PortionNumbering {
  /// Numbers the fields of the front matter that carry labels.
  mutating func number(_ front: inout FrontMatter) {
    number(&front.title, "title")
    number(&front.summary, "summary")
    number(&front.threat.level, "threat.level")
    number(&front.threat.actor, "threat.actor")
    number(&front.threat.intent, "threat.intent")
    number(&front.threat.capability, "threat.capability")
    number(&front.threat.likelihood, "threat.likelihood")
    number(&front.threat.confidence, "threat.confidence")
    number(&front.threat.impact, "threat.impact")
    number(&front.threat.horizon, "threat.horizon")
    number(&front.interests, "interests")
    number(&front.vulnerabilities, "vulnerabilities")
    number(&front.topics, "topics")
    number(&front.sectors, "sectors")
    number(&front.regions, "regions")
    for index in front.judgements.indices {
      number(&front.judgements[index], "judgements.\(index + 1)")
    }
    for index in front.advice.indices { number(&front.advice[index], "advice.\(index + 1)") }
    for index in front.sources.indices {
      number(&front.sources[index].kind, "sources.\(index + 1).kind")
      number(&front.sources[index].grade, "sources.\(index + 1).grade")
      number(&front.sources[index].description, "sources.\(index + 1).description")
    }
    number(&front.related, "related")
    number(&front.supersedes, "supersedes")
    number(&front.withdrawal.date, "withdrawal.date")
    number(&front.withdrawal.reason, "withdrawal.reason")
    number(&front.withdrawal.action, "withdrawal.do")
    for index in front.revisions.indices {
      number(&front.revisions[index].date, "revisions.\(index + 1).date")
      number(&front.revisions[index].note, "revisions.\(index + 1).note")
      number(&front.revisions[index].change, "revisions.\(index + 1).change")
    }
    number(&front.translation.of, "translation.of")
    number(&front.translation.revision, "translation.revision")
    number(&front.contact, "contact")
    sortByLine()
  }

  private mutating func number(_ judgement: inout JudgementFields, _ name: String) {
    number(&judgement.text, "\(name).text")
    number(&judgement.likelihood, "\(name).likelihood")
    number(&judgement.confidence, "\(name).confidence")
    number(&judgement.sources, "\(name).sources")
    number(&judgement.changedFrom, "\(name).changed.from")
    number(&judgement.changedBecause, "\(name).changed.because")
  }

  private mutating func number(_ advice: inout AdviceFields, _ name: String) {
    let audiences = advice.audiences.map { Set($0) }
    number(&advice.action, "\(name).do", audiences)
    number(&advice.when, "\(name).when", audiences)
    number(&advice.by, "\(name).by", audiences)
    number(&advice.basis, "\(name).basis", audiences)
    number(&advice.judgements, "\(name).judgements", audiences)
  }

  private mutating func number<Value>(
    _ field: inout Field<Value>?, _ name: String, _ audiences: Set<String>? = nil
  ) {
    guard var numbered = field else { return }
    let group = numbered.versions.count > 1 ? nextGroup() : nil
    for index in numbered.versions.indices {
      let place = group.map {
        SourcePortion.Version(group: $0, line: numbered.versions[index].line)
      }
      number(&numbered.versions[index], name, audiences, [place].compactMap(\.self))
    }
    field = numbered
  }

  private mutating func number<Value>(
    _ portions: inout [Portion<Value>], _ name: String, _ audiences: Set<String>? = nil
  ) {
    for index in portions.indices { number(&portions[index], name, audiences, []) }
  }

  private mutating func number<Value>(
    _ portion: inout Portion<Value>, _ name: String, _ audiences: Set<String>?,
    _ versions: [SourcePortion.Version]
  ) {
    portion.number = next()
    var listed = SourcePortion(
      number: portion.number, name: name, line: portion.line, label: portion.label,
      rule: rule(portion.origin), written: portion.written, text: "", audiences: audiences,
      ground: nil, versions: versions, spans: [])
    if var text = portion.value as? InlineText {
      take(&text, &listed)
      if let value = text as? Value { portion.value = value }
    } else {
      listed.text = "\(portion.value)"
      list(listed)
    }
  }

  private func rule(_ origin: LabelOrigin) -> LabelRule {
    switch origin {
    case .ownMark: LabelRule(.ownMark)
    case .enclosing: LabelRule(.mapping)
    case .unmarked: LabelRule(.unmarked)
    case .classification: LabelRule(.classification)
    }
  }
}
