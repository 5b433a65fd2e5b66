internal import Calendar
internal import Diagnostics
internal import Manuscript
internal import Marking

/// Counts the marks of a publication.
struct MarkCounter {
  let publication: Publication
  /// Its files, to read briefings as they will stand on another day.
  let folder: SourceFolder

  private var policy: Policy { publication.policy }

  /// The statistics.
  func statistics() -> MarkStatistics {
    let listed = publication.briefings.map { ($0, $0.numbered().portions) }
    let portions = listed.flatMap(\.1)
    return MarkStatistics(
      asOf: publication.asOf.description, briefings: publication.briefings.count,
      labels: labels(portions), rules: rules(portions), grounds: grounds(portions),
      folders: folders(listed), lowest: policy.scheme.levels[0],
      candidates: listed.flatMap { candidates(in: $0, $1) },
      changes: publication.briefings.flatMap(changes).sorted {
        ($0.date, $0.path, $0.what) < ($1.date, $1.path, $1.what)
      })
  }

  private func text(_ label: Label) -> String { policy.scheme.text(label) }

  private func labels(_ portions: [SourcePortion]) -> [MarkStatistics.Count] {
    var counts: [Label: Int] = [:]
    for portion in portions { counts[portion.label, default: 0] += 1 }
    return counts.sorted { a, b in
      a.key.level != b.key.level ? a.key.level < b.key.level : text(a.key) < text(b.key)
    }.map { MarkStatistics.Count(name: text($0), count: $1) }
  }

  private func rules(_ portions: [SourcePortion]) -> [MarkStatistics.Count] {
    LabelRule.Kind.allCases.compactMap { kind in
      let count = portions.count { $0.rule.kind == kind }
      return count == 0 ? nil : MarkStatistics.Count(name: kind.rawValue, count: count)
    }
  }

  private func grounds(_ portions: [SourcePortion]) -> [MarkStatistics.Count] {
    let restricted = portions.filter { portion in
      let isContained = [.container, .tearVersion].contains(portion.rule.kind)
      return portion.label.level > 0 && (portion.ground != nil || isContained)
    }
    let named = policy.grounds.map { ground in
      MarkStatistics.Count(
        name: ground.id, count: restricted.count { $0.ground == ground.id })
    }
    let none = restricted.count { $0.ground == nil }
    return named + [MarkStatistics.Count(name: "none", count: none)]
  }

  private func folders(
    _ listed: [(SourceBriefing, [SourcePortion])]
  ) -> [MarkStatistics.Folder] {
    let byPath = Dictionary(grouping: listed) { briefing, _ in
      briefing.path.split(separator: "/").dropLast().joined(separator: "/")
    }
    return byPath.sorted { $0.key < $1.key }.map { path, listed in
      let portions = listed.flatMap(\.1)
      return MarkStatistics.Folder(
        path: path, briefings: listed.count, portions: portions.count,
        restricted: portions.count { $0.label != Label(level: 0) })
    }
  }

  // MARK: - Too high

  private func candidates(
    in briefing: SourceBriefing, _ portions: [SourcePortion]
  ) -> [MarkStatistics.Candidate] {
    let openJudgements = openJudgements(of: briefing)
    return portions.compactMap { portion in
      guard portion.label.level > 0,
        let reason = reason(portion, in: briefing, isOpen: openJudgements.contains(portion.number))
      else { return nil }
      return MarkStatistics.Candidate(
        path: briefing.path, line: portion.line, name: portion.name, label: text(portion.label),
        reason: reason)
    }
  }

  /// Why a portion is worth a look; nil where nothing speaks for a lower label.
  private func reason(
    _ portion: SourcePortion, in briefing: SourceBriefing, isOpen: Bool
  ) -> String? {
    let readers = policy.audiences.filter {
      portion.audiences?.contains($0.id) ?? true
        && briefing.front.audiences?.contains($0.id) ?? true
    }
    if !readers.contains(where: { $0.clearance.isCleared(for: portion.label) }) {
      return "no audience reads it"
    }
    if isOpen { return "all its sources are open ones" }
    if portion.rule.kind == .classification { return "marked by nobody: it has the banner's label" }
    return nil
  }

