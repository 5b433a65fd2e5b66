/// The lines of a file that stood in no file before it: most of a page stands in every other page
/// too, and in the pages of other editions, and says nothing new there. So do paragraphs, whatever
/// mark they have, and values, in one form as in another.
///
/// Only what begins and ends at the edge of a block is left out: no word and no run goes over such an
/// edge.
struct FreshLines {
  /// Shorter lines are not worth their hash.
  private static let least = 8

  /// The lines that are left, with the signs of an end where others stood.
  private(set) var bytes: [UInt8] = []
  private let form: Readable.Form
  /// Where pieces of them begin, here and in the file.
  private var pieces: [(offset: Int, place: Int)] = []
  private var lines: [(stretch: Stretch, offset: Int, hash: UInt64)] = []

  /// Leaves out of a file what was seen and is clean for a reader.
  init(of file: [UInt8], _ form: Readable.Form, seen: KeyTable, by reader: Readers) {
    self.form = form
    bytes.reserveCapacity(file.count)
    file.withUnsafeBufferPointer { file in
      var start = 0
      var piece = 0
      while start < file.count {
        let end = form.endOfLine(file, start)
        if end - start >= Self.least, let stretch = Stretch(form, file, start..<end),
          stretch.range.count >= Self.least
        {
          let hash = LineHash.of(
            UnsafeBufferPointer(rebasing: file[stretch.range]), kind: stretch.kind)
          if seen.readers(of: hash).contains(reader) {
            take(file, piece..<stretch.range.lowerBound)
            if bytes.last != Letters.gone { bytes += [Letters.end, Letters.gone] }
            piece = stretch.range.upperBound
          } else {
            lines.append((stretch, bytes.count - piece, hash))
          }
        }
        start = end
      }
      take(file, piece..<file.count)
    }
  }

  /// The place in the file of a place in what is left of it.
  func place(_ offset: Int) -> Int {
    let next = pieces.partitioningIndex { $0.offset > offset }
    guard next > 0 else { return 0 }
    return pieces[next - 1].place + offset - pieces[next - 1].offset
  }

  /// Remembers the lines that are by themselves.
  ///
  /// - Parameter text: what `bytes` is without markup, place by place.
  func remember(_ text: [UInt8], in seen: inout KeyTable, but stains: Stains) {
    var sweep = stains.sweep
    text.withUnsafeBufferPointer { text in
      for (stretch, offset, hash) in lines {
        let stretch = stretch.moved(by: offset)
        let clean = sweep.clean(stretch.range)
        if !clean.isEmpty, stretch.isAlone(in: text, form) { seen.insert(hash, clean) }
      }
    }
  }

  private mutating func take(_ file: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    pieces.append((bytes.count, range.lowerBound))
    bytes.append(contentsOf: file[range])
  }
}

extension Readable.Form {
  /// Where the line that begins at `start` ends, its end included: in Markdown, the lines up to a
  /// blank one; in JSON, a paragraph of a text too.
  fileprivate func endOfLine(_ file: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    switch self {
    case .markdown: endOfParagraph(file, start)
    case .json: endOfMember(file, start)
    case .markup, .table, .plain:
      ByteSearch.first(0x0A, in: file, from: start).map { $0 + 1 } ?? file.count
    }
  }

  private func endOfParagraph(_ file: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var index = start
    while let newline = ByteSearch.first(0x0A, in: file, from: index) {
      index = newline + 1
      if index < file.count, file[index] == 0x0A { return index + 1 }
    }
    return file.count
  }

  private func endOfMember(_ file: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    let escape = UInt8(ascii: "\\")
    var index = start
    while true {
      index = ByteSearch.first(0x0A, or: escape, in: file, from: index, to: file.count)
      if index >= file.count { return file.count }
      if file[index] == 0x0A { return index + 1 }
      if index + 4 <= file.count, file[index + 1] == UInt8(ascii: "n"),
        file[index + 2] == escape, file[index + 3] == UInt8(ascii: "n")
      {
        return index + 4
      }
      index += 2
    }
  }
}

extension Array {
  /// The first index whose element is `isBehind`, in an array in which those come last.
  func partitioningIndex(_ isBehind: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
