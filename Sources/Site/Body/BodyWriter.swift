import Markdown

/// A body as HTML, with what the page around it needs to know.
struct Body {
  /// The HTML, without the section in `unknowns`.
  var html: [UInt8]
  /// The HTML of the section that says what is not known, which has a place of its own on the page.
  var unknowns: [UInt8] = []
  /// Its headings of the first two levels, for the contents, in the order of the page.
  var headings: [Heading]
  /// Grounds named by its tokens; nil for a token without one.
  var grounds: [String?]
  /// The anchors of all its headings.
  var anchors: Set<String>

  /// An entry of the contents.
  struct Heading {
    var anchor: String
    var html: [UInt8]
    /// Whether it stands under the heading before it.
    var isNested: Bool
  }
}

/// Writes a parsed body as HTML.
struct BodyWriter {
  let library: Library
  let words: Words
  let place: TextPlace
  var inline: InlineWriter
  /// How many tables there are so far.
  var tables = 0
  /// The heading last written, without marks; a table under it is named after it.
  var lastHeading = ""
  /// The anchors of the headings that are still to come.
  private var anchors: ArraySlice<String>
  private var headings: [Body.Heading] = []
  private let shift: Int

  /// The HTML of `document`, whose highest heading becomes one of the second level.
  static func body(
    _ document: Node, in library: Library, words: Words, place: TextPlace
  ) -> Body {
    var writer = BodyWriter(document, library, words, place)
    let (notes, blocks) = document.children.partitioned { $0.kind.isFootnote }
    let unknowns = writer.unknowns(among: blocks)
    writer.write(Array(blocks[..<unknowns.lowerBound]))
    let start = writer.mark
    writer.write(Array(blocks[unknowns]))
    let end = writer.mark
    writer.write(Array(blocks[unknowns.upperBound...]))
    writer.write(footnotes: notes)
    return writer.body(from: start, to: end)
  }

  /// The blocks of the section that says what is not known: a heading of the highest level with the
  /// theme's words for it, and what stands under it. Empty where there is none.
  ///
  /// Where the reader looks for it is the same on every page: behind the charts. Where the author
  /// wrote it is not.
  private func unknowns(among blocks: [Node]) -> Range<Int> {
    let wanted = words["unknowns"].lowercased()
    let tops = blocks.indices.filter { index in
      if case .heading(let level) = blocks[index].kind { level + shift == 2 } else { false }
    }
    guard
      let start = tops.first(where: {
        InlineText.plain(library.marks.unmarked(blocks[$0])).lowercased() == wanted
      })
    else { return blocks.endIndex..<blocks.endIndex }
    return start..<(tops.first { $0 > start } ?? blocks.endIndex)
  }

  /// How much is written so far: bytes and headings.
  private var mark: (bytes: Int, headings: Int) { (inline.markup.bytes.count, headings.count) }

  /// The body, with what was written between two marks in a place of its own.
  private func body(
    from start: (bytes: Int, headings: Int), to end: (bytes: Int, headings: Int)
  ) -> Body {
    let bytes = inline.markup.bytes
    let moved = start.headings..<end.headings
    return Body(
      html: Array(bytes[..<start.bytes]) + bytes[end.bytes...],
      unknowns: Array(bytes[start.bytes..<end.bytes]),
      headings: Array(headings[..<moved.lowerBound]) + headings[moved.upperBound...]
        + headings[moved],
      grounds: inline.grounds, anchors: inline.anchors)
  }

  private init(_ document: Node, _ library: Library, _ words: Words, _ place: TextPlace) {
    self.library = library
    self.words = words
    self.place = place
    inline = InlineWriter(library.links, place: place, words: words)
    let headings = document.headings
    shift = 2 - (headings.compactMap(\.headingLevel).min() ?? 2)
    let all = library.marks.anchors(of: headings)
    anchors = all[...]
    inline.anchors = Set(all)
  }

  /// Writes blocks one after the other.
  mutating func write(_ blocks: [Node], isTight: Bool = false) {
    for block in blocks { write(block, isTight: isTight) }
  }

