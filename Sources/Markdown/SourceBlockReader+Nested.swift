extension SourceBlockReader {
  func list(
    ordered: Bool, _ items: [Node], _ lines: ArraySlice<SourceLine>
  ) -> SourceBlock.Kind {
    var result: [SourceItem] = []
    var marker: UInt8 = UInt8(ascii: "-")
    for node in items {
      let range = self.lines(of: node)
      var inner = lines.filter { range.contains($0.number) }
      guard !inner.isEmpty else { continue }
      let stripped = inner[inner.startIndex].stripListMarker()
      marker = stripped.marker
      for index in inner.indices.dropFirst() {
        if inner[index].indent >= stripped.offset || inner[index].isBlank {
          inner[index].strip(columns: stripped.offset)
        } else {
          inner[index].stripIndent()
        }
      }
      var task: Bool?
      if case .item(let state) = node.kind { task = state }
      let hasBlank = result.isEmpty ? false : isBlank(before: range.lowerBound, in: lines)
      if task != nil { stripBox(&inner) }
      result.append(
        SourceItem(
          line: range.lowerBound, task: task, followsBlank: hasBlank,
          blocks: blocks(node.children, in: Array(inner))))
    }
    return .list(ordered: ordered, marker: marker, items: result)
  }

  private func isBlank(before number: Int, in lines: ArraySlice<SourceLine>) -> Bool {
    lines.last { $0.number < number }?.isBlank ?? false
  }

  private func stripBox(_ lines: inout [SourceLine]) {
    guard let index = lines.indices.first(where: { !lines[$0].isBlank }) else { return }
    lines[index].stripIndent()
    lines[index].drop(3)
    lines[index].stripIndent()
  }

  func table(
    _ alignments: [Node.Alignment], _ rows: [Node], _ lines: ArraySlice<SourceLine>
  ) -> SourceBlock.Kind {
    let all = lines.filter { !$0.isBlank }.map {
      SourceRow(line: $0.number, cells: TableRow.cells(of: $0.bytes))
    }
    let header = all.first ?? SourceRow(line: 0, cells: [])
    let start = lines.first?.bytes.first { $0 != 0x20 && $0 != 0x09 }
    return .table(
      SourceTable(
        alignments: alignments, header: header, rows: Array(all.dropFirst(2)),
        opensWithBar: start == UInt8(ascii: "|")))
  }

  func footnote(_ nodes: [Node], _ lines: ArraySlice<SourceLine>) -> SourceBlock.Kind {
    var inner = Array(lines)
    inner[0].stripIndent()
    let indented = inner[0].column > 0
    let label = inner[0].bytes.dropFirst(2).prefix { $0 != UInt8(ascii: "]") }
    inner[0].drop(label.count + 4)
    inner[0].stripIndent()
    for index in inner.indices.dropFirst() {
      if inner[index].indent >= 4 {
        inner[index].strip(columns: 4)
      } else {
        inner[index].stripIndent()
      }
    }
    return .footnote(
      label: String(decoding: label, as: UTF8.self), indented: indented,
      blocks(nodes, in: inner))
  }
}
