public import Marking

/// A portion of a briefing, with what is needed to speak of it: never its text.
public struct ListedPortion: Hashable, Sendable {
  /// Who may read it.
  public var label: Label
  /// Which rule gave the label.
  public var origin: LabelOrigin
  /// Its line in the file, counted from 1.
  public var line: Int
  /// The line on which its label is written: that of the mark, container or item that gives it.
  public var markLine: Int
  /// The audiences that tailoring leaves it to; nil for all.
  public var audiences: Set<String>?
}

extension SourceBriefing {
  /// All portions of body and front matter, in their order, inline spans included.
  public var portions: [ListedPortion] {
    var list = PortionList()
    list.add(front)
    list.add(body.parts, nil)
    return list.portions
  }
}

/// Collects the portions of a briefing.
private struct PortionList {
  var portions: [ListedPortion] = []
  /// The line of the innermost labelled thing around what is being listed.
  private var enclosing: Int?

  private mutating func add(
    _ label: Label, _ origin: LabelOrigin, _ line: Int, _ audiences: Set<String>?
  ) {
    portions.append(
      ListedPortion(
        label: label, origin: origin, line: line,
        markLine: origin == .enclosing ? enclosing ?? line : line, audiences: audiences))
  }

  private mutating func add(
    _ text: InlineText, _ label: Label, _ line: Int, _ audiences: Set<String>?
  ) {
    for inner in text.labels(within: label) { add(inner, .ownMark, line, audiences) }
  }

  mutating func add(_ parts: [BodyPart], _ audiences: Set<String>?) {
    for part in parts {
      switch part {
      case .block(let block): add(block, audiences)
      case .container(let container):
        var inner = audiences
        if let own = container.audiences {
          inner = inner.map { $0.intersection(own) } ?? Set(own)
        }
        for version in container.versions {
          let around = enclosing
          if version.label != nil { enclosing = version.line }
          add(version.parts, inner)
          enclosing = around
        }
      }
    }
  }

  private mutating func add(_ block: Block, _ audiences: Set<String>?) {
    switch block.kind {
    case .paragraph(let text), .heading(_, _, let text), .code(_, let text):
      add(block.label, block.origin, block.line, audiences)
      add(text, block.label, block.line, audiences)
    case .thematicBreak, .definition: break
    case .quote(let blocks): for block in blocks { add(block, audiences) }
    case .footnote(let footnote): for block in footnote.blocks { add(block, audiences) }
    case .list(_, _, let items):
      for item in items {
        if item.blocks.isEmpty { add(item.label, item.origin, item.line, audiences) }
        let around = enclosing
        if item.written != nil { enclosing = item.line }
        for block in item.blocks { add(block, audiences) }
        enclosing = around
      }
    case .table(let table):
      for cell in table.columns { add(cell, block.line, audiences) }
      for row in table.rows { for cell in row.cells { add(cell, row.line, audiences) } }
    }
  }

  private mutating func add(_ cell: Table.Cell, _ line: Int, _ audiences: Set<String>?) {
    add(cell.label, cell.origin, line, audiences)
    add(cell.text, cell.label, line, audiences)
  }

  mutating func add(_ front: FrontMatter) {
    add(front.title)
    add(front.summary)
    add(front.threat.level)
    add(front.threat.actor)
    add(front.threat.intent)
    add(front.threat.capability)
    add(front.threat.likelihood)
    add(front.threat.confidence)
    add(front.threat.impact)
    add(front.threat.horizon)
    add(front.vulnerabilities)
    for words in [front.interests, front.topics, front.sectors, front.regions] { add(words) }
    for judgement in front.judgements {
      add(judgement.text)
      add(judgement.likelihood)
      add(judgement.confidence)
      add(judgement.sources)
      add(judgement.changedFrom)
      add(judgement.changedBecause)
    }
    for advice in front.advice {
      let audiences = advice.audiences.map { Set($0) }
      add(advice.action, audiences)
      add(advice.when, audiences)
      add(advice.by, audiences)
      add(advice.basis, audiences)
      for judgement in advice.judgements { add(judgement, audiences) }
    }
    for source in front.sources {
      add(source.kind)
      add(source.grade)
      add(source.description)
    }
    add(front.related)
    add(front.supersedes)
    for revision in front.revisions {
      add(revision.date)
      add(revision.note)
      add(revision.change)
    }
    add(front.withdrawal.date)
    add(front.withdrawal.reason)
    add(front.withdrawal.action)
    add(front.translation.of)
    add(front.translation.revision)
    add(front.contact)
  }

  private mutating func add<Value>(_ field: Field<Value>?, _ audiences: Set<String>? = nil) {
    for version in field?.versions ?? [] { add(version, audiences) }
  }

  private mutating func add<Value>(_ portions: [Portion<Value>]) {
    for portion in portions { add(portion, nil) }
  }

  private mutating func add<Value>(_ portion: Portion<Value>, _ audiences: Set<String>?) {
    add(portion.label, portion.origin, portion.line, audiences)
    if let text = portion.value as? InlineText { add(text, portion.label, portion.line, audiences) }
  }
}
