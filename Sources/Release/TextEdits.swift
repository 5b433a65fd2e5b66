internal import Markdown

/// Replacements in a text, collected in any order and made in one go.
///
/// Where a link or a reference is taken out, what is left is text, as it was before: no line begins a
/// block, and no brackets come to be a link, for want of what stood there.
struct TextEdits {
  /// Stands where something was taken out until the text is put together; it is in no source.
  private static let seam: UInt8 = 0

  private var edits: [(range: Range<Int>, with: [UInt8])] = []
  /// Where something was taken out.
  private var gaps: [Int] = []

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

  /// Leaves a link's text, or an image's description, alone.
  mutating func unlink(_ link: InlineScan.Link) {
    takeOut(link.range.lowerBound..<link.text.lowerBound)
    takeOut(link.text.upperBound..<link.range.upperBound)
  }

  /// The text with all replacements made; a range inside one that was replaced is gone with it.
  ///
  /// - Parameters:
  ///   - scan: what was found in the text.
  ///   - isBlock: whether its lines are those of a block of Markdown.
  func applied(to text: [UInt8], _ scan: InlineScan, isBlock: Bool) -> [UInt8] {
    if gaps.isEmpty { return applied(to: text) }
    var edits = self
    for opener in brackets(around: gaps, in: text, scan) {
      edits.replace(opener..<opener, with: Array(#"\"#.utf8))
    }
    let lines = edits.applied(to: text)[...].lines
    let tidied = lines.enumerated().map { number, line in
      line.contains(Self.seam)
        ? Self.tidied(line, isFirst: number == 0, isLast: number == lines.count - 1, isBlock)
        : Array(line)
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

  /// Brackets that are text because of what stands between them.
  private func brackets(
    around gaps: [Int], in text: [UInt8], _ scan: InlineScan
  ) -> [Int] {
    let known = Set(
      scan.links.map { $0.isImage ? $0.range.lowerBound + 1 : $0.range.lowerBound }
        + scan.footnotes.map(\.range.lowerBound))
    let gaps = gaps.sorted()
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
      case UInt8(ascii: "["): open.append(index)
      case UInt8(ascii: "]"):
        guard let opener = open.popLast(), !known.contains(opener) else { break }
        let next = gaps.first { $0 > opener }
        if let next, next < index { result.append(opener) }
      default: break
      }
      index += 1
    }
    return result
  }

  /// A line in which something was taken out, without the white space that Markdown drops, and with
  /// backslashes where it would begin something.
  private static func tidied(
    _ line: ArraySlice<UInt8>, isFirst: Bool, isLast: Bool, _ isBlock: Bool
  ) -> [UInt8] {
    var result: [UInt8] = []
    for byte in line {
      if byte != seam {
        result.append(byte)
      } else if let place = opened(before: result) {
        result.insert(UInt8(ascii: "\\"), at: place)
      }
    }
    let indent = result.prefix { $0 == 0x20 || $0 == 0x09 }.count
    if isFirst || indent < 4 { result.removeFirst(indent) }
    let spaces = result.reversed().prefix { $0 == 0x20 || $0 == 0x09 }.count
    let kept = spaces >= 2 && result.last == 0x20 && !isLast ? 2 : 0
    result.removeLast(spaces - kept)
    guard isBlock else { return result }
    for place in BlockSign.escapes(in: result[...]).reversed() {
      result.insert(UInt8(ascii: "\\"), at: place)
    }
    return result
  }

  /// Where a tag or an entity begins that would go on behind the end of a text.
  private static func opened(before text: [UInt8]) -> Int? {
    let word = text.suffix(while: { $0 > 0x20 && $0 != UInt8(ascii: "`") })
    guard
      let place = word.lastIndex(where: {
        [UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: ";")].contains($0)
      }), text[place] == UInt8(ascii: "<") || text[place] == UInt8(ascii: "&"),
      text[..<place].suffix(while: { $0 == UInt8(ascii: "\\") }).count.isMultiple(of: 2)
    else { return nil }
    return place
  }
}

extension BidirectionalCollection {
  /// The last elements, as long as a condition holds.
  fileprivate func suffix(while condition: (Element) -> Bool) -> SubSequence {
    lastIndex { !condition($0) }.map { self[index(after: $0)...] } ?? self[...]
  }
}
