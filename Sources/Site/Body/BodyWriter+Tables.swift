import Markdown

extension BodyWriter {
  /// Writes a table in a region that scrolls by itself where the page is narrow.
  mutating func writeTable(_ table: Node, _ alignments: [Node.Alignment]) {
    tables += 1
    inline.markup.raw("<div class=\"table\" role=\"region\" tabindex=\"0\"")
    inline.markup.attribute("aria-labelledby", "_table\(tables)")
    inline.markup.raw("><table>\n<caption")
    inline.markup.attribute("id", "_table\(tables)")
    inline.markup.raw(">")
    let number = String(tables)
    inline.markup.text(
      lastHeading.isEmpty
        ? words.fill("tableNumber", ["n": number])
        : words.fill("tableCaption", ["n": number, "heading": lastHeading]))
    inline.markup.raw("</caption>\n")
    let head = table.children.filter { $0.kind == .row(header: true) }
    let rows = table.children.filter { $0.kind == .row(header: false) }
    write(rows: head, in: "thead", alignments)
    write(rows: rows, in: "tbody", alignments)
    inline.markup.raw("</table></div>\n")
  }

  private mutating func write(
    rows: [Node], in group: StaticString, _ alignments: [Node.Alignment]
  ) {
    guard !rows.isEmpty else { return }
    inline.markup.raw("<")
    inline.markup.raw(group)
    inline.markup.raw(">\n")
    for row in rows {
      inline.markup.raw("<tr>")
      for (index, cell) in row.children.enumerated() {
        let alignment = index < alignments.count ? alignments[index] : .none
        write(cell: cell, isHeader: row.kind == .row(header: true), alignment)
      }
      inline.markup.raw("</tr>\n")
    }
    inline.markup.raw("</")
    inline.markup.raw(group)
    inline.markup.raw(">\n")
  }

  private mutating func write(cell: Node, isHeader: Bool, _ alignment: Node.Alignment) {
    // A header that says nothing is no header.
    let isHeader = isHeader && !cell.children.isEmpty
    inline.markup.raw(isHeader ? "<th scope=\"col\"" : "<td")
    switch alignment {
    case .center: inline.markup.raw(" class=\"centre\"")
    case .right: inline.markup.raw(" class=\"right\"")
    case .left, .none: break
    }
    inline.markup.raw(">")
    inline.writeBlock(cell.children, library.marks, inCell: true)
    inline.markup.raw(isHeader ? "</th>" : "</td>")
  }
}
