public import Diagnostics
internal import Manuscript
internal import Release
internal import Review

/// The result of checking a publication.
public struct CheckResult: Sendable {
  /// Everything that was found.
  public var findings: Findings
  /// The publication, where enough of it could be read.
  public var publication: Publication?

  /// Lets go of the publication, which nobody has to wait for: of 10,000 briefings it takes a while.
  public mutating func letGo() { Background.letGo(publication.take()) }
}

/// Checks a publication for every audience and holds it against every rule; builds nothing.
///
/// An error in one briefing hides nothing that is wrong with the others: those without errors are
/// reviewed all the same.
public func check(_ settings: Settings) -> CheckResult {
  let read = readThrough(settings)
  guard let publication = read.publication else { return read }
  var findings = read.findings
  let errors = Set(findings.sorted.filter { $0.severity == .error }.map(\.place.file))
  // Where the policy is wrong, the rules could find anything.
  if !errors.contains(PolicyFile.name) {
    let sound = publication.without(errors)
    let unread = errors.compactMap { publication.files[$0].flatMap(WrittenID.of) }
    let isWhole = errors.allSatisfy {
      !$0.hasPrefix("briefings/") || publication.files[$0] != nil
    }
    var found = sound.reviewed(jobs: settings.jobs, unread: Set(unread))
    // A file that could not be read at all may be the one that is referred to.
    if !isWhole { found = Findings(found.sorted.filter { $0.code != "link/unknown-briefing" }) }
    findings.add(contentsOf: found)
  }
  return CheckResult(findings: findings, publication: publication)
}

/// The rules that `check` holds a publication against, by code.
public let checkRules: [RuleDescription] = Rulebook.descriptions

/// Reads a publication and checks what it takes to publish it: errors, and no rule of style.
func examined(_ settings: Settings) -> CheckResult {
  var result = readThrough(settings)
  if let publication = result.publication, !result.findings.hasErrors {
    result.findings.add(contentsOf: publication.examinedEditions(jobs: settings.jobs))
  }
  return result
}

/// Reads a publication and holds its briefings against each other.
private func readThrough(_ settings: Settings) -> CheckResult {
  var findings = Findings()
  guard let publication = Publication.read(settings, findings: &findings) else {
    return CheckResult(findings: findings, publication: nil)
  }
  findings.add(contentsOf: Rulebook.findings(in: publication.policy))
  findings.add(
    contentsOf: ManuscriptCheck(
      policy: publication.policy, briefings: publication.briefings
    ).run())
  return CheckResult(findings: findings, publication: publication)
}

extension Publication {
  /// Checks the briefings against each other, and their editions if nothing is wrong so far.
  func check(_ findings: inout Findings, jobs: Int) {
    findings.add(contentsOf: Rulebook.findings(in: policy))
    findings.add(contentsOf: ManuscriptCheck(policy: policy, briefings: briefings).run())
    if !findings.hasErrors { findings.add(contentsOf: examinedEditions(jobs: jobs)) }
  }

  /// Makes every audience's edition in memory and checks it.
  fileprivate func examinedEditions(jobs: Int) -> Findings {
    let check = EditionCheck(policy: policy, asOf: asOf, assets: assets)
    return Parallel(jobs: jobs).map(briefings) { check.run($0) }.joined
  }

  /// The publication without the briefings at some paths.
  fileprivate func without(_ paths: Set<String>) -> Publication {
    if paths.isEmpty { return self }
    return Publication(
      policy: policy, briefings: briefings.filter { !paths.contains($0.path) }, assets: assets,
      asOf: asOf, files: files)
  }

  /// The same, and every rule on every briefing.
  ///
  /// - Parameter unread: ids of briefings that are there and left out.
  fileprivate func reviewed(jobs: Int, unread: Set<String>) -> Findings {
    guard policy.released == nil else { return Findings() }
    let parallel = Parallel(jobs: jobs)
    let check = EditionCheck(policy: policy, asOf: asOf, assets: assets)
    let reviewer = Reviewer(
      policy: policy, asOf: asOf, outlines: Outline.texts(policy: policy, today: asOf))
    let reviews = parallel.map(briefings) { briefing in
      let (candidates, found) = check.sent(briefing)
      var findings = found
      let review = reviewer.review(
        briefing, bytes: files[briefing.path] ?? [], candidates: candidates)
      findings.add(contentsOf: review.findings)
      return (findings: findings, trace: review.trace)
    }
    var findings = reviews.map(\.findings).joined
    let traces = reviews.map(\.trace)
    findings.add(contentsOf: reviewer.compare(briefings, traces, unread: unread))
    let index = reviewer.index(traces)
    let shared = parallel.map(Array(briefings.indices)) { number in
      reviewer.sharedWords(
        of: number, among: briefings, traces, index,
        bytes: files[briefings[number].path] ?? [])
    }
    findings.add(contentsOf: shared.joined)
    return findings
  }

  /// Checks what every audience gets of one briefing, which depends on no other briefing.
  func checkEditions(of briefing: SourceBriefing) -> Findings {
    EditionCheck(policy: policy, asOf: asOf, assets: assets).run(briefing)
  }
}

extension [Findings] {
  fileprivate var joined: Findings {
    reduce(into: Findings()) { $0.add(contentsOf: $1) }
  }
}
