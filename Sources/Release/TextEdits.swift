internal import Markdown

/// Replacements in a text, collected in any order and made in one go.
///
/// Where a link is taken out, what is left is text, as it was before: no line begins a block, and no
/// brackets come to be a link, for want of what stood there. A backslash stands only where it is needed, so
/// that what was never written in an omitting edition leaves no byte.
struct TextEdits {
  /// What a text has to go on being where something was taken out, beside its other links and references.
  enum Keeping {
    /// Whatever it is: who calls looks at that.
    case nothing
    /// A paragraph.
    case paragraph
  }

  /// The labels of the definitions that a text can refer to, folded.
  typealias Labels = (links: Set<String>, footnotes: Set<String>)

  /// Stands where something was taken out until the text is put together; it is in no source.
  private static let seam: UInt8 = 0

  private var edits: [(range: Range<Int>, with: [UInt8])] = []
  /// Where something was taken out.
  private var gaps: [Int] = []
  /// Where links stood of which the text is left.
  private var unlinked: Set<Range<Int>> = []

  var isEmpty: Bool { edits.isEmpty }

  /// Puts something in the place of a range.
  mutating func replace(_ range: Range<Int>, with bytes: [UInt8]) {
    edits.append((range, bytes))
  }

  /// Takes a range out.
  mutating func takeOut(_ range: Range<Int>) {
    replace(range, with: [Self.seam])
    gaps.append(range.lowerBound)
  }

  /// Leaves a link's text, or an image's description, alone. A link in brackets in a description is none,
  /// and stays none.
  mutating func unlink(_ link: InlineScan.Link, among links: [InlineScan.Link]) {
    if link.isImage {
      for inner in links
      where link.text.lowerBound <= inner.range.lowerBound
        && inner.range.upperBound <= link.text.upperBound && !inner.isImage
        && !unlinked.contains(inner.range)
      {
        unlink(inner, among: [])
      }
    }
    guard !unlinked.contains(link.range) else { return }
    takeOut(link.range.lowerBound..<link.text.lowerBound)
    takeOut(link.text.upperBound..<link.range.upperBound)
    unlinked.insert(link.range)
  }

