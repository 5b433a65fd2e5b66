public import Calendar
internal import Diagnostics
internal import Edition
internal import Images
public import Manuscript
public import Release

/// A publication that was read: its policy, its briefings with their portions, its images.
public struct Publication: Sendable {
  /// The policy.
  public let policy: Policy
  /// The briefings, by path.
  public let briefings: [SourceBriefing]
  /// The images that some reader may see, cleaned.
  public let assets: AssetShelf
  /// The day for which it was read.
  public let asOf: Day
  /// The briefings' files by path, for rules that look up places in them.
  private(set) var files: [String: [UInt8]] = [:]
  /// By what the files are known again that it was read from.
  private(set) var marks: SourceMarks?

  /// Reads a publication and checks it for every audience; nil where too little could be read.
  /// All that is wrong with it is among the findings: an error there means that nothing of it may
  /// be published.
  static func read(_ settings: Settings, findings: inout Findings) -> Publication? {
    let parallel = Parallel(jobs: settings.jobs)
    guard
      let folder = SourceFolder.read(
        root: settings.root, parallel: parallel, findings: &findings)
    else { return nil }
    return read(folder, settings, findings: &findings)
  }

  /// Reads the publication that these files are.
  static func read(
    _ folder: SourceFolder, _ settings: Settings, findings: inout Findings
  ) -> Publication? {
    let parallel = Parallel(jobs: settings.jobs)
    // What is wrong with a file does not hide what is wrong with others, but all depends on the policy.
    var policyFindings = Findings()
    let read = PolicyFile.read(folder.policy.bytes, findings: &policyFindings)
    findings.add(contentsOf: policyFindings)
    guard let policy = read, !policyFindings.hasErrors else { return nil }
    if folder.briefings.isEmpty, policy.released == nil, !SourceFolder.isThere(settings.root) {
      findings.add(SourceFolder.missing(.warning))
    }
    let reader = BriefingReader(policy: policy, asOf: settings.asOf)
    let results = parallel.map(folder.briefings) { file in
      var findings = Findings()
      let briefing = reader.read(path: file.path, bytes: file.bytes, findings: &findings)
      return (briefing, findings)
    }
    for (_, found) in results { findings.add(contentsOf: found) }
    let briefings = results.compactMap(\.0)
    let assets = images(of: briefings, &findings) { image($0, root: settings.root) }
    let files = Dictionary(
      folder.briefings.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    return Publication(
      policy: policy, briefings: briefings, assets: assets, asOf: settings.asOf, files: files,
      marks: SourceMarks(policy: folder.policy.bytes, briefings: files, pictures: assets))
  }

  /// Lets go of the files' bytes, which rules of style alone need.
  mutating func forgetFiles() { files = [:] }

  /// Every image that a briefing shows to anybody, as `load` gives it.
  static func images(
    of briefings: [SourceBriefing], _ findings: inout Findings,
    load: (String) -> Result<Asset, FileFault>
  ) -> AssetShelf {
    var shelf = AssetShelf()
    var seen: [String: Diagnostic?] = [:]
    for briefing in briefings {
      for image in briefing.images {
        let place = Place(briefing.path, line: image.line, column: image.column)
        guard let path = ImageReference.path(of: image.destination, in: briefing.path) else {
          findings.add(ImageReference.outside(place))
          continue
        }
        let fault: Diagnostic?
        if let known = seen[path] {
          fault = known
        } else {
          switch load(path) {
          case .success(let asset):
            shelf.add(asset, path: path)
            fault = nil
          case .failure(let found): fault = found.diagnostic
          }
          seen.updateValue(fault, forKey: path)
        }
        if var fault {
          fault.place = place
          findings.add(fault)
        }
      }
    }
    return shelf
  }

  /// Reads and cleans the image at `path`.
  static func image(_ path: String, root: String) -> Result<Asset, FileFault> {
    switch SourceFolder.image(path, root: root) {
    case .failure(let fault):
      var diagnostic = fault.diagnostic
      if diagnostic.code == "publication/missing-file" {
        diagnostic.code = "image/missing"
        diagnostic.message = "an image that is not there"
      }
      return .failure(FileFault(diagnostic: diagnostic))
    case .success(let bytes):
      do throws(ImageFault) {
        return .success(try AssetShelf.cleaned(bytes))
      } catch {
        return .failure(
          FileFault(
            diagnostic: Diagnostic(error.code, at: Place(path), error.message, help: error.help)))
      }
    }
  }
}
