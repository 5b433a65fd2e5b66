/// The lines of a file that stood in no file before it: most of a page stands in every other page
/// too, and in the pages of other editions, and says nothing new there.
///
/// Only lines that begin and end at the edge of a block are left out: no word and no run goes over
/// such an edge.
struct FreshLines {
  /// Shorter lines are not worth their hash.
  private static let least = 24

  /// The lines that are left, with a sign of the end of a block where others stood.
  private(set) var bytes: [UInt8] = []
  private let form: Readable.Form
  /// Where pieces of them begin, here and in the file.
  private var pieces: [(offset: Int, place: Int)] = []
  private var lines: [(range: Range<Int>, hash: UInt64)] = []

  /// Leaves out of a file what was seen and is clean for a reader.
  init(of file: [UInt8], _ form: Readable.Form, seen: KeyTable, by reader: Readers) {
    self.form = form
    bytes.reserveCapacity(file.count)
    file.withUnsafeBufferPointer { file in
      var start = 0
      var piece = 0
      while start < file.count {
        let end = form.endOfLine(file, start)
        if end - start >= Self.least {
          let line = UnsafeBufferPointer(rebasing: file[start..<end])
          let hash = LineHash.of(line, kind: form.rawValue)
          if seen.readers(of: hash).contains(reader) {
            take(file, piece..<start)
            if bytes.last != Letters.end { bytes.append(Letters.end) }
            piece = end
          } else {
            let offset = bytes.count + start - piece
            lines.append((offset..<offset + end - start, hash))
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
      for (range, hash) in lines {
        let clean = sweep.clean(range)
        if !clean.isEmpty, form.isAlone(UnsafeBufferPointer(rebasing: text[range])) {
          seen.insert(hash, clean)
        }
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
  /// blank one.
  fileprivate func endOfLine(_ file: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var index = start
    while let newline = ByteSearch.first(0x0A, in: file, from: index) {
      index = newline + 1
      guard self == .markdown else { return index }
      if index < file.count, file[index] == 0x0A { return index + 1 }
    }
    return file.count
  }

  /// Whether a line, without markup, begins and ends at the edge of a block wherever it stands.
  fileprivate func isAlone(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard line.last == 0x0A else { return false }
    switch self {
    case .markup:
      // The end of a line inside a tag is filled up.
      return line.first == Letters.end
        && line.last(where: { $0 != Letters.fill && $0 != 0x0A }) == Letters.end
    case .json:
      // Quotation marks are edges.
      return line.first(where: { $0 != 0x20 }) == Letters.end
        && line.dropLast().last(where: { $0 != 0x20 && $0 != UInt8(ascii: ",") }) == Letters.end
    case .markdown:
      // Blank lines are edges, and nothing but them ends such a line.
      return line.count > 1 && line[line.count - 2] == Letters.end
    case .table, .plain: return false
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
