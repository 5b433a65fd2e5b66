internal import Audit
public import Calendar
public import Diagnostics
internal import Edition
internal import Manuscript
internal import Publish
internal import Release
internal import Site
internal import Template

/// What a build is asked for.
public struct BuildSettings: Sendable {
  /// What every run is asked.
  public var settings: Settings
  /// The audiences to build for; none for all.
  public var audiences: [String]
  /// The output folder; nil for `site` in the publication.
  public var output: String?
  /// Whether the sites can be searched.
  public var search: Bool
  /// The modification time of all files, in seconds since 1970.
  public var seconds: Int
  /// The day it really is.
  public var today: Day
  /// Told what is being done.
  public var progress: Progress

  /// These settings.
  public init(
    settings: Settings, audiences: [String], output: String?, search: Bool = true, seconds: Int,
    today: Day, progress: Progress
  ) {
    self.settings = settings
    self.audiences = audiences
    self.output = output
    self.search = search
    self.seconds = seconds
    self.today = today
    self.progress = progress
  }

  /// The folder that the editions are written to.
  public var outputFolder: String { output ?? settings.root + "/site" }
}

/// How a build ended.
public enum BuildOutcome: Sendable {
  /// The editions are online: name and number of files of each, and what was found on the way.
  case published([(audience: String, files: Int)], Findings)
  /// The publication has errors; nothing was published.
  case refused(Findings)
  /// The audit found something in an edition; nothing was published.
  case audited([Diagnostic])
  /// The command cannot be carried out as it was given.
  case unusable(String)
  /// The output could not be written; the old editions stay.
  case unwritable(message: String, help: String?)
}

/// Builds editions and publishes them: read, check, release, render, stage, swap.
public func build(_ build: BuildSettings) -> BuildOutcome {
  if let refusal = build.refusal { return .unusable(refusal) }
  build.progress.step("reading and checking")
  var checked = examined(build.settings)
  guard !checked.findings.hasErrors, let policy = checked.publication?.policy else {
    return build.refused(checked.findings, checked.publication?.policy)
  }
  checked.publication?.forgetFiles()
  var findings = checked.findings
  // A note about what is left out belongs to `check`.
  findings.removeNotes()
  let chosen: [Audience]
  switch policy.audiences(named: build.audiences) {
  case .success(let audiences): chosen = audiences
  case .failure(let unknown): return .unusable(unknown.message)
  }
  let themes = ThemeFolder(
    root: build.settings.root, for: chosen, of: policy.audiences, findings: &findings)
  themes.checkLanguages(policy.languages, findings: &findings)
  if findings.hasErrors { return build.refused(findings, policy) }
  do throws(PublishFault) {
    return try publish(&checked.publication, policy, chosen, themes, build, &findings)
  } catch {
    return .unwritable(message: "\(error.path): \(error.reason)", help: error.help)
  }
}

extension BuildSettings {
  /// Nothing is published. What a killed build left goes all the same: it could be online until the
  /// last error is mended.
  fileprivate func refused(_ findings: Findings, _ policy: Policy?) -> BuildOutcome {
    Publisher.cleanUp(output: outputFolder, audiences: policy?.audiences.map(\.id))
    return .refused(findings)
  }

  /// Editions must not come to stand among the sources, nor a preview where the public site stands.
  fileprivate var refusal: String? {
    if let output {
      for folder in ["briefings", "templates"]
      where PathName.isInside(output, settings.root + "/" + folder) {
        return "editions may not be built into '\(folder)', where the sources are"
      }
      if PathName.isInside(settings.root, output) {
        return "editions may not be built into the publication's folder or one that holds it"
      }
      if PathName.isInEdition(output) {
        return
          "editions may not be built into a published edition, where its readers would find them"
      }
    }
    guard settings.drafts || settings.asOf > today else { return nil }
    let what = settings.drafts ? "--drafts" : "an --as-of that lies ahead"
    guard let output else { return "\(what) needs an --output of its own" }
    let isSite = PathName.isSame(output, settings.root + "/site")
    return isSite ? "\(what) may not be built to the publication's 'site'" : nil
  }
}

/// A name that is no audience of the policy.
struct UnknownAudience: Error {
  var message: String

  /// One that is none of the policy's.
  init(_ name: String, _ policy: Policy) {
    let known = policy.audiences.map(\.id)
    let help =
      Suggestion.help(for: name, among: known) ?? "it has \(known.joined(separator: ", "))"
    message = "the policy has no audience '\(name)'; \(help)"
  }
}

