public import Calendar
internal import Diagnostics
internal import Edition
public import Manuscript
internal import Markdown
internal import Marking
public import Release

/// Puts right what has one right answer: labels that are not written as they are printed, versions
/// that are not in descending order.
///
/// Nothing that any audience gets may change by it, in either direction: an edit after which one
/// edition of the briefing differs in one byte is not made. So versions are put in order only where
/// everybody reads the same afterwards, on whatever day; where the order decides who reads which, the
/// author does. Labels are spelled anew only where somebody cleared for everything reads the same text, too.
/// A withdrawn briefing, of whose text nobody gets anything, is left alone.
public struct Fixer: Sendable {
  private let policy: Policy
  private let reader: BriefingReader
  private let doors: [Door]
  /// Those of the same audiences, were they cleared for everything.
  private let openDoors: [Door]

  /// A fixer under `policy`, for a day.
  public init(policy: Policy, asOf: Day, assets: AssetShelf) {
    self.policy = policy
    reader = BriefingReader(policy: policy, asOf: asOf)
    func door(_ audience: Audience) -> Door {
      Door(policy: policy, audience: audience, asOf: asOf, drafts: false, assets: assets).toCome
    }
    doors = policy.audiences.map(door)
    openDoors = policy.audiences.map { audience in
      var audience = audience
      audience.clearance = Clearance(
        level: policy.levels.count - 1, compartments: Set(policy.compartments.indices),
        groups: Set(policy.groups.indices))
      return door(audience)
    }
  }

  /// The briefing's file with all that could be put right; nil where nothing could.
  public func fixed(_ briefing: SourceBriefing, bytes: [UInt8]) -> [UInt8]? {
    let spelling = LabelSpelling(scheme: policy.scheme).findings(in: bytes).map(\.edit)
    let order = VersionOrder(scheme: policy.scheme)
    guard briefing.front.status != .withdrawn,
      !spelling.isEmpty || !order.edits(of: briefing, in: bytes).isEmpty
    else { return nil }
    let before = editions(of: briefing, doors + openDoors)
    var kept: [SourceEdit] = []
    keep(spelling, &kept) { kept in
      guard let read = read(SourceEdit.applied(kept, to: bytes), briefing.path) else {
        return false
      }
      return editions(of: read, doors + openDoors) == before
    }
    let spelled = SourceEdit.applied(kept, to: bytes)
    let source = spelled == bytes ? briefing : read(spelled, briefing.path) ?? briefing
    let current = ordered(spelled, source, order)
    return current == bytes ? nil : current
  }

  /// Adds those of some edits to `kept` that are harmless with those before them: all at once, or else
  /// half by half.
  private func keep(
    _ edits: [SourceEdit], _ kept: inout [SourceEdit], _ isHarmless: ([SourceEdit]) -> Bool
  ) {
    if edits.isEmpty { return }
    if isHarmless(kept + edits) {
      kept += edits
    } else if edits.count > 1 {
      keep(Array(edits[..<(edits.count / 2)]), &kept, isHarmless)
      keep(Array(edits[(edits.count / 2)...]), &kept, isHarmless)
    }
  }

  /// The file with those versions in order of which everybody reads the same then.
  ///
  /// Where a downgrade brings another reading on another day, or links may lead to other briefings, that
  /// cannot be told from this briefing today.
  private func ordered(
    _ bytes: [UInt8], _ briefing: SourceBriefing, _ order: VersionOrder
  ) -> [UInt8] {
    guard briefing.front.downgrades.isEmpty, !Fixer.linksToBriefings(bytes) else { return bytes }
    var (current, source) = (bytes, briefing)
    let before = editions(of: source, doors)
    // Each once, the last first: an edit moves what comes after it, and may stand in another's way.
    var limit = Int.max
    while let edit = order.edits(of: source, in: current).filter({ $0.range.lowerBound < limit })
      .max(by: { $0.range.lowerBound < $1.range.lowerBound })
    {
      limit = edit.range.lowerBound
      let text = SourceEdit.applied([edit], to: current)
      guard text != current, let read = read(text, briefing.path),
        editions(of: read, doors) == before
      else { continue }
      (current, source) = (text, read)
    }
    return current
  }

  private static func linksToBriefings(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes, as: UTF8.self).lowercased().contains("briefing:")
  }

  private func read(_ bytes: [UInt8], _ path: String) -> SourceBriefing? {
    var findings = Findings()
    let source = reader.read(path: path, bytes: bytes, findings: &findings)
    return findings.hasErrors ? nil : source
  }

  /// What the audience of each door gets of a briefing, were it the only one.
  private func editions(of briefing: SourceBriefing, _ doors: [Door]) -> [Briefing?] {
    doors.map { door in
      guard let candidate = door.candidate(briefing) else { return nil }
      return door.release(candidate, among: EditionIndex([candidate])).briefing
    }
  }
}
