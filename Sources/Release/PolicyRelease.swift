internal import Calendar
public import Edition
public import Manuscript
internal import Marking

extension Policy {
  /// The part of the policy that `audience` may know, with the vocabulary that these briefings use
  /// and no more.
  public func released(
    to audience: Audience, briefings: [Briefing], grounds used: Set<String>
  ) -> EditionPolicy {
    let spoken = Set(briefings.map(\.language))
    let languages = languages.filter(spoken.contains)
    var result = EditionPolicy(
      title: title, publisher: publisher,
      languages: languages.isEmpty ? Array(self.languages.prefix(1)) : languages,
      audience: EditionAudience(
        id: audience.id, name: audience.name, redaction: audience.redaction,
        showsMarks: audience.showsMarks, showsBanner: !audience.clearance.isEverybodys,
        baseURL: audience.baseURL),
      levels: Array(levels.prefix(audience.clearance.level + 1)))
    let clearance = audience.clearance
    result.compartments = compartments.enumerated().filter {
      clearance.compartments.contains($0.offset)
    }.map(\.element)
    result.groups = groups.enumerated().filter { clearance.groups.contains($0.offset) }
      .map(\.element)
    result.grounds = grounds.filter { used.contains($0.id) }
    result.topics = terms("topics", briefings.flatMap(\.topics))
    result.sectors = terms("sectors", briefings.flatMap(\.sectors))
    result.regions = terms("regions", briefings.flatMap(\.regions))
    result.interests = terms("interests", briefings.flatMap(\.interests))
    result.kinds = kinds.filter(Set(briefings.map(\.kind)).contains)
    result.scales = usedScales(briefings)
    result.speak(result.languages)
    return result
  }

  private func terms(_ key: String, _ used: [MarkedText]) -> [Term] {
    let ids = Set(used.map(\.value))
    return (vocabularies[key] ?? []).filter { ids.contains($0.id) }
  }

  /// The versions of scales by which some visible value was given.
  private func usedScales(_ briefings: [Briefing]) -> [Scale] {
    var used: [String: Set<Day>] = [:]
    func use(_ scale: String, _ value: MarkedText?, _ day: Day) {
      guard let value,
        let version = scales[scale]?.version(with: value.value, upTo: day)
          ?? scales[scale]?.version(on: day)
      else { return }
      used[scale, default: []].insert(version.since)
    }
    for briefing in briefings {
      use("threat-level", briefing.threat.level, briefing.issued)
      use("likelihood", briefing.threat.likelihood, briefing.issued)
      use("confidence", briefing.threat.confidence, briefing.issued)
      use("impact", briefing.threat.impact, briefing.issued)
      for judgement in briefing.judgements {
        use("likelihood", judgement.likelihood, briefing.issued)
        use("likelihood", judgement.changedFrom, briefing.issued)
        use("confidence", judgement.confidence, briefing.issued)
      }
    }
    return ["threat-level", "likelihood", "confidence", "impact"].compactMap { id in
      guard let days = used[id], let scale = scales[id] else { return nil }
      return Scale(id: id, versions: scale.versions.filter { days.contains($0.since) })
    }
  }
}

extension EditionPolicy {
  /// Leaves out names in languages that the edition does not speak.
  fileprivate mutating func speak(_ languages: [String]) {
    let kept = Set(languages + [""])
    func trim(_ names: inout Names) {
      let spoken = names.byLanguage.filter { kept.contains($0.key) }
      // A name in no language of the edition stays as it is: better a foreign name than none.
      if !spoken.isEmpty { names.byLanguage = spoken }
    }
    func trim(_ terms: inout [Term]) { for i in terms.indices { trim(&terms[i].name) } }
    func trim(_ marks: inout [NamedMark]) { for i in marks.indices { trim(&marks[i].name) } }
    trim(&title)
    trim(&publisher.name)
    trim(&audience.name)
    trim(&levels)
    trim(&compartments)
    trim(&groups)
    trim(&grounds)
    trim(&topics)
    trim(&sectors)
    trim(&regions)
    trim(&interests)
    for scale in scales.indices {
      for version in scales[scale].versions.indices {
        for value in scales[scale].versions[version].values.indices {
          trim(&scales[scale].versions[version].values[value].name)
          if var meaning = scales[scale].versions[version].values[value].meaning {
            trim(&meaning)
            scales[scale].versions[version].values[value].meaning = meaning
          }
        }
      }
    }
  }
}