extension Policy {
  /// The audiences of these names; all for none.
  func audiences(named names: [String]) -> Result<[Audience], UnknownAudience> {
    if names.isEmpty { return .success(audiences) }
    let known = audiences.map(\.id)
    for name in names where !known.contains(name) {
      return .failure(UnknownAudience(name, self))
    }
    return .success(audiences.filter { names.contains($0.id) })
  }
}

extension Publication {
  /// Makes and writes the editions; the first template's fault, if one has one.
  fileprivate func stage(
    _ audiences: [Audience], _ themes: ThemeFolder, _ build: BuildSettings,
    _ line: inout StagingLine
  ) throws(PublishFault) -> TemplateFault? {
    for audience in audiences {
      build.progress.step("building \(audience.id)")
      let edition = edition(
        for: audience, drafts: build.settings.drafts, jobs: build.settings.jobs)
      let maker = SiteMaker(edition, theme: themes.theme(for: audience.id), build: build)
      let staging = try line.begin(audience.id)
      do throws(SiteMaker.Fault) {
        try maker.write(to: staging)
      } catch {
        switch error {
        case .template(let fault): return fault
        case .publish(let fault): throw fault
        }
      }
      try line.finish()
      Background.letGo(maker)
    }
    return nil
  }
}

/// Stages the editions, audits them and swaps them in.
///
/// - Parameter publication: what was read; it is let go before the audit, which reads it anew.
private func publish(
  _ publication: inout Publication?, _ policy: Policy, _ audiences: [Audience],
  _ themes: ThemeFolder, _ build: BuildSettings, _ findings: inout Findings
) throws(PublishFault) -> BuildOutcome {
  let lock = try Publisher.lock(output: build.outputFolder)
  let publisher = try Publisher(lock, audiences: policy.audiences.map(\.id))
  if publisher.replacesEditions, policy.released == nil,
    publication?.briefings.isEmpty ?? true, !SourceFolder.isThere(build.settings.root)
  {
    // What was a warning of reading is what stops this build.
    let missing = SourceFolder.missing(.error)
    return .refused(Findings(findings.sorted.filter { $0.code != missing.code } + [missing]))
  }
  let built = publication?.marks
  var line = StagingLine(publisher: publisher, seconds: build.seconds)
  do throws(PublishFault) {
    let fault = try publication?.stage(audiences, themes, build, &line)
    // It is taken apart while the audit begins.
    let read = publication
    publication = nil
    Background.letGo(read)
    if let fault {
      findings.add(fault.diagnostic)
      line.discard()
      return .refused(findings)
    }
    build.progress.step("auditing")
    let alarms = audit(line.staged, policy, build, of: built, &findings)
    guard alarms.isEmpty, !findings.hasErrors else {
      line.discard()
      return alarms.isEmpty ? .refused(findings) : .audited(alarms)
    }
    build.progress.step("publishing")
    try publisher.swap(line.staged)
  } catch {
    if error.kind != .leftOver { line.discard() }
    throw error
  }
  return .published(line.staged.map { ($0.audience, $0.manifest.entries.count + 1) }, findings)
}

/// What the audit finds in what is about to be published.
private func audit(
  _ staged: [StagedEdition], _ policy: Policy, _ build: BuildSettings, of built: SourceMarks?,
  _ findings: inout Findings
) -> [Diagnostic] {
  guard let file = SourceFolder.policy(root: build.settings.root, findings: &findings) else {
    return []
  }
  var own = Findings()
  let run = AuditRun(
    build.settings, policy: policy, for: staged.compactMap { policy.audience($0.audience) },
    file: file.bytes, built: built, findings: &own)
  // Held against other sources than they were built of, editions would seem to leak.
  let changes = own.sorted.filter { $0.code == AuditedSource.changeCode }
  guard changes.isEmpty else { return changes }
  findings.add(contentsOf: own)
  var editions: [AuditedEdition] = []
  for (edition, audited) in zip(staged, run.editions(staged.map { ($0.audience, $0.path) })) {
    guard let audited else {
      return [
        Diagnostic(
          "audit/unreadable", at: Place(edition.audience), "an edition that cannot be read",
          help: "build again")
      ]
    }
    editions.append(audited)
  }
  return run.findings(in: editions, isWhole: staged.count == policy.audiences.count)
}
