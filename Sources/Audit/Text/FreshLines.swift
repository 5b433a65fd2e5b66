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
  private var lines: [Kept] = []
  /// The running text in some of the lines of markup.
  private var texts: [Kept] = []

  /// What is looked at, to be remembered: its place in the file, less what stands before it and is not
  /// looked at, and its hash.
  private struct Kept {
    var stretch: Stretch
    var offset: Int
    var hash: UInt64
  }

  /// Leaves out of a file what was seen and is clean for a reader.
  init(
    of file: [UInt8], _ form: Readable.Form, seen: KeyTable, by reader: Readers,
    _ levels: LevelMarks
  ) {
    self.form = form
    bytes.reserveCapacity(file.count)
    lines.reserveCapacity(file.count / 128)
    file.withUnsafeBufferPointer { file in
      var start = 0
      // Up to where the file was taken or left out.
      var piece = 0
      while start < file.count {
        let line = form.line(file, start)
        start = line.range.upperBound
        guard line.range.count >= Self.least, let stretch = Stretch(form, file, line, levels),
          stretch.range.count >= Self.least
        else { continue }
        let hash = Self.hash(file, stretch)
        if seen.readers(of: hash).contains(reader) {
          leaveOut(file, stretch.range, &piece)
          continue
        }
        if form == .markup, let text = Stretch(inside: line.range, of: file, levels) {
          let hash = Self.hash(file, text)
          if seen.readers(of: hash).contains(reader) {
            leaveOut(file, text.range, &piece)
            continue
          }
          texts.append(Kept(stretch: text, offset: bytes.count - piece, hash: hash))
        }
        lines.append(Kept(stretch: stretch, offset: bytes.count - piece, hash: hash))
      }
      take(file, piece..<file.count)
    }
  }

  private static func hash(_ file: UnsafeBufferPointer<UInt8>, _ stretch: Stretch) -> UInt64 {
    LineHash.of(UnsafeBufferPointer(rebasing: file[stretch.range]), kind: stretch.kind)
  }

  private mutating func leaveOut(
    _ file: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ piece: inout Int
  ) {
    take(file, piece..<range.lowerBound)
    if bytes.last != Letters.gone { bytes += [Letters.end, Letters.gone] }
    piece = range.upperBound
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
    text.withUnsafeBufferPointer { text in
      for kept in [lines, texts] {
        var sweep = stains.sweep
        for kept in kept {
          let stretch = kept.stretch.moved(by: kept.offset)
          let clean = sweep.clean(stretch.range)
          if !clean.isEmpty, stretch.isAlone(in: text, form) { seen.insert(kept.hash, clean) }
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
