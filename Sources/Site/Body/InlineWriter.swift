import Edition
import Markdown

/// Writes inline Markdown as HTML.
struct InlineWriter {
  private let links: LinkBook?
  /// Where the text stands; nil where it may hold no links, because it is in one.
  private let place: TextPlace?
  private let words: Words
  /// The anchors of the page, which links may lead to.
  var anchors: Set<String> = []
  var markup = Markup()
  /// How often each footnote has been referred to so far.
  private(set) var references: [Int: Int] = [:]
  /// Grounds named by the tokens written so far; nil for a token without one.
  private(set) var grounds: [String?] = []
  private var depth = (links: 0, cells: 0)
  /// References to footnotes in the link that is being written.
  private var heldReferences: [Int] = []

  /// A writer of texts that may refer to what is in `links`.
  init(_ links: LinkBook?, place: TextPlace?, words: Words) {
    self.links = links
    self.place = place
    self.words = words
  }

  /// A field's text as HTML without links, for places that are links themselves.
  static func unlinked(_ text: MarkedText, showsMarks: Bool) -> [UInt8] {
    var writer = InlineWriter(nil, place: nil, words: Words(language: "", texts: [:]))
    if showsMarks, let mark = text.mark { writer.writeMark(mark) }
    writer.write(InlineText.nodes(of: text.value))
    return writer.markup.bytes
  }

  /// Writes the text of a block, which may start with one of `marks`.
  mutating func writeBlock(_ nodes: [Node], _ marks: PortionMarks, inCell: Bool = false) {
    depth.cells = inCell ? 1 : 0
    defer { depth.cells = 0 }
    guard let (label, rest) = marks.leading(nodes) else { return write(nodes) }
    writeMark(label)
    write(rest)
  }

  /// Writes a portion mark and a space.
  mutating func writeMark(_ label: String) {
    markup.raw("<span class=\"mark\">(")
    markup.text(label)
    markup.raw(")</span> ")
  }

  /// Writes nodes one after the other.
  mutating func write(_ nodes: [Node]) {
    for node in nodes { write(node) }
  }

  private mutating func write(_ node: Node) {
    switch node.kind {
    case .text(let text): write(text: text)
    case .codeSpan(let text):
      markup.raw("<code>")
      markup.text(text)
      markup.raw("</code>")
    case .softBreak: markup.raw("\n")
    case .lineBreak: markup.raw("<br>\n")
    case .emphasis:
      markup.raw("<em>")
      write(node.children)
      markup.raw("</em>")
    case .strong:
      markup.raw("<strong>")
      write(node.children)
      markup.raw("</strong>")
    case .link(let url, let title): writeLink(node.children, url: url, title: title)
    case .image(let url, let title): writeImage(node, url: url, title: title)
    case .footnoteReference(let number): writeReference(number)
    case .inlineHTML("<br>") where depth.cells > 0: markup.raw("<br>")
    case .inlineHTML(let text): markup.text(text)
    default: write(node.children)
    }
  }
}

// MARK: - Text and tokens

extension InlineWriter {
  private mutating func write(text: String) {
    // Most texts hold neither a token nor an address.
    guard text.holds({ $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: ":") }) else {
      return markup.text(text)
    }
    for part in WithheldToken.parts(of: text) {
      switch part {
      case .text(let text): writeWithAddresses(text)
      case .token(let ground): writeToken(ground: ground)
      }
    }
  }

  private mutating func writeWithAddresses(_ text: Substring) {
    guard place != nil, depth.links == 0 else { return markup.text(text) }
    var rest = text
    while let range = BareAddress.first(in: rest) {
      markup.text(rest[..<range.lowerBound])
      markup.raw("<a class=\"bare\"")
      markup.attribute("href", Address.encoded(rest[range]))
      markup.raw(">")
      markup.text(rest[range])
      markup.raw("</a>")
      rest = rest[range.upperBound...]
    }
    markup.text(rest)
  }

  /// Takes note of a token that is written as a block.
  mutating func noteToken(ground: String?) { grounds.append(ground) }

  /// A token in running text: words, and the way to the page that explains them.
  private mutating func writeToken(ground: String?) {
    noteToken(ground: ground)
    if let place, depth.links == 0 {
      markup.raw("<a class=\"withheld-word\"")
      markup.attribute("href", "\(place.up)withheld/")
      markup.raw(">")
      markup.text(words["withheldWord"])
      markup.raw("</a>")
    } else {
      markup.raw("<span class=\"withheld-word\">")
      markup.text(words["withheldWord"])
      markup.raw("</span>")
    }
  }

  private mutating func writeReference(_ number: Int) {
    guard place != nil else { return }
    // No link stands in another: it comes behind that.
    guard depth.links == 0 else { return heldReferences.append(number) }
    let occurrence = references[number, default: 0] + 1
    references[number] = occurrence
    markup.raw("<sup class=\"note\"><a")
    markup.attribute("href", "#_note\(number)")
    markup.attribute("id", BodyWriter.referenceID(number, occurrence))
    markup.attribute("aria-label", words.fill("noteLabel", ["n": String(number)]))
    markup.raw(">")
    markup.number(number)
    markup.raw("</a></sup>")
  }
}

// MARK: - Links and images

extension InlineWriter {
  private mutating func writeLink(_ children: [Node], url: String, title: String) {
    guard let place, depth.links == 0,
      let target = links?.target(of: url, from: place, anchors: anchors)
    else { return write(children) }
    markup.raw("<a")
    markup.attribute("href", target.address)
    if let language = target.language { markup.attribute("hreflang", language) }
    if !title.isEmpty { markup.attribute("title", title) }
    // On paper an address is written out behind a link, unless the link is the address.
    let text = InlineText.plain(children)
    if text == url || "mailto:\(text)" == url { markup.raw(" class=\"bare\"") }
    markup.raw(">")
    depth.links += 1
    write(children)
    depth.links -= 1
    markup.raw("</a>")
    for number in heldReferences { writeReference(number) }
    heldReferences = []
  }

  private mutating func writeImage(_ node: Node, url: String, title: String) {
    let alternative = node.plainText
    guard let place, let asset = links?.asset(for: url) else { return markup.text(alternative) }
    markup.raw("<img")
    markup.attribute("src", "\(place.up)../assets/\(Address.pathPart(asset.name))")
    markup.attribute("alt", alternative)
    if let width = asset.width, let height = asset.height {
      markup.attribute("width", String(width))
      markup.attribute("height", String(height))
    }
    if !title.isEmpty { markup.attribute("title", title) }
    markup.raw(">")
  }
}
