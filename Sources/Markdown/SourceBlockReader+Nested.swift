extension SourceBlockReader {
  func list(
    ordered: Bool, _ items: [Node], _ lines: ArraySlice<SourceLine>
  ) -> SourceBlock.Kind {
    var result: [SourceItem] = []
    var marker: UInt8 = UInt8(ascii: "-")
    for node in items {
      let range = self.lines(of: node)
      // Lines stand in their order, so that a long list is not gone through for each item.
      let start = lines.firstPlace { $0.number >= range.lowerBound }
      var inner = Array(lines[start..<lines.firstPlace { $0.number >= range.upperBound }])
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
      let hasBlank = !result.isEmpty && start > lines.startIndex && lines[start - 1].isBlank
      let isMisread = task != nil && !isTask(node, inner)
      if task != nil, !isMisread { stripBox(&inner) }
      result.append(
        SourceItem(
          line: range.lowerBound, task: task, followsBlank: hasBlank,
          blocks: isMisread
            ? [SourceBlock(.misreadTask, line: range.lowerBound)]
            : blocks(node.children, in: inner)))
    }
    return .list(ordered: ordered, marker: marker, items: result)
  }

  /// Whether an item begins with a box, and nothing else in it is read as one.
  ///
  /// The library looks for a box behind `[0-9]+.` with any sign for the stop, at the beginning of every
  /// block in an item: it takes `24h [x] done` for one, makes the item a task and cuts three bytes off.
  ///
  /// - Parameter lines: the item's, without its marker.
  private func isTask(_ node: Node, _ lines: [SourceLine]) -> Bool {
    guard let first = lines.first(where: { !$0.isBlank }), first.hasBox else { return false }
    let starts = node.children.compactMap { child -> Int? in
      if case .list = child.kind { nil } else { self.lines(of: child).lowerBound }
    }
    return !lines.contains {
      $0.number != first.number && starts.contains($0.number) && $0.hasBoxBehindNumber
    }
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

extension ArraySlice {
  /// The first place whose element is `isBehind`, where those come last.
  fileprivate func firstPlace(_ isBehind: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
