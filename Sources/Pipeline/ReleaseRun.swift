public import Diagnostics
internal import Edition
internal import Manuscript
internal import Publish
internal import Release

/// How a release ended.
public enum ReleaseOutcome: Sendable {
  /// The folder is there, with this many files.
  case written(files: Int)
  /// The publication has errors; nothing was written.
  case refused(Findings)
  /// What would be written cannot be built; nothing was written. The findings are about that alone, so
  /// they tell nothing that is not in it.
  case unreadable(Findings)
  /// The command cannot be carried out as it was given.
  case unusable(String)
  /// The folder could not be written.
  case unwritable(message: String, help: String?)
}

/// Writes the released publication of an audience to a new folder.
public func release(
  audience name: String, to folder: String, at seconds: Int, _ settings: Settings
) -> ReleaseOutcome {
  for sources in ["briefings", "templates"]
  where PathName.isInside(folder, settings.root + "/" + sources) {
    return .unusable("a release may not be written into '\(sources)', where the sources are")
  }
  if PathName.isInside(settings.root, folder) {
    return .unusable(
      "a release may not be written into the publication's folder or one that holds it")
  }
  if PathName.isInEdition(folder) {
    return .unusable("a release may not be written into a published edition")
  }
  if PathName.isInside(folder, settings.root + "/site") {
    return .unusable("a release may not be written into 'site', where editions alone may be")
  }
  let checked = examined(settings)
  guard let publication = checked.publication, !checked.findings.hasErrors else {
    return .refused(checked.findings)
  }
  switch publication.policy.audiences(named: [name]) {
  case .failure(let unknown): return .unusable(unknown.message)
  case .success(let audiences):
    let edition = publication.edition(
      for: audiences[0], drafts: settings.drafts, jobs: settings.jobs)
    var findings = Findings()
    let theme = ThemeFolder.files(
      root: settings.root, for: audiences[0], of: publication.policy.audiences,
      findings: &findings)
    if findings.hasErrors { return .refused(findings) }
    let released = ReleasedPublication.files(of: edition)
    let unreadable = publication.unreadable(released, of: edition, jobs: settings.jobs)
    if unreadable.hasErrors { return .unreadable(unreadable) }
    let files =
      released.map { SitePage(path: $0.path, bytes: $0.bytes) }
      + theme.map { SitePage(path: "templates/\($0)", bytes: $1) }
    do throws(PublishFault) {
      try NewFolder.write(files, to: folder, at: seconds, isSource: false)
      return .written(files: files.count)
    } catch {
      return .unwritable(message: "\(error.path): \(error.reason)", help: error.help)
    }
  }
}

extension Publication {
  /// What would keep a released publication from being built, at the briefings that it comes from: marks
  /// in front of texts, and lists that come together where something withheld parted them, can make one
  /// longer than its source.
  fileprivate func unreadable(
    _ files: [ReleasedPublication.File], of edition: Edition, jobs: Int
  ) -> Findings {
    var findings = Findings()
    guard let policy = PolicyFile.read(files.first?.bytes ?? [], findings: &findings) else {
      return findings
    }
    let reader = BriefingReader(policy: policy, asOf: asOf)
    let sources = Dictionary(
      briefings.map { ([$0.front.id, $0.front.language], $0.path) },
      uniquingKeysWith: { first, _ in first })
    let written = Array(zip(edition.briefings, files.dropFirst()))
    let found = Parallel(jobs: jobs).map(written) { briefing, file in
      var found = Findings()
      _ = reader.read(path: file.path, bytes: file.bytes, findings: &found)
      let path = sources[[briefing.id, briefing.language]] ?? file.path
      return found.sorted.filter { $0.severity == .error }.map { fault in
        Diagnostic(
          fault.code, at: Place(path), "in what is released, \(fault.message)",
          help: "split it: a release shows marks, and joins lists that nothing visible parts")
      }
    }
    for fault in found.joined() { findings.add(fault) }
    return findings
  }
}
