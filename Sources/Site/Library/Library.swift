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
          == Standing(briefing, supersededBy: superseding[briefing.id], on: edition.asOf)
      {
        return known.index == index ? known : Entry(known, at: index)
      }
      return Entry(
        briefing, at: index, supersededBy: superseding[briefing.id], on: edition.asOf,
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

  /// By the id of a superseded briefing, that of the one in its place; the latest, if several.
  private static func superseding(_ briefings: [Briefing]) -> [String: String] {
    var result: [String: Briefing] = [:]
    for briefing in briefings where briefing.status != .withdrawn {
      guard let old = briefing.supersedes, old != briefing.id else { continue }
      if let other = result[old], (other.issued, other.id) >= (briefing.issued, briefing.id) {
        continue
      }
      result[old] = briefing
    }
    return result.mapValues(\.id)
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
