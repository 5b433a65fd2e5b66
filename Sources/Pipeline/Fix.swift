internal import Diagnostics
internal import Manuscript
internal import Publish
internal import Review

/// What `check --fix` did.
public enum FixOutcome: Sendable {
  /// The briefings that were put right, by path.
  case fixed([String])
  /// The publication has errors, and was left alone.
  case refused
  /// A file could not be written; those before it were.
  case unwritable(message: String, help: String?)
}

/// Puts right in the briefings' files what has one right answer and changes no edition.
public func fix(_ settings: Settings) -> FixOutcome {
  let result = examined(settings)
  guard let publication = result.publication, !result.findings.hasErrors,
    publication.policy.released == nil
  else { return .refused }
  let fixer = Fixer(
    policy: publication.policy, asOf: publication.asOf, assets: publication.assets)
  let fixed = Parallel(jobs: settings.jobs).map(publication.briefings) { briefing in
    fixer.fixed(briefing, bytes: publication.files[briefing.path] ?? [])
  }
  var done: [String] = []
  for (briefing, bytes) in zip(publication.briefings, fixed) {
    guard let bytes else { continue }
    do throws(PublishFault) {
      try FileReplacement.replace(
        settings.root + "/" + briefing.path, holding: publication.files[briefing.path] ?? [],
        with: bytes)
    } catch {
      return .unwritable(message: "\(error.path): \(error.reason)", help: error.help)
    }
    done.append(briefing.path)
  }
  return .fixed(done)
}
