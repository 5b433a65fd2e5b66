internal import Calendar
internal import Diagnostics
internal import Manuscript
internal import Release

/// Tells where the briefings of a publication stand.
struct StatusTeller {
  let publication: Publication
  /// The paths of its briefings, those that cannot be read too.
  let paths: [String]
  let findings: [Diagnostic]

  private var policy: Policy { publication.policy }

  /// The status of all of them.
  func status() -> PublicationStatus {
    let sources = Dictionary(
      publication.briefings.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let byFile = Dictionary(grouping: findings, by: \.place.file)
    return PublicationStatus(
      asOf: publication.asOf.description, audiences: policy.audiences.map(\.id),
      briefings: paths.map { path in
        PublicationStatus.Briefing(
          path: path, fields: sources[path].map(fields), findings: byFile[path] ?? [])
      },
      otherFindings: findings.filter { !paths.contains($0.place.file) })
  }

  private func fields(_ source: SourceBriefing) -> PublicationStatus.Fields {
    let front = source.front
    return PublicationStatus.Fields(
      id: front.id, kind: front.kind, language: front.language, status: front.status.rawValue,
      classification: policy.scheme.text(front.classification),
      issued: front.issued.description,
      absences: policy.audiences.map { absence(of: source, for: $0) }, dates: dates(front))
  }

  private func absence(of source: SourceBriefing, for audience: Audience) -> String? {
    let door = Door(
      policy: policy, audience: audience, asOf: publication.asOf, assets: publication.assets)
    return door.absence(of: source)?.reason(source.front, policy)
  }

  private func dates(_ front: FrontMatter) -> [PublicationStatus.Due] {
    var dates: [(day: Day, what: String)] = []
    if let day = front.embargo { dates.append((day, "embargo ends")) }
    for (audience, day) in front.embargoes { dates.append((day, "embargo ends for \(audience)")) }
    for downgrade in front.downgrades {
      let levels = policy.scheme.levels
      dates.append(
        (downgrade.date, "\(levels[downgrade.from]) becomes \(levels[downgrade.to])"))
    }
    dates.removeAll { $0.day <= publication.asOf }
    if let day = front.expires {
      dates.append((day, day < publication.asOf ? "expired" : "expires"))
    }
    return dates.sorted { ($0.day, $0.what) < ($1.day, $1.what) }.map {
      PublicationStatus.Due(date: $0.day.description, what: $0.what)
    }
  }
}
