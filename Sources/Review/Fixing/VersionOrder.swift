internal import Manuscript
internal import Marking

/// Puts the versions of containers and fields in descending order.
struct VersionOrder {
  let scheme: MarkingScheme

  /// The edit for each container and field whose versions have one descending order and do not
  /// stand in it.
  func edits(of briefing: SourceBriefing, in bytes: [UInt8]) -> [SourceEdit] {
    let lines = FileLines(bytes)
    return Versions.all(of: briefing).compactMap { versions in
      guard let order = descending(versions.map(\.label)) else { return nil }
      guard order != Array(versions.indices) else { return nil }
      let starts = versions.map { $0.line - 1 }
      let isContainer = starts.allSatisfy { lines.text(of: $0).starts(with: ":::".utf8) }
      return isContainer
        ? container(starts, order, lines) : field(starts, order, lines)
    }
  }

  /// The positions of the labels from the most to the least restrictive; nil where two of them are
  /// equal or cannot be compared.
  private func descending(_ labels: [Label?]) -> [Int]? {
    let known = labels.compactMap(\.self)
    guard known.count == labels.count else { return nil }
    let order = known.indices.sorted { a, b in
      known[a] != known[b] && known[a].joined(with: known[b]) == known[a]
    }
    let isChain = zip(order, order.dropFirst()).allSatisfy { upper, lower in
      known[upper] != known[lower]
        && known[upper].joined(with: known[lower]) == known[upper]
    }
    return isChain ? order : nil
  }

  /// The elements of a list, each on a line of its own.
  private func field(_ starts: [Int], _ order: [Int], _ lines: FileLines) -> SourceEdit? {
    // The last one, too, has to end with its line.
    guard zip(starts, starts.dropFirst()).allSatisfy({ $0 + 1 == $1 }),
      let last = starts.last, lines.indent(of: last + 1) <= lines.indent(of: last)
    else { return nil }
    let texts = order.map { lines.text(of: starts[$0]) }
    return lines.edit(starts[0]...starts[starts.count - 1], texts)
  }

  /// The versions of a container: the first line opens it, the others are tear lines.
  private func container(_ starts: [Int], _ order: [Int], _ lines: FileLines) -> SourceEdit? {
    guard let end = lines.closing(after: starts[starts.count - 1]),
      let suffix = lines.suffix(ofOpening: starts[0])
    else { return nil }
    let ends = starts.dropFirst() + [end]
    let bodies = zip(starts, ends).map { start, end in (start + 1..<end).map(lines.text) }
    var texts: [ArraySlice<UInt8>] = []
    for (position, number) in order.enumerated() {
      guard let written = lines.label(of: starts[number]) else { return nil }
      let head = position == 0 ? "::: \(written)\(suffix)" : "::: tear \(written)"
      // As the lines of the file end.
      let end = lines.text(of: starts[0]).last == 0x0D ? "\r" : ""
      texts.append(Array((head + end).utf8)[...])
      texts += bodies[number]
    }
    return lines.edit(starts[0]...end - 1, texts)
  }
}
