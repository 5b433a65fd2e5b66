internal import Diagnostics
internal import Markdown
internal import Marking

/// Reads a body into labelled blocks: containers first, then the Markdown of each run of lines.
///
/// Labels follow section 2 of `docs/marking-language.md`: a portion's own mark; else the innermost
/// labelled thing around it; else `unmarked:` with the marked headings above; else the
/// classification. Then everything around it is joined in.
struct BodyReader {
  let path: String
  let labels: LabelReader
  /// The document's classification.
  let classification: Label
  /// The document's `unmarked:` label.
  let unmarked: Label?
  var findings = Findings()
  /// Where definitions stand and where they may be used.
  var definitions: DefinitionTable
  /// Images that some reader may see.
  var images: [ImageReference] = []
  /// Links to other briefings.
  var links: [BriefingLink] = []

  /// What surrounds a block.
  struct Surroundings {
    /// The label of the innermost labelled thing, all around it joined in.
    var enclosing: Label?
    /// Whether that is the default of an item or a footnote without a mark: what has none in it stands in
    /// the sections of marked headings there.
    var enclosesByDefault = false
    /// Marked headings of the scopes around this one.
    var outerSections: [Label] = []
    /// Headings above the block in this scope.
    var sections: [(level: Int, mark: Label?)] = []
    /// The place of the scope in the tree of containers and versions.
    var scope: [Int] = []
    /// The ground of the innermost container that names one.
    var ground: String?
    /// Whether a container around it is never closed, so that it may not be meant to hold this.
    var isUnclosed = false
    /// Whether the blocks are nested in a list item, a quote or a footnote.
    var isNested = false

    /// The surroundings within something labelled, by a mark of its own or not.
    func inside(_ label: Label, isMarked: Bool) -> Surroundings {
      var result = self
      result.enclosesByDefault = !isMarked && (enclosing == nil || enclosesByDefault)
      result.enclosing = label
      result.isNested = true
      return result
    }

    /// The surroundings in a scope of its own, with no label of its own.
    func inNewScope() -> Surroundings {
      var result = self
      result.outerSections += sections.compactMap(\.mark)
      result.sections = []
      return result
    }
  }

  /// The parts of the body, labelled.
  mutating func read(_ parts: [ContainerReader.Part]) -> Body {
    var body = Body()
    var root = Surroundings()
    body.parts = read(parts, &root, isLast: true)
    return body
  }

  private mutating func read(
    _ parts: [ContainerReader.Part], _ around: inout Surroundings, isLast: Bool
  ) -> [BodyPart] {
    var result: [BodyPart] = []
    for (index, part) in parts.enumerated() {
      switch part {
      case .lines(let lines):
        let endsScope = index == parts.count - 1
        let isOpenEnd = !endsScope || (around.scope.isEmpty && isLast)
        result += read(lines, &around, mayLeaveFenceOpen: !isOpenEnd).map(BodyPart.block)
      case .container(let raw):
        result.append(.container(container(raw, around, number: index)))
      }
    }
    return result
  }

  private mutating func container(
    _ raw: ContainerReader.Raw, _ around: Surroundings, number: Int
  ) -> Container {
    var result = Container(
      line: raw.line, audiences: raw.audiences, ground: raw.ground ?? around.ground, versions: [])
    for (index, version) in raw.versions.enumerated() {
      var inner = around.inNewScope()
      inner.scope += [number, index]
      inner.ground = result.ground
      inner.isUnclosed = around.isUnclosed || raw.isUnclosed
      var label: Label?
      if let reading = version.label {
        let joined = around.enclosing.map(reading.label.joined) ?? reading.label
        checkEffect(of: reading.label, joined, around, line: version.line)
        definitions.enter(reading.written, line: version.line)
        label = joined
        inner.enclosing = joined
        inner.outerSections = []
      }
      let parts = read(version.parts, &inner, isLast: false)
      result.versions.append(Container.Version(line: version.line, label: label, parts: parts))
    }
    return result
  }

  /// Reads a run of lines as Markdown.
  private mutating func read(
    _ lines: ArraySlice<SourceLine>, _ around: inout Surroundings, mayLeaveFenceOpen: Bool
  ) -> [Block] {
    let excesses = Limits.excesses(in: Array(lines))
    guard excesses.isEmpty else {
      for excess in excesses {
        add("limit/\(excess.code)", .error, excess.line + 1, excess.message, "split it")
      }
      return []
    }
    let numbers = Array(lines)
    let renumbered = numbers.enumerated().map { SourceLine(number: $0, bytes: $1.bytes) }
    let blocks = SourceBlockReader.blocks(of: renumbered)
    let base = (numbers.first?.number ?? 0) + 1
    if let last = blocks.last, case .code(_, _, true, false) = last.kind, !mayLeaveFenceOpen {
      unclosedCode(base + last.line)
    }
    var reader = BlockReader(body: self, base: base)
    var result = reader.read(blocks, &around)
    if lines.last?.isBlank ?? false { reader.markBlank(&result) }
    self = reader.body
    return result
  }

  /// Adds a finding in this file.
  mutating func add(
    _ code: String, _ severity: Diagnostic.Severity, _ line: Int, _ message: String, _ help: String
  ) {
    findings.add(Diagnostic(code, severity, at: Place(path, line: line), message, help: help))
  }

  /// Code that goes on where marks are meant.
  mutating func unclosedCode(_ line: Int) {
    add(
      "content/unclosed-code", .error, line, "a code fence that is never closed",
      "end the code with a line of the same fence")
  }

  /// A portion's label without a mark of its own, and the rule that gives it.
  func defaultLabel(_ around: Surroundings) -> (Label, LabelOrigin) {
    let headings = around.outerSections + around.sections.compactMap(\.mark)
    if let enclosing = around.enclosing {
      guard around.enclosesByDefault, unmarked != nil else { return (enclosing, .enclosing) }
      let joined = headings.reduce(enclosing) { $0.joined(with: $1) }
      return (joined, joined == enclosing ? .enclosing : .unmarked)
    }
    guard let unmarked else { return (classification, .classification) }
    return (headings.reduce(unmarked) { $0.joined(with: $1) }, .unmarked)
  }

  /// A portion's label with a mark of its own.
  mutating func ownLabel(
    _ reading: LabelReader.Reading, _ around: Surroundings, line: Int
  ) -> (Label, LabelOrigin) {
    let joined = around.enclosing.map(reading.label.joined) ?? reading.label
    checkEffect(of: reading.label, joined, around, line: line)
    definitions.enter(reading.written, line: line)
    return (joined, .ownMark)
  }

  private mutating func checkEffect(
    of own: Label, _ joined: Label, _ around: Surroundings, line: Int
  ) {
    guard !around.isUnclosed, let enclosing = around.enclosing, joined == enclosing,
      own != enclosing
    else { return }
    warnOfNoEffect(of: own, inside: enclosing, line, "take it out of the container")
  }

  /// Says that a mark restricts nothing that is not restricted around it.
  mutating func warnOfNoEffect(
    of own: Label, inside enclosing: Label, _ line: Int, _ help: String
  ) {
    add(
      "marking/no-effect", .warning, line,
      "the mark \(labels.scheme.text(own)) has no effect inside \(labels.scheme.text(enclosing))",
      "\(help), or delete the mark")
  }
}
