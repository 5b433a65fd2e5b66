internal import Diagnostics
internal import Manuscript
internal import Markdown

/// One briefing, with those of the others that it has ties to.
///
/// What an audience gets of a briefing depends on its file, on the policy, and on whether the
/// briefings that it names are in the edition and in which languages. So a look at one briefing
/// reads the others' bytes, and takes apart only those that have one of these ids in their front
/// matter.
struct Surroundings {
  private let path: String
  /// The ids of the briefing and of all that it names, each from its first hyphen on.
  private let tails: [[UInt8]]

  /// Checks the briefing at `path` and those around it; nil where that is not possible, and a check
  /// of the whole publication has to say why.
  static func check(_ path: String, _ settings: Settings) -> CheckResult? {
    guard let surroundings = Surroundings(of: path, settings) else { return nil }
    var findings = Findings()
    guard let folder = surroundings.folder(settings, findings: &findings), !findings.hasErrors,
      let publication = Publication.read(folder, settings, findings: &findings)
    else { return nil }
    publication.check(&findings, jobs: settings.jobs)
    return CheckResult(findings: findings, publication: publication)
  }

  private init?(of path: String, _ settings: Settings) {
    var findings = Findings()
    // No part of the path leads out of the briefings; whether one is a link is seen in the walk.
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.first == "briefings", !parts.contains(where: { $0.isEmpty || $0.hasPrefix(".") }),
      let policy = PolicyFile.read(at: settings.root, findings: &findings),
      case .success(let file) = SourceFolder.File.read(root: settings.root, path: path),
      let briefing = BriefingReader(policy: policy, asOf: settings.asOf)
        .read(path: path, bytes: file.bytes, findings: &findings),
      !findings.hasErrors
    else { return nil }
    self.path = path
    tails = briefing.namedIDs.map { id in Array(id.utf8.drop { $0 != UInt8(ascii: "-") }) }
  }

  /// The publication's folder with these briefings alone.
  private func folder(_ settings: Settings, findings: inout Findings) -> SourceFolder? {
    let root = settings.root
    guard let policy = SourceFolder.policy(root: root, findings: &findings) else { return nil }
    // Few of them are kept, so only those are put in order.
    let paths = SourceFolder.list(root: root, sorted: false, findings: &findings).briefings
    let parts = stride(from: 0, to: paths.count, by: 64).map { paths[$0...].prefix(64) }
    let read = Parallel(jobs: settings.jobs).map(parts) { paths in
      paths.compactMap { path -> Result<SourceFolder.File, FileFault>? in
        guard mayHold(root + "/" + path, path) else { return nil }
        let result = SourceFolder.File.read(root: root, path: path)
        if case .success(let file) = result, !hold(file) { return nil }
        return result
      }
    }
    var briefings: [SourceFolder.File] = []
    for result in read.joined() {
      switch result {
      case .success(let file): briefings.append(file)
      case .failure(let fault): findings.add(fault.diagnostic)
      }
    }
    // In a walk what a folder holds stands where its name does.
    briefings = briefings.sortedInBytes { $0.path.replacing("/", with: "\0") }
    return SourceFolder(root: root, policy: policy, briefings: briefings)
  }

  /// Whether a file is the briefing, or may be one that it names, from its first bytes; where these
  /// do not have all of the front matter, or cannot be read, it may be.
  private func mayHold(_ file: String, _ path: String) -> Bool {
    path == self.path
      || FileReading.withStart(of: file) { bytes in
        let (isWhole, mayHaveID) = frontMatter(of: bytes)
        return mayHaveID || !isWhole
      } ?? true
  }

  /// Whether a file is the briefing, or may be one that it names.
  private func hold(_ file: SourceFolder.File) -> Bool {
    file.path == path || file.bytes.withUnsafeBytes { frontMatter(of: $0).mayHaveID }
  }

  /// Whether the front matter ends in these bytes, and whether it has one of the ids. An escape could
  /// hide one, so a backslash counts as one.
  private func frontMatter(
    of bytes: UnsafeRawBufferPointer
  ) -> (isWhole: Bool, mayHaveID: Bool) {
    var fences = 0
    var next = 0
    while fences < 2, let hyphen = bytes.firstPlace(of: UInt8(ascii: "-"), from: next) {
      let rest = bytes[hyphen...]
      let startsLine = hyphen == 0 || bytes[hyphen - 1] == 0x0A
      if startsLine, rest.starts(with: "---\n".utf8) { fences += 1 }
      if tails.contains(where: rest.starts) { return (fences == 2, true) }
      next = hyphen + 1
    }
    let front = fences == 2 ? UnsafeRawBufferPointer(rebasing: bytes[..<next]) : bytes
    return (fences == 2, front.firstPlace(of: UInt8(ascii: "\\")) != nil)
  }
}

extension PolicyFile {
  /// The policy of the publication at `root`; nil where it is not in order.
  fileprivate static func read(at root: String, findings: inout Findings) -> Policy? {
    do throws(FileReading.Fault) {
      let bytes = try FileReading.bytes(of: root + "/" + name, limit: SourceFolder.policyLimit)
      let policy = read(bytes, findings: &findings)
      return findings.hasErrors ? nil : policy
    } catch {
      return nil
    }
  }
}
