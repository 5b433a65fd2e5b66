internal import Diagnostics
internal import Markdown
internal import Yams

/// Reads the YAML of a policy or of front matter: a strict part of it, without anchors, aliases,
/// merge keys, tags and duplicate keys.
struct YAMLReader {
  let path: String
  /// `policy` or `front-matter`: the first part of the codes.
  let area: String
  /// Lines in the file before the first of the YAML.
  let offset: Int
  let lines: ArraySlice<SourceLine>
  /// Whether they are of a released publication, in which each text is on one line.
  let isReleased: Bool
  var findings = Findings()

  /// Bytes in a line. Every sign of a text may be written as two.
  private var mostOfLine: Int { isReleased ? 3 * Limits.run : Limits.line }

  /// A reader of these lines.
  init(path: String, area: String, lines: ArraySlice<SourceLine>, isReleased: Bool = false) {
    self.path = path
    self.area = area
    self.isReleased = isReleased
    offset = lines.first?.number ?? 0
    self.lines = lines
  }

  /// The tree, or nil, with a finding, where it cannot be read.
  mutating func read() -> YAMLNode? {
    guard isTame() else { return nil }
    var text: [UInt8] = []
    for line in lines {
      text += line.bytes
      text.append(0x0A)
    }
    do {
      let parser = try Yams.Parser(
        yaml: String(decoding: text, as: UTF8.self), resolver: .basic, encoding: .utf8)
      guard let root = try parser.singleRoot() else { return .mapping([], position(nil)) }
      return node(root, isInFlow: false)
    } catch let error as YamlError {
      report(error)
    } catch {
      add("syntax", position(nil), "YAML that cannot be read", nil)
    }
    return nil
  }

  /// Refuses what the library takes too long or too much of its stack for.
  private mutating func isTame() -> Bool {
    var limits = YAMLLimits()
    for (number, line) in lines.enumerated() {
      guard line.bytes.count <= mostOfLine else {
        findings.add(
          Diagnostic(
            "limit/line", at: Place(path, line: offset + number + 1),
            "line of \(line.bytes.count) bytes; at most \(mostOfLine) are read",
            help: "write it on several lines"))
        return false
      }
      guard let excess = limits.add(line.bytes) else { continue }
      findings.add(
        Diagnostic(
          "limit/nesting", at: Place(path, line: offset + number + 1), excess.message,
          help: excess.help))
      return false
    }
    return true
  }

  private func position(_ mark: Mark?) -> YAMLNode.Position {
    YAMLNode.Position(line: offset + (mark?.line ?? 1), column: mark?.column ?? 1)
  }

  /// The first byte of the character at which a node begins; columns count characters.
  private func start(_ mark: Mark?) -> UInt8? {
    guard let mark, mark.column > 0, lines.indices.contains(lines.startIndex + mark.line - 1) else {
      return nil
    }
    var column = 0
    for byte in lines[lines.startIndex + mark.line - 1].bytes where byte & 0xC0 != 0x80 {
      column += 1
      if column == mark.column { return byte }
    }
    return nil
  }

  private mutating func node(_ node: Yams.Node, isInFlow: Bool) -> YAMLNode {
    let position = position(node.mark)
    let start = start(node.mark)
    if node.anchor != nil || start == UInt8(ascii: "&") || start == UInt8(ascii: "*") {
      add("anchor", position, "an anchor or alias", "write the value out where it is wanted")
      // What it names is not followed: aliases of aliases would multiply without end.
      return .list([], position)
    }
    if start == UInt8(ascii: "!") {
      add("tag", position, "a tag", "delete it; values are read by their field")
    }
    switch node {
    case .scalar(let scalar):
      if CharacterCheck.isHiding(scalar.string) {
        findings.add(
          Diagnostic(
            "content/invisible-character", at: Place(path, line: position.line),
            "an escape for a character that nobody sees", help: "delete it"))
      }
      if let excess = Limits.excess(in: scalar.string, isReleased: isReleased) {
        findings.add(
          Diagnostic(
            "limit/\(excess.code)", at: Place(path, line: position.line),
            excess.message, help: "write less"))
        return .scalar(
          YAMLNode.Scalar(text: "", isPlain: false, isInFlow: isInFlow, position: position))
      }
      findCutMark(scalar, position)
      return .scalar(
        YAMLNode.Scalar(
          text: scalar.string, isPlain: scalar.style == .plain || scalar.style == .any,
          isInFlow: isInFlow, position: position))
    case .sequence(let sequence):
      let isFlow = isInFlow || start == UInt8(ascii: "[")
      return .list(sequence.map { self.node($0, isInFlow: isFlow) }, position)
    case .mapping(let mapping):
      let isFlow = isInFlow || start == UInt8(ascii: "{")
      return .mapping(mapping.map { entry($0, $1, isInFlow: isFlow) }, position)
    case .alias:
      add("anchor", position, "an alias", "write the value out where it is wanted")
      return .list([], position)
    }
  }

