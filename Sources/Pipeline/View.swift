public import Diagnostics
internal import Edition
internal import Manuscript
internal import Release

/// What an audience gets of one briefing.
public enum ViewResult: Sendable {
  /// The released briefing.
  case released(BriefingView)
  /// The briefing is not in that audience's edition.
  case absent
  /// No file or audience of that name.
  case unknown(String)
  /// The publication has errors.
  case failed(Findings)
}

/// A released briefing in its forms.
public struct BriefingView: Sendable {
  /// Front matter and body.
  public var file: [UInt8]
  /// The body alone.
  public var body: [UInt8]
}

/// Gives the released Markdown of the briefing at `path`, relative to the publication.
public func view(_ path: String, audience name: String, _ settings: Settings) -> ViewResult {
  let result = check(settings)
  guard let publication = result.publication, !result.findings.hasErrors else {
    return .failed(result.findings)
  }
  guard let audience = publication.policy.audience(name) else {
    let known = publication.policy.audiences.map(\.id)
    return .unknown(
      "the policy has no audience '\(name)'; "
        + (Suggestion.help(for: name, among: known) ?? "it has \(known.joined(separator: ", "))"))
  }
  guard let source = publication.briefings.first(where: { $0.path == path }) else {
    return .unknown("no briefing at \(path)")
  }
  let edition = publication.edition(for: audience, drafts: settings.drafts, jobs: settings.jobs)
  guard
    let briefing = edition.briefings.first(where: {
      $0.id == source.front.id && $0.language == source.front.language
    })
  else { return .absent }
  return .released(
    BriefingView(file: ReleasedMarkdown.file(briefing), body: Array(briefing.body.utf8)))
}
