public import Diagnostics
internal import Edition
internal import Manuscript
internal import Markdown
internal import Release
internal import Site
internal import Template

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
  private let briefing: Briefing
  private let edition: Edition
  private let root: String
  private let audience: Audience
  private let policy: Policy

  fileprivate init(
    _ briefing: Briefing, _ edition: Edition, _ root: String, _ audience: Audience,
    _ policy: Policy
  ) {
    self.briefing = briefing
    self.edition = edition
    self.root = root
    self.audience = audience
    self.policy = policy
    file = ReleasedMarkdown.file(briefing)
    body = Array(briefing.body.utf8)
  }

  /// The body as plain text, a blank line between blocks, an item and a row a line; of a withdrawn
  /// briefing, which has none, its title and what is said of the withdrawal.
  public var text: [UInt8] {
    guard briefing.status == .withdrawn else {
      return Array((Parser.parse(body).textInLines + "\n").utf8)
    }
    let texts = [briefing.title, briefing.withdrawal?.reason, briefing.withdrawal?.action]
    let paragraphs = texts.compactMap {
      $0.map { Parser.parseInline($0.value).map(\.plainText).joined() }
    }
    return Array((paragraphs.joined(separator: "\n\n") + "\n").utf8)
  }

  /// The briefing's page as the site has it.
  public func page() -> Result<[UInt8], PageFault> {
    var findings = Findings()
    let themes = ThemeFolder(
      root: root, for: [audience], of: policy.audiences, findings: &findings)
    if findings.hasErrors { return .failure(PageFault(diagnostics: findings.sorted)) }
    let builder = SiteBuilder(
      edition: edition, theme: themes.theme(for: edition.policy.audience.id),
      releasedMarkdown: ReleasedMarkdown.file)
    do throws(TemplateFault) {
      let page = try builder.page(of: briefing.id, in: briefing.language)
      return .success(page?.bytes ?? [])
    } catch {
      return .failure(PageFault(diagnostics: [error.diagnostic]))
    }
  }
}

/// Why a page could not be made: what is wrong with the templates.
public struct PageFault: Error, Sendable {
  /// What was found.
  public var diagnostics: [Diagnostic]
}

/// Gives the briefing at `path`, relative to the publication, as an audience gets it.
///
/// - Parameter withSite: whether its page will be asked for, which depends on the whole edition;
///   else only those briefings are read that it has ties to.
public func view(
  _ path: String, audience name: String, withSite: Bool, _ settings: Settings
) -> ViewResult {
  // Whatever else is wrong, a briefing that is not there is told first.
  var ignored = Findings()
  if SourceFolder.policy(root: settings.root, findings: &ignored) != nil,
    case .failure(let fault) = SourceFolder.File.read(root: settings.root, path: path),
    fault.diagnostic.code == "publication/missing-file"
  {
    return .unknown(noBriefing(at: path))
  }
  let result = (withSite ? nil : Surroundings.check(path, settings)) ?? examined(settings)
  guard let publication = result.publication, !result.findings.hasErrors else {
    return .failed(result.findings)
  }
  let audience: Audience
  switch publication.policy.audiences(named: [name]) {
  case .success(let found): audience = found[0]
  case .failure(let unknown): return .unknown(unknown.message)
  }
  guard let source = publication.briefings.first(where: { $0.path == path }) else {
    return .unknown(noBriefing(at: path))
  }
  let edition = publication.edition(for: audience, drafts: settings.drafts, jobs: settings.jobs)
  let briefing = edition.briefings.first {
    $0.id == source.front.id && $0.language == source.front.language
  }
  guard let briefing else { return .absent }
  return .released(BriefingView(briefing, edition, settings.root, audience, publication.policy))
}
