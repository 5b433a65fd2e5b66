/// Lines of markup that were looked through, by their hashes.
///
/// Which lines are equal is told by a hash whose key differs from run to run (SipHash), so that nobody
/// can write one that is taken for another.
typealias SeenLines = Set<Int>

/// The lines of a file that stood in no file before it: most of a page stands in every other page
/// too, and says nothing new there.
///
/// Only lines that begin and end at the edge of a block are left out: no word and no run goes over
/// such an edge.
struct FreshLines {
  /// Shorter lines are not worth their hash.
  private static let least = 24

  /// The lines that are left, with a sign of the end of a block where others stood.
  private(set) var bytes: [UInt8] = []
  /// Where pieces of them begin, here and in the file.
  private var pieces: [(offset: Int, place: Int)] = []
  private var lines: [(range: Range<Int>, hash: Int)] = []

  /// Leaves out of a file what was seen.
  init(of file: [UInt8], seen: SeenLines) {
    bytes.reserveCapacity(file.count)
    file.withUnsafeBufferPointer { file in
      var start = 0
      var piece = 0
      while start < file.count {
        let end = ByteSearch.first(0x0A, in: file, from: start).map { $0 + 1 } ?? file.count
        if end - start >= Self.least {
          let hash = Self.hash(UnsafeBufferPointer(rebasing: file[start..<end]))
          if seen.contains(hash) {
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
  func remember(_ text: [UInt8], in seen: inout SeenLines) {
    for (range, hash) in lines {
      // The end of a line inside a tag is filled up.
      guard text[range.lowerBound] == Letters.end, text[range.upperBound - 1] == 0x0A,
        text[range].last(where: { $0 != Letters.fill && $0 != 0x0A }) == Letters.end
      else { continue }
      seen.insert(hash)
    }
  }

  private mutating func take(_ file: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    pieces.append((bytes.count, range.lowerBound))
    bytes.append(contentsOf: file[range])
  }

  private static func hash(_ line: UnsafeBufferPointer<UInt8>) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(line))
    return hasher.finalize()
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
