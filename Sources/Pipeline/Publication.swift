public import Calendar
internal import Diagnostics
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
  /// Its files.
  public let folder: SourceFolder

  /// Reads a publication and checks it for every audience; nil where too little could be read.
  /// All that is wrong with it is among the findings: an error there means that nothing of it may
  /// be published.
  static func read(_ settings: Settings, findings: inout Findings) -> Publication? {
    let parallel = Parallel(jobs: settings.jobs)
    guard
      let folder = SourceFolder.read(
        root: settings.root, parallel: parallel, findings: &findings),
      let policy = PolicyFile.read(folder.policy.bytes, findings: &findings), !findings.hasErrors
    else { return nil }
    let reader = BriefingReader(policy: policy, asOf: settings.asOf)
    let read = parallel.map(folder.briefings) { file in
      var findings = Findings()
      let briefing = reader.read(path: file.path, bytes: file.bytes, findings: &findings)
      return (briefing, findings)
    }
    for (_, found) in read { findings.add(contentsOf: found) }
    let briefings = read.compactMap(\.0)
    let assets = images(of: briefings, policy, folder, &findings)
    return Publication(
      policy: policy, briefings: briefings, assets: assets, asOf: settings.asOf, folder: folder)
  }

  /// Reads and cleans every image that a briefing shows to anybody.
  private static func images(
    of briefings: [SourceBriefing], _ policy: Policy, _ folder: SourceFolder,
    _ findings: inout Findings
  ) -> AssetShelf {
    var shelf = AssetShelf()
    var seen: [String: Diagnostic?] = [:]
    for briefing in briefings {
      for image in briefing.images {
        let place = Place(briefing.path, line: image.line)
        guard let path = ImageReference.path(of: image.destination, in: briefing.path) else {
          findings.add(
            Diagnostic(
              "image/outside", at: place, "an image that is not inside 'briefings/'",
              help: "write a path relative to the briefing"))
          continue
        }
        let fault: Diagnostic?
        if let known = seen[path] {
          fault = known
        } else {
          fault = add(path, folder, &shelf)
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

  private static func add(
    _ path: String, _ folder: SourceFolder, _ shelf: inout AssetShelf
  ) -> Diagnostic? {
    switch folder.image(path) {
    case .failure(let fault):
      var diagnostic = fault.diagnostic
      if diagnostic.code == "publication/missing-file" {
        diagnostic.code = "image/missing"
        diagnostic.message = "an image that is not there"
      }
      return diagnostic
    case .success(let bytes):
      do throws(ImageFault) {
        try shelf.add(bytes, path: path)
        return nil
      } catch {
        return Diagnostic(error.code, at: Place(path), error.message, help: error.help)
      }
    }
  }
}
