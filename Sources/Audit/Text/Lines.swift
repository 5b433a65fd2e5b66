extension Readable {
  /// A piece of a file whose ends are edges of blocks where the file is in order.
  struct Line {
    /// All of it, behind which the next begins.
    var range: Range<Int>
    /// Where it ends but for a line feed or two, however written, that only end it.
    var end: Int
  }
}

extension Readable.Form {
  /// The line that begins at `start`: in Markdown, those up to a blank one or to one that begins a
  /// block; in JSON, such a part of a text too; in markup, those that go on behind a space.
  func line(_ file: UnsafeBufferPointer<UInt8>, _ start: Int) -> Readable.Line {
    switch self {
    case .markdown: return block(file, start)
    case .json: return member(file, start)
    case .page, .markup: return markup(file, start)
    case .table, .plain:
      let end = ByteSearch.first(0x0A, in: file, from: start).map { $0 + 1 } ?? file.count
      return Readable.Line(range: start..<end, end: end)
    }
  }

  /// A line, with those behind it that begin with a space where it does not end with a block.
  private func markup(_ file: UnsafeBufferPointer<UInt8>, _ start: Int) -> Readable.Line {
    var end = start
    repeat {
      end = ByteSearch.first(0x0A, in: file, from: end).map { $0 + 1 } ?? file.count
    } while end < file.count && file[end] == 0x20
      && MarkupLine.closingTags(file, start..<end) == nil
    return Readable.Line(range: start..<end, end: end)
  }

  private func block(_ file: UnsafeBufferPointer<UInt8>, _ start: Int) -> Readable.Line {
    var index = start
    while let newline = ByteSearch.first(0x0A, in: file, from: index) {
      index = newline + 1
      if index < file.count, file[index] == 0x0A {
        return Readable.Line(range: start..<index + 1, end: newline)
      }
      if Readable.beginsBlock(file, index) {
        return Readable.Line(range: start..<index, end: newline)
      }
    }
    let end = file.count > start && file[file.count - 1] == 0x0A ? file.count - 1 : file.count
    return Readable.Line(range: start..<file.count, end: max(start, end))
  }

  private func member(_ file: UnsafeBufferPointer<UInt8>, _ start: Int) -> Readable.Line {
    let escape = UInt8(ascii: "\\")
    var index = start
    while true {
      index = ByteSearch.first(0x0A, or: escape, in: file, from: index, to: file.count)
      guard index < file.count else { return Readable.Line(range: start..<index, end: index) }
      if file[index] == 0x0A { return Readable.Line(range: start..<index + 1, end: index + 1) }
      let next = index + 2
      if next <= file.count, file[index + 1] == UInt8(ascii: "n") {
        if next + 2 <= file.count, file[next] == escape, file[next + 1] == UInt8(ascii: "n") {
          return Readable.Line(range: start..<next + 2, end: index)
        }
        if Readable.beginsBlock(file, next) {
          return Readable.Line(range: start..<next, end: index)
        }
      }
      index = min(next, file.count)
    }
  }
}
