/// A template with its tags found and paired, before it is known what its partials are.
struct ParsedTemplate: Sendable {
  let name: String
  let source: SourceText
  let tags: [Tag]
  let nesting: Nesting
  /// The tags that include another template, by index.
  let inclusions: [Int]
  /// The names of the blocks that one who inherits from this template may give, in order.
  let blocks: [String]

  init(_ name: String, _ source: SourceText, complaints: inout Complaints) {
    self.name = name
    self.source = source
    tags = TagScanner.tags(of: source, complaints: &complaints)
    nesting = Nesting(tags, in: source, complaints: &complaints)
    let kinds = tags.map(\.kind)
    inclusions = kinds.indices.filter { kinds[$0] == .partial || kinds[$0] == .parent }
    blocks = tags.filter { $0.kind == .block }.map(\.name)
    warnOfIgnoredText(&complaints)
  }

  /// The blocks that the parent at `index` is given, by index.
  func arguments(of index: Int) -> [Int] {
    guard let close = nesting.partner[index] else { return [] }
    return (index..<close).filter { nesting.container[$0] == index && tags[$0].kind == .block }
  }

  /// Warns of text between the blocks of a parent: Mustache leaves it out, which is rarely meant.
  private func warnOfIgnoredText(_ complaints: inout Complaints) {
    for index in tags.indices.dropFirst() {
      let before = tags[index - 1]
      let isInside = before.kind == .parent || nesting.isDirectlyInParent(index - 1)
      let isBlockBody = before.kind == .block
      let between = before.range.upperBound..<tags[index].range.lowerBound
      guard isInside, !isBlockBody,
        let offset = between.first(where: { source.bytes[$0] > 0x20 })
      else { continue }
      complaints.add(
        "template/ignored-text", .warning, at: offset,
        "text between the blocks of a parent is left out",
        help: "put it inside a block, or remove it")
    }
  }
}
