internal import Diagnostics
internal import Markdown
internal import Marking

/// Finds containers line by line, before any Markdown is read, so that nothing in the content can
/// open or close one.
struct ContainerReader {
  let path: String
  let labels: LabelReader
  let audiences: Set<String>
  let grounds: Set<String>

  /// A run of lines, or a container.
  indirect enum Part {
    case lines(ArraySlice<SourceLine>)
    case container(Raw)
  }

  /// A container as written.
  struct Raw {
    var line: Int
    var label: LabelReader.Reading?
    var audiences: [String]?
    var ground: String?
    var versions: [Version]
    /// Whether something stands where its label would, and is none.
    var hasUnknownLabel = false
    /// Whether it is never closed: where it was to end is not known.
    var isUnclosed = false
  }

  /// A version as written.
  struct Version {
    var line: Int
    var label: LabelReader.Reading?
    var parts: [Part]
    /// Whether the line that ends it opens a container; a code fence may not be open there.
  }

  /// The parts of a body.
  func read(_ lines: ArraySlice<SourceLine>, findings: inout Findings) -> [Part] {
    var stack: [Raw] = [
      Raw(line: 0, versions: [Version(line: 0, label: nil, parts: [])])
    ]
    var start = lines.startIndex
    func flush(to index: Int) {
      let run = lines[start..<index]
      let last = stack.count - 1
      let version = stack[last].versions.count - 1
      if run.contains(where: { !$0.isBlank }) {
        stack[last].versions[version].parts.append(.lines(run))
      }
    }
    func close() {
      let done = stack.removeLast()
      let last = stack.count - 1
      let version = stack[last].versions.count - 1
      stack[last].versions[version].parts.append(.container(done))
    }
    var strays = Strays()
    for (index, line) in zip(lines.indices, lines) {
      guard let fence = fence(line) else {
        look(at: line, &strays, &findings)
        continue
      }
      flush(to: index)
      start = index + 1
      if fence.isEmpty {
        if stack.count > 1 { close() } else { strayClose(line, &strays, &findings) }
      } else if fence[0] == "tear" {
        if stack.count == 1 { strays.tears = 1 }
        tear(fence, line, &stack, &findings)
      } else if stack.count > Limits.nesting {
        findings.add(
          Diagnostic(
            "limit/nesting", at: Place(path, line: line.number + 1),
            "more than \(Limits.nesting) containers open at once", help: "flatten them"))
        return []
      } else {
        if stack.count == 1 { strays.startContainer() }
        stack.append(open(fence, line, &findings))
      }
    }
    flush(to: lines.endIndex)
    while stack.count > 1 {
      reportUnclosed(stack[stack.count - 1], &strays, &findings)
      stack[stack.count - 1].isUnclosed = true
      close()
    }
    reportShort(strays, &findings)
    return stack[0].versions[0].parts
  }

  /// A line that opens and closes nothing, and may look as if it did.
  private func look(at line: SourceLine, _ strays: inout Strays, _ findings: inout Findings) {
    if isShortFence(line) { strays.short.append(line) }
    guard let hidden = HiddenFence(line), strays.isFirst(hidden) else { return }
    error(
      "marking/stray-fence", line, "a container line that is not at the first column",
      hidden.help, &findings)
  }

  /// A `:::` with no container open: it may end what a wrong line above it was to begin.
  private func strayClose(
    _ line: SourceLine, _ strays: inout Strays, _ findings: inout Findings
  ) {
    if let short = strays.short.popLast() {
      error(
        "marking/stray-fence", short, "a container line with too few colons",
        "write three: ':::'", &findings)
    } else if !strays.closesTear() {
      error(
        "marking/stray-fence", line, "a closing ':::' with no container open",
        "delete it, or open a container with '::: LABEL'", &findings)
    }
  }

  private func reportUnclosed(_ raw: Raw, _ strays: inout Strays, _ findings: inout Findings) {
    // '::: end' was to close what it stands in: its line says what is wrong.
    if raw.hasUnknownLabel { return strays.unknown() }
    guard !strays.wasToClose() else { return }
    findings.add(
      Diagnostic(
        "marking/unclosed-container", at: Place(path, line: raw.line),
        "a container that is never closed", help: "end it with a line ':::'"))
  }

  private func reportShort(_ strays: Strays, _ findings: inout Findings) {
    for line in strays.short {
      findings.add(
        Diagnostic(
          "marking/short-fence", .warning, at: Place(path, line: line.number + 1, column: 1),
          "a line of text that looks like a container line with too few colons",
          help: "write three: ':::'; what stands below it is text for all who read its label"))
    }
  }

  /// The words behind the colons of a container line; nil for any other line.
  private func fence(_ line: SourceLine) -> [String]? {
    let colons = line.bytes.prefix { $0 == UInt8(ascii: ":") }.count
    guard colons >= 3 else { return nil }
    let rest = line.bytes.dropFirst(colons)
    let text = String(decoding: rest, as: UTF8.self)
    let words = text.split { $0 == " " || $0 == "\t" }.map(String.init)
    // ":::S" is no container line to Markdown's readers, and must not pass as text.
    if let first = rest.first, first != 0x20, first != 0x09 { return [text] + [""] }
    return words
  }

