internal import Audit
public import Diagnostics
internal import Manuscript
internal import Publish

/// How an audit ended.
public enum AuditOutcome: Sendable {
  /// The editions were read, and this is what was found; nothing where they are clean.
  case audited([Diagnostic], editions: Int)
  /// The publication's policy cannot be read.
  case refused(Findings)
  /// The command cannot be carried out as it was given.
  case unusable(String)
}

/// Searches built editions for what their audiences may not see.
///
/// - Parameters:
///   - audiences: whose editions; none for all that are in the output.
///   - output: the folder they are in; nil for `site` in the publication.
public func audit(_ settings: Settings, audiences: [String], output: String?) -> AuditOutcome {
  var findings = Findings()
  guard let file = SourceFolder.policy(root: settings.root, findings: &findings),
    let policy = PolicyFile.read(file.bytes, findings: &findings), !findings.hasErrors
  else { return .refused(findings) }
  for name in audiences where policy.audience(name) == nil {
    return .unusable(UnknownAudience(name, policy).message)
  }
  let chosen = policy.audiences.filter { audiences.isEmpty || audiences.contains($0.id) }
  let folder = output ?? settings.root + "/site"
  let places = chosen.map { (audience: $0.id, path: folder + "/" + $0.id) }
  // A build may put other editions in their place meanwhile, and then half of each would be looked at.
  for _ in 1..<3 {
    let before = places.map { PublishedFolder.identity($0.path) }
    let outcome = audit(settings, policy, file.bytes, audiences, places, in: folder)
    if places.map({ PublishedFolder.identity($0.path) }) == before { return outcome }
  }
  return audit(settings, policy, file.bytes, audiences, places, in: folder)
}

/// One look at the editions that are there now.
private func audit(
  _ settings: Settings, _ policy: Policy, _ file: [UInt8], _ audiences: [String],
  _ places: [(audience: String, path: String)], in folder: String
) -> AuditOutcome {
  var findings = Findings()
  let run = AuditRun(
    settings, policy: policy, for: places.compactMap { policy.audience($0.audience) }, file: file,
    findings: &findings)
  if findings.hasErrors { return .refused(findings) }
  let found = run.editions(places)
  if let (missing, _) = zip(places.map(\.audience), found).first(where: {
    audiences.contains($0) && $1 == nil
  }) {
    return .unusable("there is no edition of '\(missing)' in '\(folder)': build it first")
  }
  let editions = found.compactMap(\.self)
  guard !editions.isEmpty else {
    return .unusable("there is no edition in '\(folder)': build it first")
  }
  let isWhole = editions.count == policy.audiences.count
  var told = run.findings(in: editions, isWhole: isWhole)
  for (place, edition) in zip(places, found) where edition != nil {
    guard let reason = PublishedFolder.manifestFault(place.path) else { continue }
    told.append(
      Diagnostic(
        "audit/unreadable", at: Place(place.audience + "/manifest.json"),
        "a manifest that no build wrote: \(reason)", help: "build the edition again"))
  }
  if audiences.isEmpty { told += strangers(in: folder, policy) }
  return .audited(told, editions: editions.count)
}

/// Sites that no audience of the policy has, such as that of one which was renamed: nobody looks at them
/// any more, and they may be online.
private func strangers(in folder: String, _ policy: Policy) -> [Diagnostic] {
  do throws(PublishFault) {
    return try PublishedFolder.strangers(in: folder, audiences: policy.audiences.map(\.id)).map {
      name in
      Diagnostic(
        "audit/stranger", at: Place(name),
        "a folder beside the editions that is no edition of the policy",
        help: "look at it, then remove it or move it away")
    }
  } catch {
    return [
      Diagnostic(
        "audit/unreadable", at: Place(folder), "the output cannot be read: \(error.reason)",
        help: "let this user read it")
    ]
  }
}

/// An audit of the editions of a publication, whose sources it reads anew.
struct AuditRun {
  private let auditor: Auditor
  private let parallel: Parallel

  /// Prepares an audit.
  ///
  /// - Parameters:
  ///   - some: whose editions are looked at.
  ///   - file: the bytes of the policy.
  ///   - built: what the editions were built of, where it was this run that built them.
  init(
    _ settings: Settings, policy: Policy, for some: [Audience], file: [UInt8],
    built: SourceMarks? = nil, findings: inout Findings
  ) {
    let root = settings.root
    let themes = ThemeFolder.allFiles(
      root: root, for: some, of: policy.audiences, findings: &findings)
    let paths = SourceFolder.list(root: root, findings: &findings).briefings
    built?.compare(paths, policy: file, &findings)
    let sources = AuditSources(
      policy: file, paths: paths,
      themes: themes.mapValues { files in files.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 } },
      exceptions: AuditRun.exceptions(root, &findings)
    ) { AuditRun.source($0, root, built) }
    auditor = Auditor(sources, asOf: settings.asOf.description, drafts: settings.drafts)
    parallel = Parallel(jobs: settings.jobs)
  }

  /// The editions in these folders; nil where there is none.
  func editions(_ folders: [(audience: String, path: String)]) -> [AuditedEdition?] {
    parallel.map(folders) { AuditedEdition(audience: $0.audience, folder: $0.path) }
  }

  /// What is found in these editions.
  func findings(in editions: [AuditedEdition], isWhole: Bool) -> [Diagnostic] {
    auditor.findings(in: editions, isWhole: isWhole, on: parallel)
  }

  /// The exceptions; nil where there are none, or, with a finding, where they cannot be read.
  private static func exceptions(_ root: String, _ findings: inout Findings) -> [UInt8]? {
    let name = "audit.yml"
    do throws(FileReading.Fault) {
      return try FileReading.bytes(of: root + "/" + name, limit: SourceFolder.policyLimit)
    } catch {
      if error != .missing {
        findings.add(
          SourceFolder.diagnostic(error, path: name, limit: SourceFolder.policyLimit))
      }
      return nil
    }
  }

  private static func source(
    _ path: String, _ root: String, _ built: SourceMarks?
  ) -> AuditedSource {
    do throws(FileReading.Fault) {
      let bytes = try FileReading.bytes(of: root + "/" + path, limit: SourceFolder.imageLimit)
      return built?.isOther(path, bytes) ?? false ? .changed : .read(bytes)
    } catch {
      guard error == .missing else { return .unreadable }
      return built?.has(path) ?? false ? .changed : .missing
    }
  }
}

extension Parallel: AuditCrew {}
