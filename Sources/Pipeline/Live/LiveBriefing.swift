internal import Diagnostics
internal import Manuscript

/// A briefing as it was last read, kept until its file changes.
struct LiveBriefing: Sendable {
  /// What its file looked like.
  let signature: FileSignature?
  /// The briefing, where enough of it could be read.
  let briefing: SourceBriefing?
  /// What reading it found.
  let findings: Findings
  /// What checking its editions found; nil where they were not checked yet.
  var checks: Findings?

  /// Reads the briefing at `path`.
  init(root: String, path: String, signature: FileSignature?, reader: BriefingReader) {
    var findings = Findings()
    var briefing: SourceBriefing?
    switch SourceFolder.File.read(root: root, path: path) {
    case .success(let file):
      briefing = reader.read(path: path, bytes: file.bytes, findings: &findings)
    case .failure(let fault): findings.add(fault.diagnostic)
    }
    self.signature = signature
    self.briefing = briefing
    self.findings = findings
  }
}
