public import Calendar
internal import Diagnostics
internal import Edition
public import Manuscript
internal import Markdown
public import Release

/// Puts right what has one right answer: labels that are not written as they are printed, versions
/// that are not in descending order.
///
/// Nothing that any audience gets may change by it, in either direction: an edit after which one
/// edition of the briefing differs in one byte is not made. So versions are put in order only where
/// everybody reads the same afterwards; where the order decides who reads which, the author does.
public struct Fixer: Sendable {
  private let policy: Policy
  private let reader: BriefingReader
  private let doors: [Door]

  /// A fixer under `policy`, for a day.
  public init(policy: Policy, asOf: Day, assets: AssetShelf) {
    self.policy = policy
    reader = BriefingReader(policy: policy, asOf: asOf)
    doors = policy.audiences.map {
      Door(policy: policy, audience: $0, asOf: asOf, drafts: true, assets: assets)
    }
  }

  /// The briefing's file with all that could be put right; nil where nothing could.
  public func fixed(_ briefing: SourceBriefing, bytes: [UInt8]) -> [UInt8]? {
    let spelling = LabelSpelling(scheme: policy.scheme).findings(in: bytes).map(\.edit)
    let order = VersionOrder(scheme: policy.scheme)
    guard !spelling.isEmpty || !order.edits(of: briefing, in: bytes).isEmpty else { return nil }
    let before = editions(of: briefing)
    var current = spelled(bytes, spelling, briefing.path, before)
    var source = current == bytes ? briefing : read(current, briefing.path) ?? briefing
    // One at a time: each edit moves what comes after it.
    while let (text, read) = firstHarmless(
      order.edits(of: source, in: current), in: current, briefing.path, before)
    {
      current = text
      source = read
    }
    return current == bytes ? nil : current
  }

  /// The file with all these edits, or else with those of them that can be made.
  private func spelled(
    _ bytes: [UInt8], _ edits: [SourceEdit], _ path: String, _ before: [Briefing?]
  ) -> [UInt8] {
    if edits.isEmpty { return bytes }
    if isHarmless(edits, in: bytes, path, before) {
      return SourceEdit.applied(edits, to: bytes)
    }
    let kept = edits.reduce(into: [SourceEdit]()) { kept, edit in
      if isHarmless(kept + [edit], in: bytes, path, before) { kept.append(edit) }
    }
    return SourceEdit.applied(kept, to: bytes)
  }

  private func isHarmless(
    _ edits: [SourceEdit], in bytes: [UInt8], _ path: String, _ before: [Briefing?]
  ) -> Bool {
    guard let read = read(SourceEdit.applied(edits, to: bytes), path) else { return false }
    return editions(of: read) == before
  }

  /// The file and the briefing after the first edit that changes what nobody gets.
  private func firstHarmless(
    _ edits: [SourceEdit], in bytes: [UInt8], _ path: String, _ before: [Briefing?]
  ) -> ([UInt8], SourceBriefing)? {
    for edit in edits {
      let text = SourceEdit.applied([edit], to: bytes)
      if text != bytes, let source = read(text, path), editions(of: source) == before {
        return (text, source)
      }
    }
    return nil
  }

  private func read(_ bytes: [UInt8], _ path: String) -> SourceBriefing? {
    var findings = Findings()
    let source = reader.read(path: path, bytes: bytes, findings: &findings)
    return findings.hasErrors ? nil : source
  }

  /// What each audience gets of a briefing, were it the only one; drafts and embargoed ones too,
  /// as though their day had come.
  private func editions(of briefing: SourceBriefing) -> [Briefing?] {
    doors.map { door in
      guard let candidate = door.candidate(briefing) else { return nil }
      return door.release(candidate, among: EditionIndex([candidate])).briefing
    }
  }
}
