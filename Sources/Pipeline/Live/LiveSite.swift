internal import Diagnostics
internal import Manuscript
internal import Preview
internal import Release
internal import Site
internal import Template

/// What a preview shows: the editions of the last state of the publication that had no error.
struct LiveSite: PreviewSource {
  /// A state of the publication that had no error.
  struct Build: Sendable {
    /// Its number, from 1.
    var number: Int
    var publication: Publication
    /// The audiences that are shown.
    var audiences: [Audience]
    var editions: LiveEditions
    /// The day and whether drafts are shown.
    var settings: Settings
  }

  private let current = Guarded<Build?>(nil)
  let pages = OwnPages()

  /// Shows another build from now on.
  func show(_ build: Build) { current.withLock { $0 = build } }

  func content(at path: String) -> PreviewContent {
    guard let build = current.withLock({ $0 }) else {
      let page = pages.missing(
        "There is nothing to show yet", lead: "The publication has errors, or is still being read.")
      return .missing(page, PreviewBar(build: 0, editions: []))
    }
    if path.isEmpty { return start(build) }
    if path.hasPrefix(LiveAuthor.folder) {
      return LiveAuthor(build: build, pages: pages).content(at: path)
    }
    let parts = path.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let audience = build.audiences.first(where: { $0.id == parts[0] }) else {
      return .nothing
    }
    guard parts.count > 1 else { return .moved(path + "/") }
    return page(at: String(parts[1]), for: audience, of: build)
  }

  private func start(_ build: Build) -> PreviewContent {
    let language = build.publication.policy.languages[0]
    let bar = LiveBar(build: build).bar(for: nil, at: "")
    let places = build.audiences.map { audience in
      OwnPages.Place(
        audience.name[language], path: audience.id + "/",
        note: "the edition '\(audience.id)'")
    }
    let author = OwnPages.Place(
      "Author's view", path: LiveAuthor.folder,
      note: "every briefing in full, and who gets what of it")
    let isReleased = build.publication.policy.released != nil
    let title = build.publication.policy.title[language]
    return .page(
      pages.start(
        title, lead: "A preview for \(build.settings.asOf), on this machine alone.",
        places: places + (isReleased ? [] : [author])),
      bar)
  }

  private func page(at path: String, for audience: Audience, of build: Build) -> PreviewContent {
    let file = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
    let site = build.editions.site(for: audience)
    let bar = LiveBar(build: build).bar(for: audience, at: path)
    do throws(TemplateFault) {
      if let page = try site.file(at: file) {
        return file.hasSuffix(".html") ? .page(page.bytes, bar) : .file(page.bytes)
      }
      if file == path, try site.file(at: path + "/index.html") != nil {
        return .moved(audience.id + "/" + path + "/")
      }
    } catch {
      let fault = error.diagnostic
      return .missing(
        pages.missing(
          "This page cannot be made",
          lead: "\(fault.place): \(fault.message) [\(fault.code)]"
            + (fault.help.map { "; \($0)" } ?? "")),
        bar)
    }
    return .missing(
      pages.missing(
        "Not in the edition '\(audience.id)'",
        lead: "This edition has no page at '/\(path)'. Choose another one below."), bar)
  }
}
