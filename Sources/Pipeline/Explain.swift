public import Diagnostics
internal import Manuscript
internal import Release

/// How an explanation ended.
public enum ExplainResult: Sendable {
  /// The explanation, and how many lines the file has.
  case explained(Explanation, lines: Int)
  /// No briefing at that path, or nothing to explain in such a publication.
  case unusable(String)
  /// The briefing or the policy has errors: who reads what is not decided.
  case failed(Findings)
}

/// Explains what each audience gets of the briefing at `path`, relative to the publication.
///
/// Errors in other briefings do not stop it: each audience is told about as if they were not there.
public func explain(_ path: String, _ settings: Settings) -> ExplainResult {
  let result = examined(settings)
  guard let publication = result.publication else { return .failed(result.findings) }
  guard let source = publication.briefings.first(where: { $0.path == path }) else {
    let own = result.findings.sorted.filter { $0.place.file == path }
    return own.isEmpty ? .unusable(noBriefing(at: path)) : .failed(Findings(own))
  }
  let errors = result.findings.sorted.filter { finding in
    finding.severity == .error && [path, PolicyFile.name].contains(finding.place.file)
  }
  guard errors.isEmpty else { return .failed(Findings(errors)) }
  guard publication.policy.released == nil else {
    return .unusable("a released publication holds what one audience may see, and nothing else")
  }
  let explainer = Explainer(publication: publication) { audience, source in
    publication.index(for: audience, with: source, jobs: settings.jobs)
  }
  return .explained(
    explainer.explanation(of: source), lines: lineCount(of: settings.root + "/" + path))
}

/// Said of a file that was asked for and is not there.
func noBriefing(at path: String) -> String {
  "no briefing at \(path): name its file under 'briefings'"
}

/// How many lines a file has; any number, where it has gone since it was read.
private func lineCount(of path: String) -> Int {
  do throws(FileReading.Fault) {
    let bytes = try FileReading.bytes(of: path, limit: SourceFolder.imageLimit)
    return bytes.split(separator: 0x0A, omittingEmptySubsequences: false).count
      - (bytes.last == 0x0A ? 1 : 0)
  } catch {
    return .max
  }
}

extension Publication {
  /// What is in an audience's edition, were `source` published.
  fileprivate func index(
    for audience: Audience, with source: SourceBriefing, jobs: Int
  ) -> EditionIndex {
    let (published, preview) = (door(for: audience), door(for: audience, drafts: true))
    let candidates = Parallel(jobs: jobs).map(briefings) { briefing in
      briefing.path == source.path ? preview.candidate(briefing) : published.candidate(briefing)
    }
    return EditionIndex(candidates.compactMap(\.self))
  }
}