  private mutating func write(_ block: Node, isTight: Bool) {
    switch block.kind {
    case .paragraph: writeParagraph(block, isTight: isTight)
    case .heading(let level): writeHeading(block, level: level)
    case .list(let style): writeList(block, style)
    case .quote:
      inline.markup.raw("<blockquote>\n")
      write(block.children)
      inline.markup.raw("</blockquote>\n")
    case .code(_, let text, _):
      inline.markup.raw("<pre><code>")
      inline.markup.text(text)
      inline.markup.raw("</code></pre>\n")
    case .thematicBreak: inline.markup.raw("<hr>\n")
    case .table(let alignments): writeTable(block, alignments)
    case .htmlBlock(let text):
      inline.markup.raw("<p>")
      inline.markup.text(text)
      inline.markup.raw("</p>\n")
    default: write(block.children)
    }
  }

  private mutating func writeParagraph(_ block: Node, isTight: Bool) {
    if let image = block.children.first, block.children.count == 1, case .image = image.kind {
      inline.markup.raw("<figure>")
      inline.write([image])
      inline.markup.raw("</figure>\n")
    } else if !isTight, let token = block.loneToken {
      writeWithheldBlock(ground: token.ground)
    } else {
      inline.markup.raw(isTight ? "" : "<p>")
      inline.writeBlock(block.children, library.marks)
      inline.markup.raw(isTight ? "\n" : "</p>\n")
    }
  }

  private mutating func writeHeading(_ block: Node, level: Int) {
    let text = library.marks.unmarked(block)
    lastHeading = WithheldToken.parts(of: InlineText.plain(text)).map { part in
      switch part {
      case .text(let text): String(text)
      case .token: words["withheldWord"]
      }
    }.joined()
    let anchor = anchors.popFirst() ?? ""
    let level = min(6, level + shift)
    if level <= 3 {
      var entry = InlineWriter(nil, place: nil, words: words)
      entry.write(text)
      headings.append(.init(anchor: anchor, html: entry.markup.bytes, isNested: level == 3))
    }
    inline.markup.raw("<h")
    inline.markup.number(level)
    inline.markup.attribute("id", anchor)
    inline.markup.raw(">")
    inline.writeBlock(block.children, library.marks)
    inline.markup.raw("</h")
    inline.markup.number(level)
    inline.markup.raw(">\n")
  }

  private mutating func writeList(_ block: Node, _ style: Node.ListStyle) {
    inline.markup.raw(style.ordered ? "<ol" : "<ul")
    if style.ordered, style.start != 1 {
      inline.markup.attribute("start", String(style.start))
    }
    inline.markup.raw(">\n")
    for item in block.children {
      inline.markup.raw("<li>")
      if case .item(let task?) = item.kind {
        inline.markup.raw(task ? "<span class=\"task done\">" : "<span class=\"task\">")
        inline.markup.text(words[task ? "taskDone" : "taskOpen"])
        inline.markup.raw("</span> ")
      }
      write(item.children, isTight: style.tight)
      inline.markup.raw("</li>\n")
    }
    inline.markup.raw(style.ordered ? "</ol>\n" : "</ul>\n")
  }

  /// The block that stands for a run of withheld ones: real text, always of one form.
  private mutating func writeWithheldBlock(ground: String?) {
    inline.noteToken(ground: ground)
    inline.markup.raw("<p class=\"withheld\">")
    inline.markup.text(words["withheldBlock"])
    if let name = library.groundName(ground, in: words.language) {
      inline.markup.raw(" ")
      inline.markup.text(words.fill("withheldGround", ["ground": name]))
    }
    inline.markup.raw(" <a")
    inline.markup.attribute("href", "\(place.up)withheld/")
    inline.markup.raw(">")
    inline.markup.text(words["withheldWhy"])
    inline.markup.raw("</a></p>\n")
  }
}

extension Node {
  /// The level of a heading.
  fileprivate var headingLevel: Int? {
    if case .heading(let level) = kind { level } else { nil }
  }

  /// The token that is all there is in a paragraph.
  fileprivate var loneToken: (ground: String?, Void)? {
    guard children.count == 1, case .text(let text) = children[0].kind else { return nil }
    return WithheldToken.alone(in: text)
  }
}

extension Node.Kind {
  fileprivate var isFootnote: Bool {
    if case .footnote = self { true } else { false }
  }
}

extension Array {
  /// The elements that `condition` holds for, and the others, each in their order.
  fileprivate func partitioned(by condition: (Element) -> Bool) -> ([Element], [Element]) {
    (filter(condition), filter { !condition($0) })
  }
}
