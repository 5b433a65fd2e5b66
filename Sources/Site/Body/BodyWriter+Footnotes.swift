import Markdown

extension BodyWriter {
  /// The id of the reference to footnote `number` that is the `occurrence`th.
  static func referenceID(_ number: Int, _ occurrence: Int) -> String {
    occurrence == 1 ? "_ref\(number)" : "_ref\(number)-\(occurrence)"
  }

  /// Writes the footnotes, each with links back to where it is referred to.
  mutating func write(footnotes: [Node]) {
    guard !footnotes.isEmpty else { return }
    // References inside footnotes count too, so all are counted before links back are written.
    var written: [(number: Int, html: Markup)] = []
    for note in footnotes {
      guard case .footnote(let number) = note.kind else { continue }
      let page = inline.markup
      inline.markup = Markup()
      write(note.children)
      written.append((number, inline.markup))
      inline.markup = page
    }
    inline.markup.raw("<section class=\"notes\" aria-labelledby=\"_notes\">\n<h2 id=\"_notes\">")
    inline.markup.text(words["notes"])
    inline.markup.raw("</h2>\n<ol>\n")
    for (number, html) in written {
      inline.markup.raw("<li")
      inline.markup.attribute("id", "_note\(number)")
      inline.markup.raw(">")
      inline.markup.append(html)
      writeLinksBack(from: number)
      inline.markup.raw("</li>\n")
    }
    inline.markup.raw("</ol>\n</section>\n")
  }

  private mutating func writeLinksBack(from number: Int) {
    let count = inline.references[number, default: 0]
    guard count > 0 else { return }
    inline.markup.raw("<p class=\"back\">")
    for occurrence in 1...count {
      if occurrence > 1 { inline.markup.raw(" ") }
      inline.markup.raw("<a")
      inline.markup.attribute("href", "#" + BodyWriter.referenceID(number, occurrence))
      inline.markup.raw(">")
      let key = count == 1 ? "noteBack" : "noteBackTo"
      inline.markup.text(
        words.fill(key, ["n": String(number), "occurrence": String(occurrence)]))
      inline.markup.raw("</a>")
    }
    inline.markup.raw("</p>\n")
  }
}
