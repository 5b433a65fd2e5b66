import BuiltIn
import Calendar
import Diagnostics
import Edition
import Manuscript
import Release
import Site

/// A publication as the product reads it, in memory, by the steps of `check` and `build`.
struct Reading {
  let policy: Policy
  let sources: [SourceBriefing]
  let shelf: AssetShelf
  /// What is wrong with it.
  let errors: [String]

  private static let asOf = Day(World.date(World.today)) ?? Day(ordinal: 0)

  /// The product's reading; nil where it cannot read the policy.
  init?(_ files: Files) {
    var findings = Findings()
    guard let policy = PolicyFile.read(files.policy, findings: &findings) else { return nil }
    self.policy = policy
    let reader = BriefingReader(policy: policy, asOf: Reading.asOf)
    sources = files.briefings.sorted { $0.key < $1.key }.compactMap { path, bytes in
      reader.read(path: path, bytes: bytes, findings: &findings)
    }
    var shelf = AssetShelf()
    for source in sources {
      for image in source.images {
        guard let path = ImageReference.path(of: image.destination, in: source.path),
          let bytes = files.images[path]
        else { continue }
        do {
          try shelf.add(bytes, path: path)
        } catch {
          findings.add(Diagnostic("image/refused", at: Place(path), "\(error)"))
        }
      }
    }
    self.shelf = shelf
    findings.add(contentsOf: ManuscriptCheck(policy: policy, briefings: sources).run())
    if !findings.hasErrors {
      let check = EditionCheck(policy: policy, asOf: Reading.asOf, assets: shelf)
      for source in sources { findings.add(contentsOf: check.run(source)) }
    }
    errors = findings.sorted.filter { $0.severity == .error }.map {
      "\($0.place.file):\($0.place.line ?? 0): \($0.code): \($0.message)"
    }
  }

  /// The door for an audience; nil where there is no such audience.
  func door(for id: String) -> Door? {
    policy.audience(id).map {
      Door(policy: policy, audience: $0, asOf: Reading.asOf, assets: shelf)
    }
  }

  /// The edition of an audience; nil where there is no such audience.
  ///
  /// - Parameter order: the order in which the briefings go through the door.
  func edition(for id: String, order: ([SourceBriefing]) -> [SourceBriefing] = { $0 }) -> Edition? {
    guard let door = door(for: id) else { return nil }
    let candidates = order(sources).compactMap { door.candidate($0) }
    let index = EditionIndex(candidates)
    return door.edition(of: candidates.map { door.release($0, among: index) })
  }

  /// The files of an edition as a released publication.
  static func released(_ edition: Edition) -> Files {
    var files = Files(policy: [], briefings: [:], images: [:])
    for file in ReleasedPublication.files(of: edition) {
      if file.path == "publication.yml" {
        files.policy = file.bytes
      } else if file.path.hasSuffix(".md") {
        files.briefings[file.path] = file.bytes
      } else {
        files.images[file.path] = file.bytes
      }
    }
    return files
  }

  private static let theme: Theme = {
    var findings = Findings()
    return Theme(files: BuiltInTheme.files, findings: &findings)
  }()

  /// The pages of the site that an edition makes.
  static func pages(_ edition: Edition) throws -> [String: [UInt8]] {
    let builder = SiteBuilder(
      edition: edition, theme: theme, releasedMarkdown: ReleasedMarkdown.file)
    var pages: [String: [UInt8]] = [:]
    for page in try builder.pages() { pages[page.path] = page.bytes }
    return pages
  }
}
