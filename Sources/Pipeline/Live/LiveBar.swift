internal import Manuscript
internal import Preview
internal import Release

/// Finds what the bar of a page offers: the same page in other editions and languages.
struct LiveBar {
  let build: LiveSite.Build

  private var policy: Policy { build.publication.policy }

  /// The bar of the page at `path` in the edition for `audience`; of the first page for nil.
  func bar(for audience: Audience?, at path: String) -> PreviewBar {
    let page = PageAddress(path, languages: policy.languages)
    let briefing = page.slug.flatMap { slug in self.briefing(slug, in: page.language) }
    let editions = build.audiences.map { other in
      PreviewBar.Choice(
        other.name[page.language ?? policy.languages[0]], path: "\(other.id)/\(path)",
        isHere: other.id == audience?.id, isThere: isThere(page, for: other))
    }
    return PreviewBar(
      build: build.number, editions: editions,
      languages: audience.map { languages(page, for: $0) } ?? [], author: author(of: briefing))
  }

  /// The bar of the author's view of a briefing; of its list for nil.
  func authorBar(of briefing: SourceBriefing?) -> PreviewBar {
    let path = briefing.map(LiveBar.path(of:)) ?? ""
    let versions = build.publication.briefings.filter { $0.front.id == briefing?.front.id }
    var author = author(of: briefing)
    author?.isHere = true
    return PreviewBar(
      build: build.number,
      editions: build.audiences.map { audience in
        PreviewBar.Choice(
          audience.name[policy.languages[0]], path: "\(audience.id)/\(path)",
          isThere: briefing.map { shows($0, to: audience) } ?? true)
      },
      languages: versions.count < 2
        ? []
        : versions.map { version in
          PreviewBar.Choice(
            version.front.language, path: LiveAuthor.path(of: version),
            isHere: version.path == briefing?.path)
        }, author: author)
  }

  private func author(of briefing: SourceBriefing?) -> PreviewBar.Choice? {
    guard policy.released == nil else { return nil }
    return PreviewBar.Choice(
      "Author's view", path: briefing.map(LiveAuthor.path(of:)) ?? LiveAuthor.folder)
  }

  /// The path of a briefing's page in every edition that has it.
  static func path(of briefing: SourceBriefing) -> String {
    "\(briefing.front.language)/briefings/\(briefing.front.id.lowercased())/"
  }

  /// Whether the edition for `audience` has a briefing.
  func shows(_ briefing: SourceBriefing, to audience: Audience) -> Bool {
    build.publication.door(for: audience, drafts: build.settings.drafts).candidate(briefing) != nil
  }

  private func briefing(_ slug: String, in language: String?) -> SourceBriefing? {
    build.publication.briefings.first { briefing in
      briefing.front.language == language && briefing.front.id.lowercased() == slug
    }
  }

  private func languages(_ page: PageAddress, for audience: Audience) -> [PreviewBar.Choice] {
    let site = build.editions.site(for: audience)
    guard site.languages.count > 1, page.language != nil else { return [] }
    return site.languages.map { language in
      var other = page
      other.language = language.code
      return PreviewBar.Choice(
        language.name, path: "\(audience.id)/\(other.path)",
        isHere: language.code == page.language, isThere: isThere(other, for: audience))
    }
  }

  /// Whether the edition has the page. Only briefings are looked up; the rest is taken to be there.
  private func isThere(_ page: PageAddress, for audience: Audience) -> Bool {
    guard let slug = page.slug else { return true }
    return briefing(slug, in: page.language).map { shows($0, to: audience) } ?? false
  }
}

extension LiveBar {
  /// A page's path in an edition, taken apart.
  private struct PageAddress {
    /// The language that it begins with.
    var language: String?
    /// What stands behind the language.
    private let rest: String
    /// The name of the briefing's folder, where it is a briefing's page.
    let slug: String?

    init(_ path: String, languages: [String]) {
      let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      guard let first = parts.first, languages.contains(first), parts.count > 1 else {
        language = nil
        rest = path
        slug = nil
        return
      }
      language = first
      rest = parts.dropFirst().joined(separator: "/")
      slug = parts.count > 2 && parts[1] == "briefings" ? parts[2] : nil
    }

    /// The path.
    var path: String { language.map { "\($0)/\(rest)" } ?? rest }
  }
}
