/// Lines, paths and tags that were looked through, by their hashes, each with the readers for whom it is
/// clean.
///
/// Which are equal is told by `LineHash`.
struct Seen {
  /// The kind of a path among the lines.
  static let path = UInt8.max - 2

  var lines = KeyTable<Readers>()
  var tags = KeyTable<Readers>()
}

/// Tags that need not be looked at again for a reader.
struct SeenTags {
  let tags: KeyTable<Readers>
  let reader: Readers

  func has(_ hash: UInt64) -> Bool { tags.readers(of: hash).contains(reader) }
}

/// Places in a text, in their order, with what some readers may not have.
struct Stains {
  /// For whom all is clean but what is at the places.
  private let readers: Readers
  private let places: [(place: Int, readers: Readers)]

  /// - Parameter readers: for whom all is clean that is not stained.
  init(_ stains: [Watch.Stain], in readers: Readers) {
    self.readers = stains.reduce(readers) { $1.place == nil ? $0.subtracting($1.readers) : $0 }
    places = stains.compactMap { stain in stain.place.map { ($0, stain.readers) } }
      .sorted { $0.place < $1.place }
  }

  /// Goes through the text once.
  var sweep: Sweep { Sweep(readers: readers, places: places) }

  struct Sweep {
    fileprivate let readers: Readers
    fileprivate let places: [(place: Int, readers: Readers)]
    private var next = 0

    fileprivate init(readers: Readers, places: [(place: Int, readers: Readers)]) {
      self.readers = readers
      self.places = places
    }

    /// For whom a range is clean, which begins behind the one before.
    mutating func clean(_ range: Range<Int>) -> Readers {
      var clean = readers
      while next < places.count, places[next].place < range.upperBound {
        if places[next].place >= range.lowerBound { clean.subtract(places[next].readers) }
        next += 1
      }
      return clean
    }
  }
}
