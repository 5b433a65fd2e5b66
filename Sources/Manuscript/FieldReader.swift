internal import Calendar
internal import Diagnostics
internal import Edition
internal import Markdown
internal import Marking

/// Reads fields of front matter with their marks and versions.
struct FieldReader {
  let path: String
  /// The lines of the front matter.
  let lines: ArraySlice<SourceLine>
  let policy: Policy
  let labels: LabelReader
  let classification: Label
  let unmarked: Label?
  /// The banner as written, and every label written.
  var definitions: DefinitionTable
  /// The day by which scales are chosen.
  var issued = Day(ordinal: 0)
  /// Links to other briefings.
  var links: [BriefingLink] = []
  var findings = Findings()

  /// A scalar taken apart.
  struct Reading {
    var mark: LabelReader.Reading?
    var text: InlineText
    var position: YAMLNode.Position

    /// The text, where no inline mark is in it.
    var plain: String? { text.hasMarks ? nil : String(decoding: text.full, as: UTF8.self) }
  }

  /// How a scalar becomes a value; nil, with a finding, where it is none.
  typealias Conversion<Value> = @Sendable (inout FieldReader, Reading) -> Value?

  /// Takes a scalar apart.
  mutating func read(_ scalar: YAMLNode.Scalar) -> Reading {
    let folded = FoldedText.bytes(of: scalar.text)
    if policy.released != nil { return released(folded, scalar.position) }
    var line = SourceLine(number: 0, bytes: folded[...])
    line.column = scalar.position.column - 1
    var reader = TextReader(labels: labels)
    let text = TextReader.Text(lines: [line], base: scalar.position.line)
    if scalar.isPlain, scalar.isInFlow, hasMark(line) {
      add(
        "marking/flow-scalar", scalar.position,
        "a marked text without quotes inside [ ] or { }",
        "quote it, or write one '- ' line for each")
    }
    let (mark, inline) = reader.read(text, as: .field)
    for fault in reader.faults {
      let column = fault.column.flatMap { column in
        scalar.shift(in: lines).map { column + $0 }
      }
      findings.add(
        Diagnostic(
          fault.code, at: Place(path, line: fault.line, column: column), fault.message,
          help: fault.help))
    }
    links += reader.links.map { BriefingLink(address: $0, line: scalar.position.line) }
    let marks = [mark?.written].compactMap(\.self) + inline.allMarks.map(\.written)
    for mark in marks { definitions.enter(mark, line: scalar.position.line) }
    return Reading(mark: mark, text: inline, position: scalar.position)
  }

  /// In a released publication a mark in front is for display, and everything else is text.
  private func released(_ bytes: [UInt8], _ position: YAMLNode.Position) -> Reading {
    let showsMarks = policy.audiences.first?.showsMarks ?? false
    if showsMarks,
      case .mark(let label, let end) = LeadingMark.read(
        bytes[...], scheme: labels.scheme, words: [], flattened: { "" })
    {
      return Reading(
        mark: labels.reading(label), text: InlineText(Array(bytes[end...])), position: position)
    }
    return Reading(mark: nil, text: InlineText(bytes), position: position)
  }

  private func hasMark(_ line: SourceLine) -> Bool {
    LeadingMark.read(
      line.bytes, scheme: labels.scheme, words: labels.words,
      flattened: { TextReader.flattened(line.bytes) }) != .none
  }

  /// The label of a portion within `enclosing`.
  mutating func label(
    _ mark: LabelReader.Reading?, _ enclosing: Label?, _ line: Int
  ) -> (Label, LabelOrigin) {
    guard let mark else {
      if let enclosing { return (enclosing, .enclosing) }
      return unmarked.map { ($0, .unmarked) } ?? (classification, .classification)
    }
    guard let enclosing else { return (mark.label, .ownMark) }
    let joined = mark.label.joined(with: enclosing)
    if joined == enclosing, mark.label != enclosing {
      findings.add(
        Diagnostic(
          "marking/no-effect", .warning, at: Place(path, line: line),
          "the mark \(labels.scheme.text(mark.label)) has no effect inside "
            + labels.scheme.text(enclosing),
          help: "delete the mark, or lower the 'marking' around it"))
    }
    return (joined, .ownMark)
  }

