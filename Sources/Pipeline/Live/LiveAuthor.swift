internal import Edition
internal import Manuscript
internal import Marking
internal import Preview
internal import Site

/// The author's view: what `explain` says of a briefing, as a page.
struct LiveAuthor {
  /// Where it is; ids of audiences have no `_`.
  static let folder = "_author/"
  /// The colours of the policy's levels.
  private static let levels = folder + "levels.css"

  let build: LiveSite.Build
  let pages: OwnPages

  private var policy: Policy { build.publication.policy }

  /// The path of the author's view of a briefing.
  static func path(of briefing: SourceBriefing) -> String { folder + briefing.path }

  /// What is at a path of the author's view.
  func content(at path: String) -> PreviewContent {
    // A released publication holds what one audience may see: there is nothing to compare.
    guard policy.released == nil else { return .nothing }
    if path == LiveAuthor.levels { return .file(Stylesheet.levelColors(policy.levels)) }
    if path == LiveAuthor.folder { return .page(list, LiveBar(build: build).authorBar(of: nil)) }
    let briefing = build.publication.briefings.first { LiveAuthor.path(of: $0) == path }
    guard let briefing else { return .nothing }
    return .page(pages.author(page(of: briefing)), LiveBar(build: build).authorBar(of: briefing))
  }

  /// All briefings, under the join of their classifications.
  private var list: [UInt8] {
    let labels = build.publication.briefings.map(\.front.classification)
    let banner = labels.dropFirst().reduce(labels.first ?? Label(level: 0)) { $0.joined(with: $1) }
    return pages.authors(
      "Author's view", banner: mark(banner),
      briefings: build.publication.briefings.map { briefing in
        let front = briefing.front
        let title = front.title?.versions.first.map {
          String(decoding: $0.value.full, as: UTF8.self)
        }
        return OwnPages.Listed(
          path: briefing.path, page: LiveAuthor.path(of: briefing), title: title ?? front.id,
          mark: mark(front.classification),
          note: "\(front.id), \(front.language), \(front.status.rawValue)")
      })
  }

  private func page(of briefing: SourceBriefing) -> AuthorPage {
    let explainer = Explainer(publication: build.publication) { audience, _ in
      build.editions.index(for: audience)
    }
    let explanation = explainer.explanation(of: briefing)
    let bar = LiveBar(build: build)
    let page = LiveBar.path(of: briefing)
    let language = policy.languages[0]
    let shown = Set(build.audiences.map(\.id))
    return AuthorPage(
      path: explanation.path, summary: explanation.summary,
      banner: mark(briefing.front.classification),
      audiences: zip(policy.audiences, explanation.audiences).map { audience, found in
        AuthorPage.Audience(
          audience.name[language],
          page: shown.contains(audience.id) && bar.shows(briefing, to: audience)
            ? "\(audience.id)/\(page)" : nil,
          note: found.absence.map { "does not get it: \($0)" } ?? "gets it")
      },
      portions: explanation.portions.map(portion))
  }

  private func portion(_ portion: Explanation.Portion) -> AuthorPage.Portion {
    AuthorPage.Portion(
      line: portion.line, name: portion.name, mark: mark(portion.label), rule: portion.ruleText,
      text: portion.text, outcomes: portion.outcomes.map(outcome),
      spans: portion.spans.map { span in
        AuthorPage.Span(mark: mark(span.label), text: span.text, substitute: span.substitute)
      })
  }

  private func outcome(_ outcome: Explanation.Outcome) -> AuthorPage.Outcome {
    switch outcome {
    case .reads: AuthorPage.Outcome(.reads, word: outcome.word, detail: "")
    case .substitute(let text):
      AuthorPage.Outcome(.substitute, word: outcome.word, detail: text)
    case .partly(let text): AuthorPage.Outcome(.partly, word: outcome.word, detail: text)
    case .version: AuthorPage.Outcome(.version, word: "reads \(outcome.word)", detail: "")
    case .token(let because):
      AuthorPage.Outcome(.token, word: outcome.word, detail: because)
    case .nothing(let because):
      AuthorPage.Outcome(.nothing, word: "nothing", detail: because)
    }
  }

  private func mark(_ label: Label) -> AuthorPage.Mark { mark(policy.scheme.text(label)) }

  /// A label with the place of its level, which it begins with.
  private func mark(_ label: String) -> AuthorPage.Mark {
    let level = label.split(separator: "//").first.map(String.init)
    return AuthorPage.Mark(label, level: policy.levels.firstIndex { $0.mark == level })
  }
}
