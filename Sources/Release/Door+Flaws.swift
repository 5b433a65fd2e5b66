internal import Markdown

extension Door {
  /// What is wrong with the Markdown that a candidate will be.
  struct Flaws {
    /// The line of the first block that its readers would take for something else than the door did.
    var brokenLine: Int?
    /// What is over the limits of sources.
    var excess: Limits.Excess?
  }

  /// What is wrong with the Markdown that a candidate will be.
  func flaws(_ candidate: Candidate) -> Flaws {
    let blocks = References.withoutUnused(candidate.blocks)
    let plain = MarkdownWriter(mark: nil).write(blocks)
    let limits = EditionLimits(
      scheme: policy.scheme, writer: writer, showsMarks: audience.showsMarks)
    return Flaws(
      brokenLine: StructureCheck.firstBrokenLine(blocks, written: plain),
      excess: limits.excess(of: candidate.briefing, blocks, plain: plain))
  }
}