  /// A field with one value, or with versions.
  mutating func field<Value: Sendable>(
    _ map: MappingReader, _ key: String, _ enclosing: Label?, _ convert: Conversion<Value>
  ) -> Field<Value>? {
    guard let node = map[key] else { return nil }
    switch node {
    case .scalar(let scalar):
      return portion(scalar, enclosing, convert).map { Field(versions: [$0]) }
    case .list(let nodes, let position):
      let versions = nodes.compactMap { version($0, map, key, enclosing, convert) }
      if nodes.isEmpty {
        add(
          "front-matter/wrong-shape", position, "'\(key)' has no version", "write one, or delete it"
        )
      }
      return versions.isEmpty ? nil : Field(versions: versions)
    case .mapping(_, let position):
      add(
        "front-matter/wrong-shape", position, "'\(key)' is a mapping where a value is wanted",
        "write '\(key): value'")
      return nil
    }
  }

  private mutating func version<Value: Sendable>(
    _ node: YAMLNode, _ map: MappingReader, _ key: String, _ enclosing: Label?,
    _ convert: Conversion<Value>
  ) -> Portion<Value>? {
    guard case .scalar(let scalar) = node else {
      add(
        "front-matter/wrong-shape", node.position, "a version of '\(key)' is \(node.shape)",
        "write '- (LABEL) value'")
      return nil
    }
    let count = findings.count
    let result = portion(scalar, enclosing, convert)
    // A mark that is none has been spoken of.
    if let result, result.origin != .ownMark, findings.count == count {
      add(
        "front-matter/unmarked-version", node.position, "a version of '\(key)' without a mark",
        "write '- (LABEL) value'")
    }
    return result
  }

  /// A list in which each element is a portion.
  mutating func portions<Value: Sendable>(
    _ map: MappingReader, _ key: String, _ enclosing: Label?, _ convert: Conversion<Value>
  ) -> [Portion<Value>] {
    guard let node = map[key] else { return [] }
    if case .scalar(let scalar) = node {
      return [portion(scalar, enclosing, convert)].compactMap(\.self)
    }
    return map.list(key, findings: &findings).compactMap { element in
      guard case .scalar(let scalar) = element else {
        add(
          "front-matter/wrong-shape", element.position,
          "an element of '\(key)' is \(element.shape) where a value is wanted", "write '- value'")
        return nil
      }
      return portion(scalar, enclosing, convert)
    }
  }

  private mutating func portion<Value: Sendable>(
    _ scalar: YAMLNode.Scalar, _ enclosing: Label?, _ convert: Conversion<Value>
  ) -> Portion<Value>? {
    let reading = read(scalar)
    let (label, origin) = label(reading.mark, enclosing, scalar.position.line)
    return convert(&self, reading).map {
      Portion(
        value: $0, label: label, origin: origin, line: scalar.position.line,
        written: reading.mark?.written)
    }
  }

  /// The label that `marking:` gives to a mapping, joined with what is around it.
  mutating func marking(_ map: MappingReader, _ enclosing: Label?) -> Label? {
    guard let text = map.text("marking", findings: &findings) else { return enclosing }
    let position = map["marking"]?.position ?? map.position
    guard let reading = labels.read(text.utf8) else {
      add(
        "marking/unknown-label", position, "an unknown label '\(text.prefix(40))' in 'marking'",
        "write a label of the policy, without parentheses")
      return enclosing
    }
    definitions.enter(reading.written, line: position.line)
    return label(reading, enclosing, position.line).0
  }

  /// Adds a finding in this file.
  mutating func add(
    _ code: String, _ position: YAMLNode.Position, _ message: String, _ help: String
  ) {
    findings.add(
      Diagnostic(
        code, at: Place(path, line: position.line, column: position.column), message, help: help))
  }
}
