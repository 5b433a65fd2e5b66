public import Calendar
public import Edition
public import Manuscript
internal import Markdown
internal import Marking

/// The one way from a manuscript to an edition: withholds what an audience may not see, leaves out
/// what is not for it, and writes down the rest as plain values.
///
/// Each briefing goes through in two steps: `candidate` decides by itself alone whether it is in
/// the edition and what is visible of it; `release` then settles its links, knowing which other
/// briefings are in. Both are pure, and may run on several threads.
public struct Door: Sendable {
  private let policy: Policy
  private let audience: Audience
  private let asOf: Day
  private var gate: Gate
  private let assets: AssetShelf

  /// A door for one audience.
  ///
  /// - Parameters:
  ///   - asOf: the day that decides on embargoes; labels were read for the same day.
  ///   - drafts: whether drafts go through too, for a preview.
  public init(
    policy: Policy, audience: Audience, asOf: Day, drafts: Bool = false, assets: AssetShelf
  ) {
    self.policy = policy
    self.audience = audience
    self.asOf = asOf
    gate = Gate(audience: audience, asOf: asOf, drafts: drafts)
    self.assets = assets
  }

  /// What is visible of a briefing; nil where it is not in the edition.
  public func candidate(_ source: SourceBriefing) -> Candidate? {
    switch verdict(on: source) {
    case .visible(let candidate): candidate
    case .absent: nil
    }
  }

  /// What will be visible of a briefing that is a draft or under an embargo today; nil where it is
  /// neither, or will not be in the edition.
  func candidateToCome(_ source: SourceBriefing) -> Candidate? {
    switch gate.absence(of: source.front) {
    case .draft, .embargo: break
    default: return nil
    }
    return toCome.candidate(source)
  }

  /// The same door on the day on which every embargo is over, for drafts as well.
  public var toCome: Door {
    var door = self
    door.gate.drafts = true
    door.gate.embargoed = true
    return door
  }

  /// Why a briefing is not in the edition; nil where it is.
  public func absence(of source: SourceBriefing) -> Absence? {
    switch verdict(on: source) {
    case .visible: nil
    case .absent(let absence): absence
    }
  }

  /// What the door says of a briefing by itself.
  private enum Verdict {
    case visible(Candidate)
    case absent(Absence)
  }

  private func verdict(on source: SourceBriefing) -> Verdict {
    let front = source.front
    if let absence = gate.absence(of: front) { return .absent(absence) }
    let references = References(of: source.body)
    var fields = FieldRelease(
      audience: audience, scheme: policy.scheme, text: text(tokens: false, references))
    guard let title = fields.text(front.title) else { return .absent(.noTitle) }
    var briefing = Briefing(
      id: front.id, kind: front.kind, language: front.language, status: status(front),
      issued: front.issued, banner: "", title: title, body: "")
    briefing.expires = front.expires
    var content = fields
    content.fill(&briefing, from: front)
    let blocks = self.blocks(source, references)
    let isAnythingLeft =
      briefing.summary != nil || Pruning.isAnythingLeft(of: blocks)
      || source.releasedBody != nil
    guard isAnythingLeft else { return .absent(.nothingLeft) }
    if front.status == .withdrawn {
      var notice = Briefing(
        id: front.id, kind: front.kind, language: front.language, status: .withdrawn,
        issued: front.issued, banner: "", title: title, body: "")
      notice.expires = front.expires
      fields.fillNotice(&notice, from: front)
      return .visible(
        Candidate(
          briefing: notice, blocks: [], labels: fields.labels, seen: fields.seen, source: source))
    }
    return .visible(
      Candidate(
        briefing: briefing, blocks: blocks, labels: content.labels, seen: content.seen,
        source: source))
  }

  private func status(_ front: FrontMatter) -> Briefing.Status {
    switch front.status {
    case .published: .published
    case .withdrawn: .withdrawn
    case .draft: .draft
    }
  }

  private func text(tokens: Bool, _ references: References) -> TextRelease {
    TextRelease(
      clearance: audience.clearance, leavesTokens: tokens && audience.inlineTokens,
      definitions: references.links)
  }

  private func blocks(_ source: SourceBriefing, _ references: References) -> [VisibleBlock] {
    let body = BodyRelease(audience: audience, text: text(tokens: true, references))
    let visible = references.withoutDangling(
      body.release(source.body.parts), for: audience.clearance)
    return audience.redaction == .omit ? Pruning.pruned(visible) : Pruning.collapsed(visible)
  }

  /// The line of the first block that readers of the written Markdown would take for something
  /// else than the door did; nil where there is none.
  func firstBrokenLine(_ candidate: Candidate) -> Int? {
    let blocks = References.withoutUnused(candidate.blocks)
    return StructureCheck.firstBrokenLine(
      blocks, written: MarkdownWriter(mark: nil).write(blocks))
  }

