internal import Markdown
internal import Marking

/// Turns links whose other end is not in the edition into their text, and images into the names
/// under which they are published.
struct LinkRelease {
  /// The briefings of the edition.
  let index: EditionIndex
  /// This briefing.
  let candidate: Candidate
  /// Who reads the edition.
  let clearance: Clearance
  /// The published destination of an image by its destination in the source; nil where none is.
  let image: (String) -> String?

  /// Whether a link to `url` leads somewhere in this edition, or out of it.
  func isResolved(_ url: String) -> Bool {
    if url.hasPrefix("#") {
      return HeadingAnchors.has(String(url.dropFirst()), among: candidate.anchors)
    }
    guard url.lowercased().hasPrefix("briefing:") else { return true }
    let parts = url.dropFirst("briefing:".count).split(
      separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard let id = parts.first.map(String.init), index.has(id) else { return false }
    return parts.count < 2 || index.has(id, anchor: String(parts[1]))
  }

  /// The blocks with links and images as the edition has them.
  func release(_ blocks: [VisibleBlock]) -> [VisibleBlock] {
    var definitions: [String: ReferenceDefinition] = [:]
    var result = blocks
    for index in result.indices {
      guard case .definition(var definition) = result[index].kind else { continue }
      if let published = image(LinkRelease.decoded(definition.destination)) {
        definition.destination = Array(published.utf8)
        result[index].kind = .definition(definition)
      }
      definitions[definition.label] = definition
    }
    let footnotes = blocks.compactMap { block -> String? in
      if case .footnote(_, let folded, _) = block.kind { folded } else { nil }
    }
    let known = Known(definitions: definitions, footnotes: Set(footnotes))
    for index in result.indices where LinkRelease.signs.contains(where: result[index].hasText) {
      result[index] = result[index].mapTexts { text, hasLines in
        LinkRelease.signs.contains(where: text.has)
          ? release(text, known, keeping: hasLines ? .paragraph : .nothing) : text
      }
      // A cell may begin with something else now.
      if case .table(var table) = result[index].kind {
        table.placeMarks(for: clearance)
        result[index].kind = .table(table)
      }
    }
    return result
  }

  /// What references of a body can lead to.
  private struct Known {
    let definitions: [String: ReferenceDefinition]
    let labels: (links: Set<String>, footnotes: Set<String>)

    init(definitions: [String: ReferenceDefinition] = [:], footnotes: Set<String> = []) {
      self.definitions = definitions
      // Once for all texts: there can be as many of these as of those.
      labels = (Set(definitions.keys), footnotes)
    }
  }

  /// With one of these a link, an image or an address in angle brackets begins.
  private static let signs = [UInt8(ascii: "["), UInt8(ascii: "<")]

  /// A text of front matter, in which no definition is used.
  func release(_ text: String) -> String {
    guard text.utf8.contains(where: LinkRelease.signs.contains) else { return text }
    return String(
      decoding: release(Array(text.utf8), Known(), keeping: .nothing), as: UTF8.self)
  }

  private func release(
    _ text: [UInt8], _ known: Known, keeping: TextEdits.Keeping
  ) -> [UInt8] {
    let labels = known.labels
    let scan = InlineScan(text, definitions: labels.links, footnotes: labels.footnotes)
    var edits = TextEdits()
    for link in scan.links {
      let written = link.destination.map { Array(text[$0]) }
      let target = written ?? link.reference.flatMap { known.definitions[$0]?.destination } ?? []
      let url = LinkRelease.decoded(target)
      if !link.isImage {
        if !isResolved(url) { edits.unlink(link, among: scan.links) }
      } else if let destination = link.destination, let published = image(url) {
        edits.replace(destination, with: Array(published.utf8))
      } else if link.destination != nil {
        edits.unlink(link, among: scan.links)
      }
    }
    return edits.isEmpty ? text : edits.applied(to: text, scan, labels, keeping: keeping)
  }

  /// A destination with escapes and entities decoded, as the Markdown parser reads it.
  static func decoded(_ destination: [UInt8]) -> String {
    let isPlain = !destination.contains { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") }
    if isPlain { return String(decoding: destination, as: UTF8.self) }
    let nodes = Parser.parseInline("[x](<" + String(decoding: destination, as: UTF8.self) + ">)")
    for node in nodes { if case .link(let url, _) = node.kind { return url } }
    return String(decoding: destination, as: UTF8.self)
  }
}
