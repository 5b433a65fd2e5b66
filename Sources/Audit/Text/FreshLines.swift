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
    of file: [UInt8], _ form: Readable.Form, seen: KeyTable<Readers>, by reader: Readers,
    _ levels: LevelMarks
  ) {
    self.form = form
    bytes.reserveCapacity(file.count)
    lines.reserveCapacity(file.count / 128)
    file.withUnsafeBufferPointer { file in
      var start = 0
      // Up to where the file was taken or left out.
      var piece = 0
      // Whether a line was seen is asked for with the next, while this answer is waited for.
      var asked: Asked?
      while start < file.count {
        let line = form.line(file, start)
        start = line.range.upperBound
        guard line.range.count >= Self.least, let stretch = Stretch(form, file, line, levels),
          stretch.range.count >= Self.least
        else { continue }
        let next = Asked(line.range, stretch, Self.hash(file, stretch), of: seen)
        if let asked { take(asked, seen, reader, file, levels, &piece) }
        asked = next
      }
      if let asked { take(asked, seen, reader, file, levels, &piece) }
      take(file, piece..<file.count)
    }
  }

  /// A line, and what stands in the table where it would be first.
  private struct Asked {
    let line: Range<Int>
    let stretch: Stretch
    let hash: UInt64
    let first: KeyTable<Readers>.First

    @inline(__always)
    init(_ line: Range<Int>, _ stretch: Stretch, _ hash: UInt64, of seen: KeyTable<Readers>) {
      (self.line, self.stretch, self.hash) = (line, stretch, hash)
      first = seen.first(of: hash)
    }
  }

  /// Leaves out a line, or the running text in it, if it was seen.
  @inline(__always)
  private mutating func take(
    _ asked: Asked, _ seen: KeyTable<Readers>, _ reader: Readers,
    _ file: UnsafeBufferPointer<UInt8>, _ levels: LevelMarks, _ piece: inout Int
  ) {
    if seen.readers(of: asked.hash, asked.first).contains(reader) {
      return leaveOut(file, asked.stretch.range, &piece)
    }
    if form.isMarkup, let text = Stretch(form, inside: asked.line, of: file, levels) {
      let hash = Self.hash(file, text)
      if seen.readers(of: hash).contains(reader) { return leaveOut(file, text.range, &piece) }
      texts.append(Kept(stretch: text, offset: bytes.count - piece, hash: hash))
    }
    lines.append(Kept(stretch: asked.stretch, offset: bytes.count - piece, hash: asked.hash))
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
  func remember(_ text: [UInt8], in seen: inout KeyTable<Readers>, but stains: Stains) {
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