  /// The briefing as it goes into the edition that `index` describes.
  public func release(_ candidate: Candidate, among index: EditionIndex) -> Released {
    let settled = settle(candidate, among: index)
    var briefing = settled.briefing
    if let body = candidate.source.releasedBody {
      return released(briefing, body, candidate)
    }
    let blocks = settled.blocks
    briefing.mapTexts { settled.links.release($0) }
    briefing.banner = banner(settled.labels + blocks.flatMap(\.labels), candidate.source.front)
    briefing.body = String(decoding: writer.write(blocks), as: UTF8.self)
    return Released(
      briefing: briefing,
      assets: assets(shownBy: candidate.blocks, candidate.source.path, in: blocks),
      grounds: Set(blocks.flatMap(\.grounds)))
  }

  /// Decides the ties of a candidate to the other briefings of its edition.
  private func settle(_ candidate: Candidate, among index: EditionIndex) -> Settled {
    let links = LinkRelease(
      index: index, candidate: candidate, clearance: audience.clearance
    ) { destination in
      asset(destination, candidate.source.path).map { "../../../assets/\($0.name)" }
    }
    var result = Settled(
      briefing: candidate.briefing, labels: candidate.labels, seen: candidate.seen,
      blocks: References.withoutUnused(links.release(candidate.blocks)), links: links)
    guard candidate.briefing.status != .withdrawn else { return result }
    let front = candidate.source.front
    var fields = FieldRelease(
      audience: audience, scheme: policy.scheme, text: text(tokens: false, References(of: Body())))
    let id = candidate.id
    result.briefing.translation = fields.translation(front.translation) { index.has(id, in: $0) }
    func isOther(_ other: String) -> Bool { other != id && index.has(other) }
    result.briefing.related = fields.references(front.related, among: isOther)
    result.labels += fields.labels
    let count = fields.labels.count
    if let superseded = fields.value(front.supersedes)?.value, isOther(superseded) {
      result.briefing.supersedes = superseded
      result.labels += fields.labels[count...]
    }
    result.seen.merge(fields.seen) { $1 }
    if result.briefing.supersedes == nil { result.forget(front.supersedes) }
    return result
  }

  /// What the audience gets of each numbered portion of a briefing, in the edition that `index`
  /// describes.
  public func account(of source: SourceBriefing, among index: EditionIndex) -> Account {
    switch verdict(on: source) {
    case .absent(let absence): return Account(absence: absence)
    case .visible(let candidate):
      let settled = settle(candidate, among: index)
      return Account(fields: settled.seen, blocks: settled.blocks, links: settled.links.release)
    }
  }

  private var writer: MarkdownWriter {
    guard audience.showsMarks else { return MarkdownWriter(mark: nil) }
    return MarkdownWriter { policy.scheme.text($0, for: audience.clearance) }
  }

  /// The join of all that is visible; for a compilation the classification, where the audience is
  /// cleared for it.
  private func banner(_ labels: [Marking.Label], _ front: FrontMatter) -> String {
    var label = labels.dropFirst().reduce(labels.first ?? Label(level: 0)) { $0.joined(with: $1) }
    if front.compilation != nil, audience.clearance.isCleared(for: front.classification) {
      label = front.classification
    }
    return policy.scheme.text(label, for: audience.clearance)
  }

  private func asset(_ destination: String, _ document: String) -> Asset? {
    ImageReference.path(of: destination, in: document).flatMap { assets[$0] }
  }

  private func assets(
    shownBy before: [VisibleBlock], _ document: String, in blocks: [VisibleBlock]
  ) -> [Asset] {
    var result: [String: Asset] = [:]
    let names = Set(blocks.flatMap { $0.imageNames })
    for destination in before.flatMap(\.imageDestinations) {
      if let asset = asset(destination, document), names.contains(asset.name) {
        result[asset.name] = asset
      }
    }
    return result.values.sorted { $0.name < $1.name }
  }

  /// The edition that these briefings make, in a fixed order, with the policy cut to them.
  public func edition(of released: [Released]) -> Edition {
    let order = Dictionary(
      uniqueKeysWithValues: policy.languages.enumerated().map { ($1, $0) })
    let briefings = released.map(\.briefing).sorted { a, b in
      a.id != b.id
        ? a.id.utf8.lexicographicallyPrecedes(b.id.utf8)
        : (order[a.language] ?? 0) < (order[b.language] ?? 0)
    }
    var assets: [String: Asset] = [:]
    for asset in released.flatMap(\.assets) { assets[asset.name] = asset }
    let grounds = released.reduce(into: Set<String>()) { $0.formUnion($1.grounds) }
    return Edition(
      asOf: asOf, policy: policy.released(to: audience, briefings: briefings, grounds: grounds),
      briefings: briefings, assets: assets.values.sorted { $0.name < $1.name })
  }

  /// A briefing of a released publication is as the door left it.
  private func released(_ briefing: Briefing, _ body: String, _ candidate: Candidate) -> Released {
    var briefing = briefing
    briefing.body = body
    briefing.banner = candidate.source.front.banner ?? ""
    let document = Parser.parse(body.utf8)
    let shown = document.imageURLs.compactMap { asset($0, candidate.source.path) }
    return Released(
      briefing: briefing,
      assets: Dictionary(shown.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        .values.sorted { $0.name < $1.name },
      grounds: Set(policy.grounds.map(\.id)))
  }
}
