import Calendar
import Edition
import Search

/// An edition with what all its pages need to know of it, worked out once.
final class Library: Sendable {
  let edition: Edition
  let scales: ScaleBook
  let banners: BannerBook
  let links: LinkBook
  private let grounds: [String: Term]

  /// - Parameter earlier: the library of the edition before a change, whose entries are taken over
  ///   where nothing that they were made of is another one.
  init(_ edition: Edition, after earlier: Library? = nil, on crew: some Crew = Alone()) {
    let isSame =
      edition.asOf == earlier?.edition.asOf && edition.policy == earlier?.edition.policy
    let earlier = isSame ? earlier : nil
    let scales = ScaleBook(edition.policy.scales)
    let superseding = Library.superseding(edition.briefings)
    let showsMarks = edition.policy.audience.showsMarks
    let entries = crew.map(Array(edition.briefings.enumerated())) { index, briefing in
      let known = earlier?.entry(for: briefing)
      if let known,
        known.standing
          == Standing(briefing, superseding: superseding[briefing.id], on: edition.asOf)
      {
        return known.index == index ? known : Entry(known, at: index)
      }
      return Entry(
        briefing, at: index, superseding: superseding[briefing.id], on: edition.asOf,
        scales: scales, html: { InlineWriter.unlinked($0, showsMarks: showsMarks) })
    }
    self.edition = edition
    self.scales = scales
    banners = BannerBook(edition.policy)
    links = LinkBook(entries, edition.assets, PortionMarks(edition.policy))
    grounds = Dictionary(
      edition.policy.grounds.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The portion marks that texts may start with.
  var marks: PortionMarks { links.marks }

  /// All briefings, in the order of the edition.
  var entries: [Entry] { links.entries }

  /// The entry of exactly this briefing.
  private func entry(for briefing: Briefing) -> Entry? {
    versions(of: briefing.id).first { $0.briefing == briefing }
  }

  /// How superseded briefings stand, by their ids.
  private static func superseding(_ briefings: [Briefing]) -> [String: Standing] {
    var successors: [String: [(since: Day, id: String)]] = [:]
    for briefing in briefings where briefing.status != .withdrawn {
      guard let old = briefing.supersedes, old != briefing.id else { continue }
      successors[old, default: []].append((briefing.issued, briefing.id))
    }
    return successors.compactMapValues { successors in
      guard let first = successors.min(by: <), let last = successors.max(by: <) else { return nil }
      return .superseded(by: last.id, since: first.since)
    }
  }

  /// The versions of the briefing called `id`, in the order of the policy's languages.
  func versions(of id: String) -> [Entry] { links.places(of: id).map { entries[$0] } }

  /// `id` where a briefing of the edition is called so.
  func has(_ id: String) -> String? { links.places(of: id).isEmpty ? nil : id }

  /// Every id once, in the version for `language`, newest change first.
  func shelf(in language: String) -> [Entry] {
    let entries = entries
    return links.ids.compactMap { links.place(of: $0, in: language) }
      .sorted { Entry.isNewer(entries[$0], entries[$1]) }
      .map { entries[$0] }
  }

  /// The public name of a ground.
  func groundName(_ ground: String?, in language: String) -> String? {
    ground.flatMap { grounds[$0] }?.name[language]
  }
}
