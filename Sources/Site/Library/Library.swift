import Calendar
import Edition
import Markdown

/// An edition with what all its pages need to know of it, worked out once.
struct Library: Sendable {
  let edition: Edition
  let scales: ScaleBook
  let marks: PortionMarks
  let banners: BannerBook
  /// All briefings, in the order of the edition.
  private(set) var entries: [Entry] = []
  /// The places in `entries` of the language versions of a briefing, by id.
  private let versions: [String: [Int]]
  private let assets: [String: Asset]
  private let grounds: [String: Term]

  init(_ edition: Edition) {
    self.edition = edition
    scales = ScaleBook(edition.policy.scales)
    marks = PortionMarks(edition.policy)
    banners = BannerBook(edition.policy)
    versions = Dictionary(grouping: edition.briefings.indices) { edition.briefings[$0].id }
    assets = Dictionary(edition.assets.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
    grounds = Dictionary(edition.policy.grounds.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    let superseding = Library.superseding(edition.briefings)
    entries = edition.briefings.enumerated().map { index, briefing in
      Entry(
        briefing, at: index, supersededBy: superseding[briefing.id], on: edition.asOf,
        scales: scales, html: { unlinked($0, language: briefing.language) })
    }
  }

  /// By the id of a superseded briefing, that of the one in its place; the latest, if several.
  private static func superseding(_ briefings: [Briefing]) -> [String: String] {
    var result: [String: Briefing] = [:]
    for briefing in briefings where briefing.status != .withdrawn {
      guard let old = briefing.supersedes, old != briefing.id else { continue }
      if let other = result[old],
        (other.issued, other.id) >= (briefing.issued, briefing.id)
      {
        continue
      }
      result[old] = briefing
    }
    return result.mapValues(\.id)
  }

  /// The versions of the briefing called `id`, in the order of the policy's languages.
  func versions(of id: String) -> [Entry] { (versions[id] ?? []).map { entries[$0] } }

  /// `id` where a briefing of the edition is called so.
  func has(_ id: String) -> String? { versions[id] == nil ? nil : id }

  /// The version of `id` in `language`, or else the first there is.
  func entry(_ id: String, in language: String) -> Entry? {
    let all = versions[id] ?? []
    let index = all.first { edition.briefings[$0].language == language } ?? all.first
    return index.map { entries[$0] }
  }

  /// Every id once, in the version for `language`, newest change first.
  func shelf(in language: String) -> [Entry] {
    versions.keys.compactMap { entry($0, in: language) }.sorted(by: Entry.isNewer)
  }

  /// The public name of a ground.
  func groundName(_ ground: String?, in language: String) -> String? {
    ground.flatMap { grounds[$0] }?.name[language]
  }
}

// MARK: - Texts

extension Library {
  /// The portion mark at the start of a block's text, and the text without it.
  func leadingMark(of nodes: [Node]) -> (label: String, rest: [Node])? {
    guard case .text(let text)? = nodes.first?.kind else { return nil }
    let isAlone = nodes.count == 1 || nodes[1].kind == .softBreak
    guard let (label, rest) = marks.leading(text, isAlone: isAlone) else { return nil }
    var nodes = nodes
    if rest.isEmpty {
      nodes.removeFirst()
      if nodes.first?.kind == .softBreak { nodes.removeFirst() }
    } else {
      nodes[0].kind = .text(rest)
    }
    return (label, nodes)
  }

  /// The text of a block without the portion mark that it may start with.
  func unmarked(_ block: Node) -> [Node] {
    leadingMark(of: block.children)?.rest ?? block.children
  }

  /// A field's text as HTML without links, for places that are links themselves.
  func unlinked(_ text: MarkedText, language: String) -> [UInt8] {
    var writer = InlineWriter(self, place: nil, words: Words(language: language, texts: [:]))
    if edition.policy.audience.showsMarks, let mark = text.mark { writer.writeMark(mark) }
    writer.write(InlineText.nodes(of: text.value))
    return writer.markup.bytes
  }

  /// A published image, named by the destination that an image of the body has.
  func asset(for destination: String) -> Asset? {
    let prefix = "../../../assets/"
    return destination.hasPrefix(prefix)
      ? assets[String(destination.dropFirst(prefix.count))] : nil
  }
}
