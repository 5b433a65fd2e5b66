/// Parts that drawings have in common, each on a line of its own. Widths are shares of whatever room
/// there is, so that letters keep their size on a narrow screen.
extension Markup {
  /// Opens a drawing that screen readers take as one picture with a title and a description.
  mutating func openDrawing(
    _ name: StaticString, id: String, height: Int, title: String, description: String
  ) {
    raw("<svg class=\"")
    raw(name)
    raw("\" role=\"img\" width=\"100%\"")
    attribute("height", String(height))
    attribute("aria-labelledby", "_\(id)-t _\(id)-d")
    raw(">\n")
    describe(id: id, title: title, description: description)
  }

  /// The title and the description of the drawing called `id`.
  mutating func describe(id: String, title: String, description: String) {
    raw("<title")
    attribute("id", "_\(id)-t")
    raw(">")
    text(title)
    raw("</title>\n<desc")
    attribute("id", "_\(id)-d")
    raw(">")
    text(description)
    raw("</desc>\n")
  }

  /// A line; horizontal places in hundredths of a percent, vertical ones in pixels.
  mutating func line(_ name: StaticString, from: (x: Int, y: Int), to: (x: Int, y: Int)) {
    raw("<line class=\"")
    raw(name)
    raw("\" x1=\"")
    percent(from.x)
    raw("\" x2=\"")
    percent(to.x)
    raw("\"")
    attribute("y1", String(from.y))
    attribute("y2", String(to.y))
    raw("/>\n")
  }

  /// A rectangle; its horizontal place and width in hundredths of a percent.
  mutating func bar(_ name: StaticString, x: Int, y: Int, width: Int, height: Int) {
    raw("<rect class=\"")
    raw(name)
    raw("\" x=\"")
    percent(x)
    raw("\" width=\"")
    percent(width)
    raw("\"")
    attribute("y", String(y))
    attribute("height", String(height))
    raw("/>\n")
  }

  /// A word; its horizontal place in hundredths of a percent.
  mutating func word(_ text: String, x: Int, y: Int, anchor: StaticString = "start") {
    raw("<text x=\"")
    percent(x)
    raw("\"")
    attribute("y", String(y))
    raw(" text-anchor=\"")
    raw(anchor)
    raw("\">")
    self.text(text)
    raw("</text>\n")
  }
}
