import Edition
import Markdown

extension Node {
  /// The headings in it, in the order in which they stand.
  var headings: [Node] {
    var found: [Node] = []
    addHeadings(to: &found)
    return found
  }

  private func addHeadings(to found: inout [Node]) {
    switch kind {
    case .heading: found.append(self)
    // These hold inlines or lines of text, and so do the kinds that only they hold.
    case .paragraph, .code, .htmlBlock, .table, .thematicBreak: break
    default: for child in children { child.addHeadings(to: &found) }
    }
  }
}

/// Recognises the portion marks that stand at the start of texts where an audience is shown marks.
struct PortionMarks: Sendable {
  private let levels: Set<String>
  private let compartments: Set<String>
  private let groups: Set<String>
  private let isShown: Bool

  /// The marks that `policy` knows; none at all where its audience is not shown marks.
  init(_ policy: EditionPolicy) {
    isShown = policy.audience.showsMarks
    levels = Set(policy.levels.map(\.mark))
    compartments = Set(policy.compartments.map(\.mark))
    groups = Set(policy.groups.map(\.mark))
  }

  /// The label that `text` starts with, in parentheses, and what follows it and a space.
  ///
  /// - Parameter isAlone: whether nothing but a line end follows the text, so that a mark without a
  ///   space behind it is one too.
  func leading(_ text: String, isAlone: Bool) -> (label: String, rest: String)? {
    guard isShown, text.utf8.first == UInt8(ascii: "("),
      let close = text.utf8.firstIndex(of: UInt8(ascii: ")"))
    else { return nil }
    let label = text[text.utf8.index(after: text.startIndex)..<close]
    let rest = text[text.utf8.index(after: close)...]
    guard isLabel(label), rest.isEmpty ? isAlone : rest.utf8.first == UInt8(ascii: " ") else {
      return nil
    }
    return (String(label), String(rest.drop { $0 == " " }))
  }

  /// The portion mark at the start of a block's text, and the text without it.
  func leading(_ nodes: [Node]) -> (label: String, rest: [Node])? {
    guard isShown, case .text(let text)? = nodes.first?.kind else { return nil }
    let isAlone = nodes.count == 1 || nodes[1].kind == .softBreak
    guard let (label, rest) = leading(text, isAlone: isAlone) else { return nil }
    var nodes = nodes
    if rest.isEmpty {
      nodes.removeFirst()
      if nodes.first?.kind == .softBreak { nodes.removeFirst() }
    } else {
      nodes[0].kind = .text(rest)
    }
    return (label, nodes)
  }

  /// The text of a block without the portion mark that it may start with.
  func unmarked(_ block: Node) -> [Node] { leading(block.children)?.rest ?? block.children }

  /// The anchors of a document's headings, in the order in which they stand, marks left out.
  func anchors(of document: Node) -> [String] {
    anchors(of: document.headings)
  }

  /// The anchors of headings that stand in this order.
  func anchors(of headings: [Node]) -> [String] {
    var names = AnchorNames(reserved: [String]())
    return headings.map { names.name(for: InlineText.plain(unmarked($0))) }
  }

  private func isLabel(_ text: Substring) -> Bool {
    var parts = PortionMarks.cut(text, at: "//")[...]
    guard let level = parts.popFirst(), levels.contains(String(level)) else { return false }
    if let last = parts.last, last.hasPrefix("REL TO ") {
      parts.removeLast()
      let names = PortionMarks.cut(last.dropFirst("REL TO ".count), at: ", ").filter { !$0.isEmpty }
      guard !names.isEmpty, names.allSatisfy({ groups.contains(String($0)) }) else { return false }
    }
    guard let names = parts.popFirst() else { return true }
    let isKnown = names.utf8.split(separator: UInt8(ascii: "/"))
      .allSatisfy { compartments.contains(String(Substring($0))) }
    return parts.isEmpty && isKnown
  }

  /// The pieces of a text between separators of two bytes, empty ones included.
  private static func cut(_ text: Substring, at separator: StaticString) -> [Substring] {
    let bytes = text.utf8
    var pieces: [Substring] = []
    var start = text.startIndex
    var index = start
    while index < text.endIndex {
      let next = bytes.index(after: index)
      if bytes[index] == separator.utf8Start[0], next < text.endIndex,
        bytes[next] == separator.utf8Start[1]
      {
        pieces.append(text[start..<index])
        start = bytes.index(after: next)
        index = start
      } else {
        index = next
      }
    }
    pieces.append(text[start...])
    return pieces
  }
}