  /// The numbers of the judgements that rest on open sources alone.
  private func openJudgements(of briefing: SourceBriefing) -> Set<Int> {
    let front = briefing.numbered().briefing.front
    let open = Set(
      front.sources.filter { source in
        let kinds = source.kind?.versions.map(\.value) ?? []
        return !kinds.isEmpty && kinds.allSatisfy { $0 == "open" }
      }.compactMap(\.id))
    let resting = front.judgements.filter { judgement in
      !judgement.sources.isEmpty && judgement.sources.allSatisfy { open.contains($0.value) }
    }
    return Set(resting.flatMap { $0.text?.versions.map(\.number) ?? [] })
  }

  // MARK: - The coming year

  private func changes(in briefing: SourceBriefing) -> [MarkStatistics.Change] {
    downgrades(in: briefing) + embargoes(in: briefing)
  }

  private func isWithinAYear(_ day: Day) -> Bool {
    day > publication.asOf && day.ordinal <= publication.asOf.ordinal + 365
  }

  /// The audiences that may read a portion on a day; those that its briefing is not for, or is under
  /// embargo for, are none.
  private func readers(
    of portion: SourcePortion, in front: FrontMatter, on day: Day
  ) -> [String] {
    policy.audiences.filter { audience in
      portion.audiences?.contains(audience.id) ?? true
        && front.audiences?.contains(audience.id) ?? true
        && audience.clearance.isCleared(for: portion.label)
        && embargo(of: front, for: audience.id).map { $0 <= day } ?? true
    }.map(\.id)
  }

  /// The day on which an audience may have a briefing; nil where it need not wait.
  private func embargo(of front: FrontMatter, for audience: String) -> Day? {
    [front.embargo, front.embargoes[audience]].compactMap(\.self).max()
  }

  /// Downgrades change as many portions as have other readers on that day than the day before.
  private func downgrades(in briefing: SourceBriefing) -> [MarkStatistics.Change] {
    let coming = briefing.front.downgrades.filter { isWithinAYear($0.date) }
    guard let file = folder.briefings.first(where: { $0.path == briefing.path }) else {
      return []
    }
    func readers(on ordinal: Int) -> [[String]] {
      var ignored = Findings()
      let day = Day(ordinal: ordinal)
      let read = BriefingReader(policy: policy, asOf: day)
        .read(path: file.path, bytes: file.bytes, findings: &ignored)
      return read?.numbered().portions.map { self.readers(of: $0, in: briefing.front, on: day) }
        ?? []
    }
    return Set(coming.map(\.date)).sorted().map { date in
      let words = coming.filter { $0.date == date }.map {
        "\(policy.scheme.levels[$0.from]) becomes \(policy.scheme.levels[$0.to])"
      }
      let changed = zip(readers(on: date.ordinal - 1), readers(on: date.ordinal)).count { $0 != $1 }
      return MarkStatistics.Change(
        date: date.description, path: briefing.path, what: words.joined(separator: ", "),
        portions: changed)
    }
  }

  private func embargoes(in briefing: SourceBriefing) -> [MarkStatistics.Change] {
    let front = briefing.front
    var ends: [Day: [String]] = [:]
    for audience in policy.audiences where front.audiences?.contains(audience.id) ?? true {
      if let end = embargo(of: front, for: audience.id) {
        ends[end, default: []].append(audience.id)
      }
    }
    let portions = briefing.numbered().portions
    return ends.filter { isWithinAYear($0.key) }.map { day, audiences in
      let before = Day(ordinal: day.ordinal - 1)
      return MarkStatistics.Change(
        date: day.description, path: briefing.path,
        what: "embargo ends for \(audiences.joined(separator: ", "))",
        portions: portions.count {
          readers(of: $0, in: front, on: before) != readers(of: $0, in: front, on: day)
        })
    }
  }
}
