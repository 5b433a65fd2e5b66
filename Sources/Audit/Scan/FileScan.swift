/// Looks through the files of editions for what their readers may not have.
struct FileScan {
  /// The most different hits of one file that are kept. Behind them the file is not looked at any more,
  /// which is a finding of its own: all of them could be excepted.
  private static let most = 40
  /// How often what is packed is unpacked again.
  static let depth = 4
  /// The most bytes that are unpacked of one file.
  private static let packedBytes = 1 << 25

  let watch: Watch
  var hits: [Hit] = []
  var strays: [Stray] = []
  /// The keys of the hits.
  private var told: Set<UInt64> = []
  private var words = Words()
  private var seen = Seen()
  var path = ""
  var keys: Watch.Keys
  /// Whether the file belongs to a search index, and whether it has numbers of its own making, such
  /// as sizes and weights.
  private var isIndex = false
  private var hasOwnNumbers = false
  /// The bytes that may still be unpacked of this file.
  var budget = 0

  init(_ watch: Watch) {
    self.watch = watch
    keys = watch.keys(for: [], before: [])
  }

  /// Looks through a file of the edition of a reader, before those of `after` at the same path.
  mutating func scan(
    _ path: String, _ bytes: [UInt8], for reader: Readers, before after: Readers
  ) {
    self.path = path
    isIndex = path.hasSuffix(".json") && path.contains("/search/")
    hasOwnNumbers = isIndex || path == Manifest.path
    hits = []
    told = []
    strays = []
    keys = watch.keys(for: reader, before: after)
    budget = FileScan.packedBytes
    // First, because what is found in the path must not be told as found in what stands there.
    name(Array(path.utf8), for: reader, before: after)
    if let kind = Picture.Kind(bytes), kind.isName(path) {
      picture(kind, bytes)
    } else {
      if path.hasSuffix(".map") { strays.append(Stray(kind: .sourceMap, path: path, line: 1)) }
      let form = Readable.Form(path: path)
      // What is looked at in another way than elsewhere is looked at whole, and teaches nothing.
      let isApart = isIndex || hasOwnNumbers
      let readable =
        isApart
        ? Readable(bytes, form)
        : Readable(bytes, form, seen: seen, by: reader, watch.marks.levels)
      text(bytes, form, readable, depth: 0)
      if ByteSearch.contains(0, in: bytes) { parted(bytes) }
      archives(in: bytes, 0)
      // Where something was found, not everything need have been looked at.
      let isClean = hits.isEmpty && strays.isEmpty
      let readers = isClean ? after.union(reader) : reader
      if !isApart, !isFull { readable.remember(in: &seen, for: readers, but: keys.stains) }
    }
    if isFull { strays.append(Stray(kind: .more, path: path, line: 1)) }
  }

  /// Looks through the path of a file, which most editions have at the same place.
  private mutating func name(_ path: [UInt8], for reader: Readers, before after: Readers) {
    let hash = path.withUnsafeBufferPointer { LineHash.of($0, kind: Seen.path) }
    guard !seen.lines.readers(of: hash).contains(reader) else { return }
    let (hitCount, stainCount) = (hits.count, keys.stains.count)
    look(at: path, places: { _ in 1 }, depth: FileScan.depth - 1)
    for index in hits.indices.dropFirst(hitCount) { hits[index].isInPath = true }
    let clean = keys.stains[stainCount...].reduce(after.union(reader)) {
      $0.subtracting($1.readers)
    }
    if hits.count == hitCount, !isFull, !clean.isEmpty { seen.lines.insert(hash, clean) }
  }

  /// Looks through what a reader of the text sees, and what stands in its tags.
  mutating func text(
    _ bytes: [UInt8], _ form: Readable.Form, _ readable: Readable, depth: Int, hasMarks: Bool = true
  ) {
    for (kind, offset) in Constructs.found(
      in: readable.fresh(of: bytes), form, path: path)
    {
      strays.append(Stray(kind: kind, path: path, line: readable.line(offset, in: bytes)))
    }
    look(at: readable.text, places: { readable.line($0, in: bytes) }, depth: depth)
    if let unescaped = readable.unescaped {
      look(at: unescaped, places: { readable.line($0, in: bytes) }, depth: depth)
    }
    for mark in hasMarks ? watch.marks.found(in: readable.text, &keys) : [] {
      add(Hit(mark, path, readable.line(mark.offset, in: bytes)))
    }
    let count = keys.stains.count
    look(at: readable.asides, places: { readable.line(ofAside: $0, in: bytes) }, depth: depth)
    if let unescaped = readable.unescapedAsides {
      look(at: unescaped, places: { readable.line(ofAside: $0, in: bytes) }, depth: depth)
    }
    for mark in hasMarks ? watch.marks.found(in: readable.asides, &keys) : [] {
      add(Hit(mark, path, readable.line(ofAside: mark.offset, in: bytes)))
    }
    keys.moveStains(after: count) { readable.textPlace(ofAside: $0) }
  }