  /// The text with all replacements made; a range inside one that was replaced is gone with it.
  ///
  /// - Parameters:
  ///   - scan: what was found in the text.
  ///   - labels: those that are left to refer to.
  func applied(
    to text: [UInt8], _ scan: InlineScan, _ labels: Labels, keeping: Keeping
  ) -> [UInt8] {
    if gaps.isEmpty { return applied(to: text) }
    var edits = self
    var result = edits.tidied(text, escapesBlocks: false)
    // The signs beside a gap first, and where that is not enough all that are text.
    for signs in [Signs.beside(gaps), .all] {
      let after = InlineScan(result, definitions: labels.links, footnotes: labels.footnotes)
      if keepsOthers(scan, text, after, result) { break }
      edits = self
      for sign in openers(signs, in: text, scan) {
        edits.replace(sign..<sign, with: Array(#"\"#.utf8))
      }
      result = edits.tidied(text, escapesBlocks: false)
    }
    let staysText = keeping == .nothing || BlockSign.isParagraph(result)
    return staysText ? result : edits.tidied(text, escapesBlocks: true)
  }

  /// Whether the links, images and references that were left alone are what they were, and the only ones.
  private func keepsOthers(
    _ scan: InlineScan, _ text: [UInt8], _ after: InlineScan, _ result: [UInt8]
  ) -> Bool {
    let replaced = Set(edits.map(\.range))
    let footnotes = scan.footnotes.filter { !replaced.contains($0.range) }
    let links = scan.links.filter { !unlinked.contains($0.range) }
    return footnotes.map(\.label) == after.footnotes.map(\.label)
      && links.count == after.links.count
      && zip(links, after.links).allSatisfy { link, found in
        // The destination of an image is another one in the edition.
        link.isImage == found.isImage
          && (link.isImage
            || text[link.text.upperBound..<link.range.upperBound]
              == result[found.text.upperBound..<found.range.upperBound])
      }
  }

  private func tidied(_ text: [UInt8], escapesBlocks: Bool) -> [UInt8] {
    let lines = applied(to: text)[...].lines
    let tidied = lines.enumerated().compactMap { number, line -> [UInt8]? in
      guard line.contains(Self.seam) else { return Array(line) }
      var line = Self.tidied(line, isFirst: number == 0, isLast: number == lines.count - 1)
      // A line of which nothing is left would part the paragraph.
      if line.allSatisfy({ $0 <= 0x20 }) { return nil }
      for place in (escapesBlocks ? BlockSign.escapes(in: line[...]) : []).reversed() {
        line.insert(UInt8(ascii: "\\"), at: place)
      }
      return line
    }
    return Array(tidied.joined(separator: [0x0A]))
  }

  private func applied(to text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    for edit in edits.sorted(by: {
      ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
    }) where edit.range.lowerBound >= position {
      result += text[position..<edit.range.lowerBound]
      result += edit.with
      position = edit.range.upperBound
    }
    return result + text[position...]
  }

  /// Which of the signs are meant that a link or an image may begin with.
  private enum Signs {
    /// Those of brackets with one of these gaps in them or behind them.
    case beside([Int])
    case all
  }

  /// Signs of text that a link or an image could begin with, now that something is gone.
  private func openers(_ signs: Signs, in text: [UInt8], _ scan: InlineScan) -> [Int] {
    let known = Set(
      scan.links.map { $0.isImage ? $0.range.lowerBound + 1 : $0.range.lowerBound }
        + scan.footnotes.map(\.range.lowerBound))
    let places = Set(gaps)
    func isMeant(_ range: ClosedRange<Int>) -> Bool {
      if case .beside(let gaps) = signs { gaps.contains(where: range.contains) } else { true }
    }
    var skipped = (scan.codeSpans + scan.autolinks).sorted { $0.lowerBound < $1.lowerBound }[...]
    var open: [Int] = []
    var result: [Int] = []
    var index = 0
    while index < text.count {
      while let range = skipped.first, range.lowerBound < index { skipped.removeFirst() }
      if let range = skipped.first, range.lowerBound == index {
        index = range.upperBound
        continue
      }
      switch text[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "!"):
        if places.contains(index + 1) { result.append(index) }
      case UInt8(ascii: "["): open.append(index)
      case UInt8(ascii: "]"):
        guard let opener = open.popLast(), !known.contains(opener) else { break }
        if isMeant(opener + 1...index + 1) { result.append(opener) }
      default: break
      }
      index += 1
    }
    return result
  }

  /// A line in which something was taken out, without the white space that Markdown drops.
  private static func tidied(
    _ line: ArraySlice<UInt8>, isFirst: Bool, isLast: Bool
  ) -> [UInt8] {
    var result: [UInt8] = []
    for (place, byte) in zip(line.indices, line) {
      let next = line[place...].first { $0 != seam }
      if byte != seam {
        result.append(byte)
      } else if result.last == UInt8(ascii: "`"), next == UInt8(ascii: "`") {
        // Two code spans would be one.
        result.append(0x20)
      } else if let start = opened(result, line[place...].filter { $0 != seam }) {
        result.insert(UInt8(ascii: "\\"), at: start)
      }
    }
    let indent = result.prefix { $0 == 0x20 || $0 == 0x09 }.count
    if isFirst || indent < 4 { result.removeFirst(indent) }
    let spaces = result.reversed().prefix { $0 == 0x20 || $0 == 0x09 }.count
    let kept = spaces >= 2 && result.last == 0x20 && !isLast ? 2 : 0
    result.removeLast(spaces - kept)
    return result
  }

  /// Where a tag or an entity begins in the first of two texts that would end in the second.
  private static func opened(_ before: [UInt8], _ after: [UInt8]) -> Int? {
    let word = before.suffix(while: { $0 > 0x20 && $0 != UInt8(ascii: "`") })
    guard let place = word.lastIndex(where: { "<>&;".utf8.contains($0) }),
      before[..<place].suffix(while: { $0 == UInt8(ascii: "\\") }).count.isMultiple(of: 2)
    else { return nil }
    switch before[place] {
    case UInt8(ascii: "&"):
      let name = (before[(place + 1)...] + after).prefix { isOfName($0) }
      let rest = (before[(place + 1)...] + after).dropFirst(name.count)
      return !name.isEmpty && rest.first == UInt8(ascii: ";") ? place : nil
    case UInt8(ascii: "<"): return after.contains(UInt8(ascii: ">")) ? place : nil
    default: return nil
    }
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "#")
  }
}

extension BidirectionalCollection {
  /// The last elements, as long as a condition holds.
  fileprivate func suffix(while condition: (Element) -> Bool) -> SubSequence {
    lastIndex { !condition($0) }.map { self[index(after: $0)...] } ?? self[...]
  }
}