  private mutating func entry(
    _ key: Yams.Node, _ value: Yams.Node, isInFlow: Bool
  ) -> YAMLNode.Entry {
    let position = position(key.mark)
    if case .scalar(let scalar)? = node(key, isInFlow: false) as YAMLNode? {
      if scalar.text == "<<" {
        add("merge", position, "a merge key", "write the fields out where they are wanted")
      }
      return YAMLNode.Entry(
        key: scalar.text, position: position, value: node(value, isInFlow: isInFlow))
    }
    add("syntax", position, "a key that is not a word", "write 'key: value'")
    return YAMLNode.Entry(key: "", position: position, value: node(value, isInFlow: isInFlow))
  }

  /// The library's messages quote the source; only their places are used.
  private mutating func report(_ error: YamlError) {
    switch error {
    case .duplicatedKeysInMapping(_, let context):
      reportDuplicate(context.mark)
    case .scanner(let context, _, let mark, _), .parser(let context, _, let mark, _),
      .composer(let context, _, let mark, _):
      if let opening = opening(context, before: mark) {
        add(
          "syntax", position(opening), "a bracket or a quotation mark that is never closed",
          "close it before the end of the line")
      } else if let key = context.map(\.mark), key.line < mark.line,
        context?.text.contains("simple key") ?? false
      {
        add(
          "syntax", position(key), "a line without a colon and a space behind its key",
          "write 'key: value'")
      } else if let tab = tab(before: mark) {
        add(
          "syntax", tab, "a line that begins with a tab",
          "write spaces in its place: YAML indents with spaces alone")
      } else if start(mark) == UInt8(ascii: "*") {
        add("anchor", position(mark), "an alias", "write the value out where it is wanted")
      } else {
        add(
          "syntax", position(mark), "YAML that cannot be read",
          "look for a missing quote, colon or space here or just above; quote texts that hold ': '")
      }
    default: add("syntax", position(nil), "YAML that cannot be read", nil)
    }
  }

  /// Where the tab stands that a line begins with: that at which reading stopped, or the one above.
  private func tab(before mark: Mark) -> YAMLNode.Position? {
    for line in [mark.line, mark.line - 1] {
      let index = lines.startIndex + line - 1
      guard lines.indices.contains(index) else { continue }
      let spaces = lines[index].bytes.prefix { $0 == 0x20 }.count
      if lines[index].bytes.dropFirst(spaces).first == 0x09 {
        return YAMLNode.Position(line: offset + line, column: spaces + 1)
      }
    }
    return nil
  }

  /// Where the bracket or the quotation mark stands that was left open: where it opens on a line
  /// above the place at which reading stopped, and the line behind it begins a field of its own.
  private func opening(_ context: YamlError.Context?, before mark: Mark) -> Mark? {
    guard let context, context.mark.line < mark.line,
      ["quoted scalar", "flow sequence", "flow mapping"].contains(where: context.text.contains)
    else { return nil }
    let first = lines.startIndex + context.mark.line - 1
    guard lines.indices.contains(first), lines.indices.contains(first + 1) else { return nil }
    func indent(_ line: SourceLine) -> Int { line.bytes.prefix { $0 == 0x20 }.count }
    let next = lines[first + 1]
    return !next.isBlank && indent(next) <= indent(lines[first]) ? context.mark : nil
  }

  /// The second of two keys, with the first beside it; the library names the first alone.
  private mutating func reportDuplicate(_ mark: Mark) {
    let first = position(mark)
    let second = DuplicateKey(lines: Array(lines)).second(line: mark.line, column: mark.column)
    let place = second.map { Place(path, line: offset + $0.line, column: $0.column) }
    let start = Place(path, line: first.line, column: first.column)
    findings.add(
      Diagnostic(
        "\(area)/duplicate-key", at: place ?? start, "a key that stands twice", help: "keep one",
        related: place == nil ? [] : [start]))
  }

  private mutating func add(
    _ what: String, _ position: YAMLNode.Position, _ message: String, _ help: String?
  ) {
    findings.add(
      Diagnostic(
        "\(area)/\(what)", at: Place(path, line: position.line, column: position.column), message,
        help: help))
  }
}
