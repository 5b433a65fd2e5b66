public import Diagnostics

/// Reads the sources and built editions, and says what stands in an edition that its audience may not
/// see.
///
/// It shares no code with the rooms that read and release manuscripts: what they do wrong in the same
/// way twice, it does in another way. It is simpler than they are, so where the rules are in doubt it
/// takes a text for visible.
public struct Auditor: Sendable {
  /// The most findings of withheld text in one edition that are told.
  private static let most = 100

  private let sources: AuditSources
  private let asOf: String
  private let drafts: Bool
  /// How many files at most share what was looked through once; with 1, every file is looked through
  /// by itself.
  var sharing = 2048
  /// The bytes of visible texts that are kept at most, until all that is withheld is known; others are
  /// read again then. As many are those of some 20,000 briefings, about what the table takes for them.
  var keeping = 64 << 20

  /// An auditor of a publication.
  ///
  /// - Parameters:
  ///   - asOf: the day that the editions are of, `YYYY-MM-DD`.
  ///   - drafts: whether drafts may be in them, in a preview.
  public init(_ sources: AuditSources, asOf: String, drafts: Bool = false) {
    self.sources = sources
    self.asOf = asOf
    self.drafts = drafts
  }

  /// What is found in these editions; nothing where they are clean.
  ///
  /// - Parameter isWhole: whether these are all editions of the policy, so that an exception that
  ///   nothing needed is a finding.
  public func findings(
    in editions: [AuditedEdition], isWhole: Bool, on crew: some AuditCrew
  ) -> [Diagnostic] {
    var exceptions = AuditExceptions(sources.exceptions, asOf: asOf)
    var result: [Diagnostic] = []
    for start in stride(from: 0, to: editions.count, by: Readers.most) {
      let some = Array(editions[start..<min(editions.count, start + Readers.most)])
      result += findings(in: some, &exceptions, on: crew)
    }
    if isWhole { exceptions.reportUnused() }
    // A source that cannot be read is found for some editions after others.
    var told: Set<Diagnostic> = []
    return (result + exceptions.findings).filter { told.insert($0).inserted }.sorted()
  }

  private func findings(
    in editions: [AuditedEdition], _ exceptions: inout AuditExceptions, on crew: some AuditCrew
  ) -> [Diagnostic] {
    guard let policy = AuditPolicy(sources.policy, audiences: editions.map(\.audience)) else {
      return [
        Diagnostic(
          "audit/policy", at: Place("publication.yml"), "the audit cannot read the policy",
          help: "run 'tearline check'")
      ]
    }
    let pages = PageList(editions)
    let scan = BriefingScan(policy: policy, asOf: asOf, drafts: drafts, hasPage: pages.contains)
    let reading = SourceReading(sources: sources, policy: policy, scan: scan)
    // All of a released publication may be read.
    let table =
      policy.isReleased
      ? SuspectKeys().takeTable(on: crew) : SuspectTable(reading, keeping: keeping, on: crew)
    // Of those of a released publication nothing is looked for, but all of them have to be there.
    if policy.isReleased { _ = crew.map(sources.paths) { reading.bytes($0) == nil } }
    var result: [Diagnostic] = []
    var looked: [(edition: AuditedEdition, reader: Readers)] = []
    for edition in editions {
      guard let number = policy.readers.firstIndex(where: { $0.id == edition.audience }) else {
        result.append(
          Diagnostic(
            "audit/policy", at: Place("publication.yml"),
            "the audit finds no audience '\(edition.audience)' in the policy",
            help: "run 'tearline check'"))
        continue
      }
      looked.append((edition, Readers(number)))
    }
    looked.sort { policy.level(of: $0.reader) < policy.level(of: $1.reader) }
    let watch = Watch(table, policy: policy, readers: looked.map(\.reader), on: crew)
    let looks = Look.through(looked, watch, sharing: sharing, on: crew)
    var traces = zip(looked, looks).map { looked, look in
      Trace(policy.isReleased ? [] : look.hits, in: looked.edition.audience, looked.reader)
    }
    traces.read(reading, on: crew)
    var origins: Set<String> = []
    for ((edition, look), trace) in zip(zip(looked.map(\.edition), looks), traces) {
      let told = Telling(look.hits, in: edition.audience)
      result += (edition.strays + look.strays).map(told.diagnostic)
      if !policy.isReleased { result += report(look, edition, trace, told, &exceptions, &origins) }
    }
    return result + unclear(origins, reading) + reading.unread.findings
  }

  /// Why so much of a briefing is found, where it is one whose front matter the audit cannot read.
  ///
  /// - Parameter origins: the files that something was found of.
  private func unclear(_ origins: Set<String>, _ reading: SourceReading) -> [Diagnostic] {
    origins.sorted().filter(reading.isUnclear).map {
      Diagnostic(
        "audit/unreadable", at: Place($0),
        "front matter that the audit cannot read, so that all of the briefing counts as withheld",
        help: "write it in plain YAML, as the other briefings do")
    }
  }

  /// What was found, traced to its sources, without what is excepted; adds those sources to `origins`.
  private func report(
    _ look: Look, _ edition: AuditedEdition, _ trace: Trace, _ told: Telling,
    _ exceptions: inout AuditExceptions, _ origins: inout Set<String>
  ) -> [Diagnostic] {
    var result: [Diagnostic] = []
    for hit in look.hits {
      guard let origin = trace.origin(of: hit), !exceptions.allow(origin.id) else { continue }
      origins.insert(origin.place)
      result.append(told.diagnostic(hit, origin))
    }
    let left = result.count - Auditor.most
    guard left > 0 else { return result }
    result = Array(result.prefix(Auditor.most))
    result.append(
      Diagnostic(
        "audit/more", at: Place(edition.audience), "\(left) more findings in this edition",
        help: "mend those that are told, then build again"))
    return result
  }
}
