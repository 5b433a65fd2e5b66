internal import Audit
internal import Diagnostics
internal import Manuscript
internal import Release

/// By what a build knows again the files that it was built of: a hash of each, good for this run.
///
/// The audit reads all sources anew. What it holds the editions against has to be what they were built
/// of: a file that was half written while one of the two read it is no source of anything.
struct SourceMarks: Sendable {
  private let policy: Int
  private let briefings: [String: Int]
  private let pictures: Set<String>

  /// The marks of these files.
  init(policy: [UInt8], briefings: [String: [UInt8]], pictures: AssetShelf) {
    self.policy = SourceMarks.hash(policy)
    self.briefings = briefings.mapValues(SourceMarks.hash)
    self.pictures = pictures.paths
  }

  /// Whether the build read another file at `path` than one with these bytes.
  func isOther(_ path: String, _ bytes: [UInt8]) -> Bool {
    briefings[path].map { $0 != SourceMarks.hash(bytes) } ?? false
  }

  /// Whether the build read a file at `path`.
  func has(_ path: String) -> Bool { briefings[path] != nil || pictures.contains(path) }

  /// Finds another policy, and briefings that are there or gone since.
  func compare(_ paths: [String], policy: [UInt8], _ findings: inout Findings) {
    var changed = Set(paths).symmetricDifference(briefings.keys)
    if SourceMarks.hash(policy) != self.policy { changed.insert(PolicyFile.name) }
    for path in changed { findings.add(AuditedSource.changeFinding(at: path)) }
  }

  private static func hash(_ bytes: [UInt8]) -> Int {
    var hasher = Hasher()
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    return hasher.finalize()
  }
}
