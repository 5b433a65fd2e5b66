internal import Diagnostics
internal import Manuscript
internal import Preview

/// Numbers the states of a publication that have no error, and makes each from the one before it.
struct LiveBuilds {
  /// What an update comes to.
  enum Outcome {
    /// The publication is as it was.
    case nothingNew
    /// A new state: a build, where it has no error; the first one there is, perhaps.
    case state(LiveSite.Build?, isFirst: Bool)
    /// An audience was asked for that the policy does not have.
    case unknownAudience(String)
  }

  private let serve: ServeSettings
  private var last: LiveSite.Build?
  /// What has changed since `last`.
  private var changes = LivePublication.Changes()
  /// What was found last, sorted; nil before anything was read.
  private(set) var findings: [Diagnostic]?

  init(_ serve: ServeSettings) { self.serve = serve }

  /// The number of the last build; 0 where there was none.
  var number: Int { last?.number ?? 0 }

  /// Takes in what an update found.
  mutating func take(_ update: LivePublication.Update) -> Outcome {
    let sorted = update.findings.sorted
    let isNew = sorted != findings
    findings = sorted
    changes.formUnion(update.changes)
    guard let publication = update.publication, let themes = update.themes else {
      return isNew ? .state(nil, isFirst: false) : .nothingNew
    }
    if changes.isEmpty, !isNew { return .nothingNew }
    if changes.isEmpty, last != nil { return .state(nil, isFirst: false) }
    switch publication.policy.audiences(named: serve.audiences) {
    case .failure(let unknown): return .unknownAudience(unknown.message)
    case .success(let audiences):
      let editions = LiveEditions(
        of: publication, themes, serve.settings, after: last?.editions, changes)
      let build = LiveSite.Build(
        number: number + 1, publication: publication, audiences: audiences, editions: editions,
        settings: serve.settings)
      defer {
        last = build
        changes = LivePublication.Changes()
      }
      return .state(build, isFirst: last == nil)
    }
  }

  /// What browsers are told: the findings, errors with the lines that they are about.
  var state: PreviewState {
    var excerpts = Excerpts(root: serve.settings.root)
    let found = findings ?? []
    let errors = found.filter { $0.severity == .error }
    let shown = errors.prefix(PreviewState.limit)
    return PreviewState(
      build: number,
      findings: excerpts.adding(to: Array(shown)) + errors.dropFirst(shown.count)
        + found.filter { $0.severity == .warning })
  }
}
