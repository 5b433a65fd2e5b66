/// Which tag closes which, and which tag each one stands in.
struct Nesting: Sendable {
  /// How deep sections, blocks and parents may stand in one another.
  static let limit = 100

  /// For a tag that opens, the index of the tag that closes it, and the other way round.
  private(set) var partner: [Int: Int] = [:]
  /// For each tag, the index of the innermost one that is open around it.
  private(set) var container: [Int?]

  private let tags: [Tag]
  private let source: SourceText
  private var open: [Int] = []

  /// Pairs the tags, and complains of those that have no partner.
  init(_ tags: [Tag], in source: SourceText, complaints: inout Complaints) {
    self.tags = tags
    self.source = source
    container = Array(repeating: nil, count: tags.count)
    for index in tags.indices where !complaints.isFull {
      if tags[index].kind == .close {
        close(index, &complaints)
        container[index] = open.last
      } else {
        container[index] = open.last
        if tags[index].opens { open(index, &complaints) }
      }
    }
    while let left = open.popLast() { neverClosed(left, &complaints) }
    for index in tags.indices { checkPlace(of: index, &complaints) }
  }

  /// Whether a tag is a block that a `{{<parent}}` is given, and not one that a template declares.
  func isArgument(_ index: Int) -> Bool {
    tags[index].kind == .block && isDirectlyInParent(index)
  }

  /// Whether a tag stands between the blocks that a `{{<parent}}` is given.
  func isDirectlyInParent(_ index: Int) -> Bool {
    container[index].map { tags[$0].kind == .parent } ?? false
  }

  private mutating func open(_ index: Int, _ complaints: inout Complaints) {
    open.append(index)
    guard open.count == Nesting.limit + 1 else { return }
    complaints.add(
      "template/limit", at: tags[index].range.lowerBound,
      "sections and blocks are nested more than \(Nesting.limit) deep here",
      help: "move some of them into a partial")
  }

  private mutating func close(_ index: Int, _ complaints: inout Complaints) {
    let tag = tags[index]
    guard let last = open.last else {
      complaints.add(
        "template/syntax", at: tag.range.lowerBound, "'\(tag.spelled)' closes nothing")
      return
    }
    if let match = open.lastIndex(where: { tags[$0].name == tag.name }) {
      while open.count > match + 1, let left = open.popLast() { neverClosed(left, &complaints) }
    } else {
      let line = source.place(at: tags[last].range.lowerBound).line ?? 0
      complaints.add(
        "template/syntax", at: tag.range.lowerBound,
        "'\(tag.spelled)' does not close '\(tags[last].spelled)' of line \(line)",
        help: "write '{{/\(tags[last].name)}}'")
    }
    guard let opener = open.popLast() else { return }
    partner[index] = opener
    partner[opener] = index
  }

  private func neverClosed(_ index: Int, _ complaints: inout Complaints) {
    complaints.add(
      "template/syntax", at: tags[index].range.lowerBound,
      "'\(tags[index].spelled)' is never closed", help: "write '{{/\(tags[index].name)}}'")
  }

  /// Only blocks, each once, and comments may stand directly in a parent.
  private func checkPlace(of index: Int, _ complaints: inout Complaints) {
    guard let parent = container[index], tags[parent].kind == .parent else { return }
    let tag = tags[index]
    switch tag.kind {
    case .comment, .close, .block: return
    case .variable, .raw, .section, .inverted, .partial, .parent:
      complaints.add(
        "template/syntax", at: tag.range.lowerBound,
        "'\(tag.spelled)' stands outside the blocks of '\(tags[parent].spelled)'",
        help: "put it inside one of its '{{$name}}' blocks")
    }
  }
}
