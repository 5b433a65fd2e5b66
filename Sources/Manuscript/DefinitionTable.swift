internal import Diagnostics
internal import Markdown
internal import Marking

/// The definitions of a document, where each may be used, and who uses what.
struct DefinitionTable {
  /// The two kinds of definition.
  enum Kind: Hashable { case link, footnote }

  private struct Key: Hashable {
    var kind: Kind
    var label: String
  }

  private struct Use {
    var text: InlineText
    var scope: [Int]
    var line: Int
  }

  /// The banner as written.
  let banner: Label
  /// Every label written in the briefing.
  private(set) var written: [Label] = []
  /// Marks that the banner does not cover, and their lines.
  private(set) var uncovered: [(mark: Label, line: Int)] = []
  private var scopes: [Key: [Int]] = [:]
  /// The labels of definitions that name an image.
  private var pictures: Set<String> = []
  private var uses: [Use] = []

  init(banner: Label) { self.banner = banner }

  /// Enters a mark. The banner's level and compartments have to cover those of every portion, as
  /// written.
  mutating func enter(_ mark: Label, line: Int) {
    written.append(mark)
    if !banner.covers(mark) { uncovered.append((mark, line)) }
  }

  /// Enters a definition that stands in `scope`, the path of containers and versions around it.
  mutating func define(
    _ kind: Kind, _ label: String, scope: [Int], line: Int, path: String, findings: inout Findings
  ) {
    if scopes.updateValue(scope, forKey: Key(kind: kind, label: label)) != nil {
      findings.add(
        Diagnostic(
          "marking/duplicate-definition", at: Place(path, line: line),
          "a label that is defined twice in the document", help: "give each its own label"))
    }
  }

  /// Says that the definition of a label names an image, and so is for images alone.
  mutating func namesImage(_ label: String) { pictures.insert(label) }

  /// Whether a label is defined already.
  func isDefined(_ kind: Kind, _ label: String) -> Bool {
    scopes[Key(kind: kind, label: label)] != nil
  }

  /// Enters a text that may refer to definitions.
  mutating func use(_ text: InlineText, scope: [Int], line: Int) {
    uses.append(Use(text: text, scope: scope, line: line))
  }

  /// What stands in a container may be used in that container alone.
  func check(path: String, findings: inout Findings) {
    guard !scopes.isEmpty else { return }
    let links = Set(scopes.keys.filter { $0.kind == .link }.map(\.label))
    let footnotes = Set(scopes.keys.filter { $0.kind == .footnote }.map(\.label))
    for use in uses {
      for variant in use.text.readings ?? [] {
        guard variant.contains(UInt8(ascii: "[")) else { continue }
        let scan = InlineScan(variant, definitions: links, footnotes: footnotes)
        if let fault = misuse(scan, path, use.line) { findings.add(fault) }
        let keys =
          scan.links.compactMap(\.reference).map { Key(kind: .link, label: $0) }
          + scan.footnotes.map { Key(kind: .footnote, label: $0.label) }
        let isReached = keys.allSatisfy { use.scope.starts(with: scopes[$0] ?? []) }
        if !isReached {
          findings.add(
            Diagnostic(
              "marking/definition-out-of-reach", at: Place(path, line: use.line),
              "a reference to a definition that stands in a container around other text",
              help: "move the definition out of the container, or the reference into it"))
        }
      }
    }
  }

  /// A link to an image's definition, or an image whose definition names something else.
  private func misuse(_ scan: InlineScan, _ path: String, _ line: Int) -> Diagnostic? {
    for link in scan.links {
      guard let label = link.reference, pictures.contains(label) != link.isImage else { continue }
      let place = Place(path, line: line)
      let fault = LinkScheme.fault
      return link.isImage
        ? ImageReference.outside(place)
        : Diagnostic(fault.code, at: place, fault.message, help: fault.help)
    }
    return nil
  }
}
