internal import Diagnostics
internal import Edition
internal import Manuscript
internal import Release
internal import Review

/// A publication that is read again and again, each time only as far as its files have changed.
///
/// What an update gives is what `check` gives of the same files: everything that is kept between
/// updates is kept by the file that it was read from and depends on nothing else but the policy.
struct LivePublication {
  /// A publication as it is now.
  struct Update: Sendable {
    /// All that is wrong with it.
    var findings: Findings
    /// The publication, where nothing is wrong with it.
    var publication: Publication?
    /// Its themes, where nothing is wrong with it.
    var themes: ThemeFolder?
    /// What has changed since the last update.
    var changes = Changes()
    /// The folders that were looked into, relative to the publication's.
    var folders = [""]
  }

  /// What has changed.
  struct Changes: Hashable, Sendable {
    /// Whether everything has: the policy, or an image.
    var isWhole = false
    /// Whether a theme has.
    var isTheme = false
    /// The paths of briefings that are new, other or gone.
    var briefings: Set<String> = []

    /// Whether nothing has.
    var isEmpty: Bool { !isWhole && !isTheme && briefings.isEmpty }

    /// Adds what has changed since.
    mutating func formUnion(_ later: Changes) {
      isWhole = isWhole || later.isWhole
      isTheme = isTheme || later.isTheme
      briefings.formUnion(later.briefings)
    }
  }

  private let settings: Settings
  private var policy: (bytes: [UInt8], policy: Policy, findings: Findings)?
  private var briefings: [String: LiveBriefing] = [:]
  private var images: [String: (signature: FileSignature?, image: Result<Asset, FileFault>)] = [:]
  private var assets = AssetShelf()
  private var themes: (files: ThemeFolder.Files, themes: ThemeFolder, findings: Findings)?

  /// A publication that nothing was read of yet.
  init(_ settings: Settings) { self.settings = settings }

  /// Reads what has changed, and checks what depends on it.
  mutating func update() -> Update {
    var update = Update(findings: Findings())
    guard let policy = readPolicy(&update) else { return update }
    update.findings.add(contentsOf: Rulebook.findings(in: policy))
    // A build would end with it, where it could take the place of other editions.
    if !SourceFolder.isThere(settings.root) { update.findings.add(SourceFolder.missing(.error)) }
    let listing = SourceFolder.list(root: settings.root, findings: &update.findings)
    update.folders += listing.folders
    readBriefings(listing.briefings, policy, &update)
    let readings = listing.briefings.compactMap { briefings[$0] }
    for reading in readings { update.findings.add(contentsOf: reading.findings) }
    let read = readings.compactMap(\.briefing)
    readImages(of: read, &update)
    let publication = Publication(
      policy: policy, briefings: read, assets: assets, asOf: settings.asOf)
    update.findings.add(contentsOf: ManuscriptCheck(policy: policy, briefings: read).run())
    if !update.findings.hasErrors { check(publication, &update) }
    let themes = readThemes(policy, &update)
    if !update.findings.hasErrors {
      update.publication = publication
      update.themes = themes
    }
    return update
  }

  /// The policy; with another one, everything that was kept is forgotten.
  private mutating func readPolicy(_ update: inout Update) -> Policy? {
    guard let file = SourceFolder.policy(root: settings.root, findings: &update.findings) else {
      return nil
    }
    if let policy, policy.bytes == file.bytes {
      update.findings.add(contentsOf: policy.findings)
      return policy.policy
    }
    self = LivePublication(settings)
    update.changes.isWhole = true
    var findings = Findings()
    let read = PolicyFile.read(file.bytes, findings: &findings)
    update.findings.add(contentsOf: findings)
    guard let read, !update.findings.hasErrors else { return nil }
    policy = (file.bytes, read, findings)
    return read
  }

  private mutating func readBriefings(_ paths: [String], _ policy: Policy, _ update: inout Update) {
    let root = settings.root
    let signatures = paths.map { FileSignature(root + "/" + $0) }
    let changed = zip(paths, signatures).filter { path, signature in
      signature == nil || briefings[path]?.signature != signature
    }
    let reader = BriefingReader(policy: policy, asOf: settings.asOf)
    let read = Parallel(jobs: settings.jobs).map(changed) { path, signature in
      LiveBriefing(root: root, path: path, signature: signature, reader: reader)
    }
    for ((path, _), reading) in zip(changed, read) {
      briefings[path] = reading
      update.changes.briefings.insert(path)
    }
    guard briefings.count > paths.count else { return }
    for path in Set(briefings.keys).subtracting(paths) {
      briefings[path] = nil
      update.changes.briefings.insert(path)
    }
  }

  private mutating func readImages(of read: [SourceBriefing], _ update: inout Update) {
    let known = images
    var now = images
    now.removeAll()
    let shelf = Publication.images(of: read, &update.findings) { path in
      let signature = FileSignature(settings.root + "/" + path)
      if let image = known[path], image.signature == signature, signature != nil {
        now[path] = image
        return image.image
      }
      let image = Publication.image(path, root: settings.root)
      now[path] = (signature, image)
      return image
    }
    images = now
    if shelf != assets { update.changes.isWhole = true }
    assets = shelf
    // Some may lie in hidden folders, in which no briefing is looked for.
    let looked = Set(update.folders)
    let folders = Set(
      now.keys.map { $0.lastIndex(of: "/").map($0.prefix(upTo:)).map(String.init) ?? "" })
    update.folders += folders.subtracting(looked).sorted()
  }

  private mutating func check(_ publication: Publication, _ update: inout Update) {
    let unchecked = publication.briefings.filter { briefings[$0.path]?.checks == nil }
    let checks = Parallel(jobs: settings.jobs).map(unchecked) { publication.checkEditions(of: $0) }
    for (briefing, found) in zip(unchecked, checks) { briefings[briefing.path]?.checks = found }
    for briefing in publication.briefings {
      if let found = briefings[briefing.path]?.checks { update.findings.add(contentsOf: found) }
    }
  }

  private mutating func readThemes(_ policy: Policy, _ update: inout Update) -> ThemeFolder {
    var findings = Findings()
    let files = ThemeFolder.Files(
      root: settings.root, for: policy.audiences, of: policy.audiences, findings: &findings)
    update.findings.add(contentsOf: findings)
    update.folders += files.folders
    if let themes, themes.files == files {
      update.findings.add(contentsOf: themes.findings)
      return themes.themes
    }
    var found = Findings()
    let compiled = ThemeFolder(files, findings: &found)
    update.findings.add(contentsOf: found)
    update.changes.isTheme = true
    themes = (files, compiled, found)
    return compiled
  }
}
