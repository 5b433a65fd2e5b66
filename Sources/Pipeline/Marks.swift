public import Diagnostics

/// How the counting of marks ended.
public enum MarksResult: Sendable {
  /// The statistics.
  case counted(MarkStatistics)
  /// The publication has errors.
  case failed(Findings)
  /// The command cannot be carried out as it was given.
  case unusable(String)
}

/// Counts the marks of a publication.
public func marks(_ settings: Settings) -> MarksResult {
  let result = examined(settings)
  guard let publication = result.publication, !result.findings.hasErrors else {
    return .failed(result.findings)
  }
  guard publication.policy.released == nil else {
    return .unusable("in a released publication marks are for display: count them in its source")
  }
  var findings = Findings()
  let parallel = Parallel(jobs: settings.jobs)
  guard
    let folder = SourceFolder.read(root: settings.root, parallel: parallel, findings: &findings)
  else { return .failed(findings) }
  return .counted(MarkCounter(publication: publication, folder: folder).statistics())
}
