internal import Manuscript
internal import Marking

/// Collects the passages of a briefing, body and front matter, and works out who sees each.
struct PassageReader {
  private(set) var passages: [Passage] = []
  private let audiences: [Audience]
  /// The audiences that get a token in a sentence, where others lose the portion.
  private let tokenReaders: Readers
  private var known: [Label: Readers] = [:]
  private var groups = 0

  /// What is around a text.
  struct Around {
    /// The audiences whose reading comes through here.
    var reached: Readers
    /// The audiences for which what stands here is withheld, and nothing stands in its place.
    var lost: Readers = []
    /// The versions that it belongs to.
    var versions: Int?
  }

  init(audiences: [Audience]) {
    self.audiences = audiences
    tokenReaders = audiences.enumerated().reduce(into: []) { readers, audience in
      if audience.element.inlineTokens { readers.insert(Readers(at: audience.offset)) }
    }
  }

  /// The audiences that are cleared for a label.
  mutating func cleared(_ label: Label) -> Readers {
    if let readers = known[label] { return readers }
    var readers: Readers = []
    for (index, audience) in audiences.enumerated() where audience.clearance.isCleared(for: label) {
      readers.insert(Readers(at: index))
    }
    known[label] = readers
    return readers
  }

  /// The audiences of these names; all for nil.
  func readers(named names: [String]?) -> Readers {
    guard let names else { return .all(audiences.count) }
    return audiences.enumerated().reduce(into: []) { readers, audience in
      if names.contains(audience.element.id) { readers.insert(Readers(at: audience.offset)) }
    }
  }

  mutating func newVersions() -> Int {
    groups += 1
    return groups
  }

  mutating func add(
    _ kind: Passage.Kind, _ text: InlineText, _ label: Label, _ line: Int, _ around: Around
  ) {
    let bytes = text.full
    let cleared = cleared(label)
    let shown = shown(text, label, around.reached.intersection(cleared))
    passages.append(
      Passage(
        kind: kind, text: text, bytes: bytes,
        words: WordScanner.words(of: bytes, isCode: kind == .code), label: label, line: line,
        cleared: cleared, shown: shown,
        lost: around.lost.union(around.reached.subtracting(shown)), versions: around.versions))
  }

  /// Of the audiences cleared for a text, those that get it once its inline marks have worked.
  private mutating func shown(
    _ text: InlineText, _ label: Label, _ readers: Readers
  ) -> Readers {
    var readers = readers
    for case .mark(let mark) in text.pieces {
      let joined = label.joined(with: mark.label)
      let inside = readers.intersection(cleared(joined))
      var others = readers.subtracting(inside)
      if mark.substitute == nil { others.formIntersection(tokenReaders) }
      readers = shown(mark.text, joined, inside).union(others)
    }
    return readers
  }

  // MARK: Body

  mutating func add(_ parts: [BodyPart], _ around: Around) {
    for part in parts {
      switch part {
      case .block(let block): add(block, around)
      case .container(let container): add(container, around)
      }
    }
  }

  private mutating func add(_ container: Container, _ around: Around) {
    var around = around
    let tailored = readers(named: container.audiences)
    around.reached.formIntersection(tailored)
    around.lost.formIntersection(tailored)
    if container.versions.count > 1, around.versions == nil { around.versions = newVersions() }
    var open = around.reached
    let cleared = container.versions.map { version in
      version.label.map { self.cleared($0) } ?? around.reached
    }
    let anybody = cleared.reduce(Readers()) { $0.union($1) }
    for (index, version) in container.versions.enumerated() {
      var inner = around
      inner.reached = open.intersection(cleared[index])
      inner.lost = index == 0 ? around.lost.union(open.subtracting(anybody)) : []
      open.subtract(inner.reached)
      add(version.parts, inner)
    }
  }

  private mutating func add(_ block: Block, _ around: Around) {
    switch block.kind {
    case .paragraph(let text): add(.paragraph, text, block.label, block.line, around)
    case .heading(let level, _, let text):
      add(.heading(level), text, block.label, block.line, around)
    case .code(_, let text): add(.code, text, block.label, block.line, around)
    case .thematicBreak, .definition: break
    case .quote(let blocks): for block in blocks { add(block, around) }
    case .footnote(let footnote): for block in footnote.blocks { add(block, around) }
    case .list(_, _, let items):
      for item in items { for block in item.blocks { add(block, around) } }
    case .table(let table):
      for cell in table.columns { add(.headerCell, cell.text, cell.label, block.line, around) }
      for row in table.rows {
        for cell in row.cells { add(.cell, cell.text, cell.label, row.line, around) }
      }
    }
  }
}
