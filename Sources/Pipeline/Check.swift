public import Diagnostics
internal import Manuscript
internal import Release

/// The result of checking a publication.
public struct CheckResult: Sendable {
  /// Everything that was found.
  public var findings: Findings
  /// The publication, where enough of it could be read.
  public var publication: Publication?
}

/// Checks a publication for every audience; builds nothing.
public func check(_ settings: Settings) -> CheckResult {
  var findings = Findings()
  guard let publication = Publication.read(settings, findings: &findings) else {
    return CheckResult(findings: findings, publication: nil)
  }
  publication.check(&findings, jobs: settings.jobs)
  return CheckResult(findings: findings, publication: publication)
}

extension Publication {
  /// Checks the briefings against each other, and their editions if nothing is wrong so far.
  func check(_ findings: inout Findings, jobs: Int) {
    findings.add(contentsOf: ManuscriptCheck(policy: policy, briefings: briefings).run())
    if !findings.hasErrors { findings.add(contentsOf: checkEditions(jobs: jobs)) }
  }

  /// Makes every audience's edition in memory and checks it.
  func checkEditions(jobs: Int) -> Findings {
    var findings = Findings()
    let parallel = Parallel(jobs: jobs)
    let checks = parallel.map(briefings) { checkEditions(of: $0) }
    for found in checks { findings.add(contentsOf: found) }
    return findings
  }

  /// Checks what every audience gets of one briefing, which depends on no other briefing.
  func checkEditions(of briefing: SourceBriefing) -> Findings {
    var findings = PortionCheck(policy: policy).run(briefing)
    findings.add(
      contentsOf: EditionCheck(policy: policy, asOf: asOf, assets: assets).run(briefing))
    return findings
  }
}
