public import Diagnostics
internal import Publish
internal import Release

/// How a release ended.
public enum ReleaseOutcome: Sendable {
  /// The folder is there, with this many files.
  case written(files: Int)
  /// The publication has errors; nothing was written.
  case refused(Findings)
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
    let files =
      ReleasedPublication.files(of: edition).map { SitePage(path: $0.path, bytes: $0.bytes) }
      + theme.map { SitePage(path: "templates/\($0)", bytes: $1) }
    do throws(PublishFault) {
      try NewFolder.write(files, to: folder, at: seconds)
      return .written(files: files.count)
    } catch {
      return .unwritable(message: "\(error.path): \(error.reason)", help: error.help)
    }
  }
}