  /// `:: S`: what it was to withhold would be text.
  private func isShortFence(_ line: SourceLine) -> Bool {
    let colons = line.bytes.prefix { $0 == UInt8(ascii: ":") }.count
    guard colons == 1 || colons == 2 else { return false }
    let words = String(decoding: line.bytes.dropFirst(colons), as: UTF8.self)
      .split { $0 == " " || $0 == "\t" }.map(String.init)
    let label = words.prefix { $0 != "for" && $0 != "because" }.drop { $0 == "tear" }
    if !label.isEmpty { return labels.read(label.joined(separator: " ").utf8) != nil }
    guard words.first == "for" else { return false }
    let names = words.dropFirst().joined().split(separator: ",").map(String.init)
    return !names.isEmpty && names.allSatisfy(audiences.contains)
  }

  private func open(_ words: [String], _ line: SourceLine, _ findings: inout Findings) -> Raw {
    let number = line.number + 1
    var raw = Raw(line: number, versions: [])
    var rest = words[...]
    // A label may hold spaces: "S//REL TO NLD, BEL".
    let label = rest.prefix { $0 != "for" && $0 != "because" }.joined(separator: " ")
    rest = rest.drop { $0 != "for" && $0 != "because" }
    if !label.isEmpty {
      raw.label = labels.read(label.utf8)
      raw.hasUnknownLabel = raw.label == nil
      if raw.hasUnknownLabel {
        // Words end in an empty one where no space stands behind the colons.
        error(
          "marking/unknown-label", line,
          label.last == " "
            ? "a container line without a space behind the colons"
            : "an unknown label '\(shown(label))' on a container line",
          labels.meant(label).map { "write '::: \($0)'" }
            ?? "write '::: LABEL', '::: tear LABEL', '::: for AUDIENCE' or a closing ':::'; "
            + labels.choice(insteadOf: label), &findings)
      }
    }
    if rest.first == "for" {
      let names = rest.dropFirst().prefix { $0 != "because" }.joined(separator: " ")
      rest = rest.drop { $0 != "because" }
      raw.audiences = audienceList(names, line, &findings)
    }
    if rest.first == "because" { raw.ground = ground(rest.dropFirst(), raw, line, &findings) }
    raw.versions = [Version(line: number, label: raw.label, parts: [])]
    return raw
  }

  private func audienceList(
    _ text: String, _ line: SourceLine, _ findings: inout Findings
  ) -> [String] {
    let names = text.split(separator: ",", omittingEmptySubsequences: false).map { name in
      String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    for name in names where !audiences.contains(name) {
      error(
        "marking/unknown-audience", line, "an unknown audience '\(shown(name))'",
        Suggestion.help(for: name, among: audiences)
          ?? "use the audiences of the policy: \(audiences.sorted().joined(separator: ", "))",
        &findings)
    }
    return names
  }

  private func ground(
    _ words: ArraySlice<String>, _ raw: Raw, _ line: SourceLine, _ findings: inout Findings
  ) -> String? {
    let name = words.joined(separator: " ")
    if !grounds.contains(name) {
      error(
        "marking/unknown-ground", line, "an unknown ground '\(shown(name))'",
        words.contains("for")
          ? "write 'for …' before 'because …'"
          : Suggestion.help(for: name, among: grounds)
            ?? "use a ground of the policy: \(grounds.sorted().joined(separator: ", "))", &findings)
    } else if raw.label == nil, !raw.hasUnknownLabel {
      error(
        "marking/unknown-ground", line, "a ground on a container without a label",
        "write '::: LABEL because GROUND'", &findings)
    }
    return name
  }

  private func tear(
    _ words: [String], _ line: SourceLine, _ stack: inout [Raw], _ findings: inout Findings
  ) {
    let last = stack.count - 1
    guard last > 0, stack[last].label != nil else {
      // The line above says what is wrong.
      if last > 0, stack[last].hasUnknownLabel { return }
      return error(
        "marking/stray-tear", line, "a tear line outside a labelled container",
        "open a container with '::: LABEL' before it", &findings)
    }
    let text = words.dropFirst().joined(separator: " ")
    let label = labels.read(text.utf8)
    if label == nil {
      error(
        "marking/unknown-label", line, "an unknown label '\(shown(text))' on a tear line",
        "write '::: tear \(labels.meant(text) ?? "LABEL")'", &findings)
    }
    stack[last].versions.append(Version(line: line.number + 1, label: label, parts: []))
  }

  private func shown(_ text: String) -> String { text.count <= 40 ? text : text.prefix(40) + "…" }

  private func error(
    _ code: String, _ line: SourceLine, _ message: String, _ help: String,
    _ findings: inout Findings
  ) {
    findings.add(
      Diagnostic(code, at: Place(path, line: line.number + 1, column: 1), message, help: help))
  }
}
