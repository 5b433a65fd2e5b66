internal import Manuscript
internal import Markdown

/// The labels that a briefing defines, folded as references are matched.
struct Definitions {
  private(set) var links: Set<String> = []
  private(set) var footnotes: Set<String> = []
  /// The lines on which they stand, counted from 1.
  private(set) var lines: [(kind: DefinitionUse.Kind, label: String, line: Int)] = []

  /// None.
  init() {}

  /// Those of a body.
  init(of parts: [BodyPart]) { collect(parts) }

  private mutating func collect(_ parts: [BodyPart]) {
    for part in parts {
      switch part {
      case .container(let container): container.versions.forEach { collect($0.parts) }
      case .block(let block):
        switch block.kind {
        case .definition(let definition):
          links.insert(definition.label)
          lines.append((.link, definition.label, block.line))
        case .footnote(let footnote):
          footnotes.insert(footnote.foldedLabel)
          lines.append((.footnote, footnote.foldedLabel, block.line))
        default: break
        }
      }
    }
  }
}

/// The references of a text that no definition answers: `[words][label]`, `[label][]`, `[^1]`.
///
/// Brackets alone, `[sic]`, are text and no reference; so are figures, `[1][2]`, and what directly
/// follows a letter, `list[0][1]`.
struct DefinitionUse {
  /// What is referred to.
  enum Kind: Hashable { case link, footnote }

  /// References without a definition, and where they begin.
  private(set) var unknown: [(kind: Kind, offset: Int)] = []

  init(_ text: [UInt8], _ known: Definitions) {
    let named = DefinitionUse.labels(in: text)
    if named.links.isSubset(of: known.links), named.footnotes.isSubset(of: known.footnotes) {
      return
    }
    // Read as though all of them were defined, the text gives its references.
    let scan = InlineScan(
      text, definitions: known.links.union(named.links),
      footnotes: known.footnotes.union(named.footnotes))
    for link in scan.links {
      guard let label = link.reference, !known.links.contains(label),
        link.range.upperBound > link.text.upperBound + 1
      else { continue }
      let isFigure = text[link.text].allSatisfy { $0 < 0x41 }
      let start = link.range.lowerBound
      if isFigure || start > 0 && DefinitionUse.isWord(text[start - 1]) { continue }
      unknown.append((.link, start))
    }
    for reference in scan.footnotes where !known.footnotes.contains(reference.label) {
      unknown.append((.footnote, reference.range.lowerBound))
    }
  }

  /// What stands between brackets where the label of a reference would.
  private static func labels(in text: [UInt8]) -> (links: Set<String>, footnotes: Set<String>) {
    var links: Set<String> = []
    var footnotes: Set<String> = []
    var last: Range<Int>?
    var open: Int?
    for index in text.indices {
      switch text[index] {
      case UInt8(ascii: "["): open = index
      case UInt8(ascii: "]"):
        guard let start = open else { continue }
        let content = start + 1..<index
        if text[content].first == UInt8(ascii: "^") {
          if isFootnoteLabel(text[content].dropFirst(), before: text[(index + 1)...].first) {
            footnotes.insert(InlineScan.fold(text[content].dropFirst()))
          }
        } else if start > 0, text[start - 1] == UInt8(ascii: "]") {
          // Behind words in brackets: their label, or a sign that they are one themselves.
          let label = content.isEmpty ? last ?? content : content
          let folded = InlineScan.fold(text[label])
          if !folded.isEmpty { links.insert(folded) }
        }
        last = content
        open = nil
      default: break
      }
    }
    return (links, footnotes)
  }

  /// `[^1]`, `[^note]`; not `[^a-z]*` nor `[^"]`, which are patterns.
  private static func isFootnoteLabel(_ label: ArraySlice<UInt8>, before next: UInt8?) -> Bool {
    let isPattern = next.map { "*+?{".utf8.contains($0) } ?? false
    let isRange = label.count == 3 && label.dropFirst().first == UInt8(ascii: "-")
    return !label.isEmpty && !isPattern && !isRange
      && label.allSatisfy { isWord($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
  }
}
