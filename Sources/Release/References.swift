internal import Manuscript
internal import Markdown
internal import Marking

/// The definitions of a document, and what becomes of references to them in an edition.
struct References {
  /// Folded labels of all link definitions of the document, visible or not.
  var links: Set<String> = []
  /// Folded labels of all its footnotes.
  var footnotes: Set<String> = []

  /// Those of a body.
  init(of body: Body) { collect(body.parts) }

  private mutating func collect(_ parts: [BodyPart]) {
    for part in parts {
      switch part {
      case .container(let container): container.versions.forEach { collect($0.parts) }
      case .block(let block):
        switch block.kind {
        case .definition(let definition): links.insert(definition.label)
        case .footnote(let footnote): footnotes.insert(footnote.foldedLabel)
        default: break
        }
      }
    }
  }

  /// The blocks without references to what the reader may not see: a footnote's reference
  /// vanishes, a link is its text.
  func withoutDangling(_ blocks: [VisibleBlock], for clearance: Clearance) -> [VisibleBlock] {
    var links = links
    var footnotes = footnotes
    for block in blocks {
      switch block.kind {
      case .definition(let definition): links.remove(definition.label)
      case .footnote(_, let folded, _): footnotes.remove(folded)
      default: break
      }
    }
    if links.isEmpty, footnotes.isEmpty { return blocks }
    let gone = (links: links, footnotes: footnotes)
    let left = (
      links: self.links.subtracting(links), footnotes: self.footnotes.subtracting(footnotes)
    )
    return blocks.map { block in
      var result = block.mapTexts { text, _ in
        guard text.contains(UInt8(ascii: "[")) else { return text }
        let scan = InlineScan(text, definitions: self.links, footnotes: self.footnotes)
        let short = References.text(text, scan, without: gone, with: left, leaving: [])
        // Signs that came together are no token.
        return Token.count(in: short) > Token.count(in: text)
          ? References.text(text, scan, without: gone, with: left, leaving: [0x20]) : short
      }
      if case .table(var table) = result.kind {
        table.placeMarks(for: clearance)
        result.kind = .table(table)
      }
      return result
    }
  }

  /// A text without references to what is gone.
  ///
  /// - Parameters:
  ///   - left: what there still is to refer to.
  ///   - filling: what stays where the reference to a footnote stood.
  private static func text(
    _ text: [UInt8], _ scan: InlineScan, without gone: TextEdits.Labels,
    with left: TextEdits.Labels, leaving filling: [UInt8]
  ) -> [UInt8] {
    var edits = TextEdits()
    for reference in scan.footnotes where gone.footnotes.contains(reference.label) {
      if filling.isEmpty {
        edits.takeOut(reference.range)
      } else {
        edits.replace(reference.range, with: filling)
      }
    }
    for link in scan.links {
      if let label = link.reference, gone.links.contains(label) {
        edits.unlink(link, among: scan.links)
      }
    }
    // What block the text has become is checked with all that the door lets through.
    return edits.isEmpty ? text : edits.applied(to: text, scan, left, keeping: .nothing)
  }

  /// The blocks without definitions that nothing visible refers to.
  static func withoutUnused(_ blocks: [VisibleBlock]) -> [VisibleBlock] {
    var links: [String: VisibleBlock] = [:]
    var footnotes: [String: VisibleBlock] = [:]
    for block in blocks {
      switch block.kind {
      case .definition(let definition): links[definition.label] = block
      case .footnote(_, let folded, _): footnotes[folded] = block
      default: break
      }
    }
    if links.isEmpty, footnotes.isEmpty { return blocks }
    var usedLinks: Set<String> = []
    var usedFootnotes: Set<String> = []
    let labels = (links: Set(links.keys), footnotes: Set(footnotes.keys))
    var texts = blocks.flatMap { $0.texts(inFootnotes: false) }
    while let text = texts.popLast() {
      guard text.contains(UInt8(ascii: "[")) else { continue }
      let scan = InlineScan(text, definitions: labels.links, footnotes: labels.footnotes)
      usedLinks.formUnion(scan.links.compactMap(\.reference))
      for reference in scan.footnotes where usedFootnotes.insert(reference.label).inserted {
        texts += footnotes[reference.label]?.texts() ?? []
      }
    }
    return blocks.filter { block in
      switch block.kind {
      case .definition(let definition): usedLinks.contains(definition.label)
      case .footnote(_, let folded, _): usedFootnotes.contains(folded)
      default: true
      }
    }
  }
}