  // MARK: - Words

  mutating func look(at text: [UInt8], places: (Int) -> Int, depth: Int) {
    var packed: [(bytes: [UInt8], isWhole: Bool)] = []
    text.withUnsafeBufferPointer { bytes in
      words.cut(bytes)
      for (index, key, isRun) in search(bytes) {
        let (word, line) = (words[index], places(Int(words[index].start)))
        add(
          isRun
            ? Hit(key, of: words[index..<index + 4], in: bytes, path, line)
            : Hit(.word, key, Int(word.start)..<Int(word.end), in: bytes, path, line))
      }
      for part in words.parts
      where !isFull && Sign.isRare(UInt32(part.length), part.make)
        && isSuspect(part.key, at: part.start)
      {
        add(Hit(.word, part.key, part.start..<part.end, in: bytes, path, places(part.start)))
      }
      Sign.forEachDate(in: words, bytes) { addLong($0, $1, bytes, places) }
      Sign.forEachAddress(in: words) { key, first, _ in addLong(key, first, bytes, places) }
      Sign.forEachNumber(in: words, bytes) { addLong($0, $1, bytes, places) }
      let codes = Unpacking.codes(in: words, bytes)
      digests(codes, bytes, places)
      if depth < FileScan.depth { packed = codes.texts }
    }
    for packed in packed { unpacked(packed.bytes, depth, isWhole: packed.isWhole) }
  }

  /// Finds rare words, beginnings of rare words in an index, and runs, each key once.
  private mutating func search(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [(index: Int, key: UInt64, isRun: Bool)] {
    var found: [(index: Int, key: UInt64, isRun: Bool)] = []
    var told = told
    var runs: [(first: Int, key: UInt64)] = []
    words.forEachRun { first, run in
      if keys.maySuspect(run) { runs.append((first, run)) }
    }
    var next = 0
    words.forEach { index, word in
      let place = Int(word.start)
      let isOwnNumber =
        hasOwnNumbers && !word.make.contains(.letters) && word.isNumber(ofJSON: bytes)
      let isWord = !isOwnNumber && isSuspect(word.key, at: place)
      if isWord, told.insert(word.key).inserted { found.append((index, word.key, false)) }
      if next < runs.count, runs[next].first + 3 == index {
        let (first, run) = runs[next]
        next += 1
        if isSuspect(run, at: Int(words[first].start)), told.insert(run).inserted {
          found.append((first, run, true))
        }
      }
      if isIndex, !isOwnNumber, !isWord {
        let stem = Sign.stem(word.key)
        if isSuspect(stem, at: place), told.insert(stem).inserted {
          found.append((index, stem, false))
        }
      }
      return found.count < FileScan.most
    }
    return found
  }

  @inline(__always)
  mutating func isSuspect(_ key: UInt64, at place: Int) -> Bool {
    keys.isSuspect(key, watch.table, at: place)
  }

  /// Hashes in hexadecimal digits, of 16 digits or more, and in base 64.
  private mutating func digests(
    _ codes: Unpacking.Codes, _ bytes: UnsafeBufferPointer<UInt8>, _ places: (Int) -> Int
  ) {
    var found = codes.digests
    for index in words.odd where words[index].length >= 16 {
      let start = Int(words[index].start)
      if let value = Unpacking.hexadecimal(bytes, start) { found.append((value, start)) }
    }
    for (value, start) in found where isSuspect(Sign.digest(value), at: start) {
      let digits = start..<min(start + 16, bytes.count)
      add(Hit(.digest, Sign.digest(value), digits, in: bytes, path, places(start)))
    }
  }

  /// Adds a date, an address or a number in parts, if it is a suspect.
  private mutating func addLong(
    _ key: UInt64, _ index: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ places: (Int) -> Int
  ) {
    let start = Int(words[index].start)
    guard !isFull, isSuspect(key, at: start) else { return }
    let end = Int(words[min(index + 2, words.count - 1)].end)
    add(Hit(.word, key, start..<end, in: bytes, path, places(start)))
  }

  /// Whether so much was found that what is behind it was not looked at.
  private var isFull: Bool { hits.count >= FileScan.most }

  mutating func add(_ hit: Hit) {
    if !isFull, told.insert(hit.key).inserted { hits.append(hit) }
  }
}
