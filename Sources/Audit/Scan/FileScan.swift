/// Looks through the files of one edition for what its reader may not have.
struct FileScan {
  /// The most hits of one file that are kept: one is enough to stop a build.
  private static let most = 40
  /// How often what is packed is unpacked again.
  private static let depth = 4
  /// The most bytes that are unpacked of one file.
  private static let packedBytes = 1 << 25

  let table: SuspectTable
  let filter: KeyFilter
  let reader: Readers
  /// Marks that this reader may not see, and whether each text is one.
  let marks: MarkSearch
  private(set) var hits: [Hit] = []
  private(set) var strays: [Stray] = []
  private var words = Words()
  private var seen: SeenLines = []
  private var path = ""
  /// The bytes that may still be unpacked of this file.
  private var budget = 0

  init(table: SuspectTable, filter: KeyFilter, reader: Readers, marks: MarkSearch) {
    self.table = table
    self.filter = filter
    self.reader = reader
    self.marks = marks
  }

  /// Looks through a file.
  mutating func scan(_ path: String, _ bytes: [UInt8]) {
    self.path = path
    hits = []
    strays = []
    budget = FileScan.packedBytes
    look(at: Array(path.utf8), places: { _ in 1 }, depth: FileScan.depth)
    if let kind = Picture.Kind(bytes) {
      picture(kind, bytes)
    } else {
      text(bytes, Readable.Form(path: path), depth: 0)
    }
  }

  /// Looks through what a reader of the text sees, and what stands in its tags.
  private mutating func text(_ bytes: [UInt8], _ form: Readable.Form, depth: Int) {
    // What was packed is looked at less deeply, and in the name of another file.
    let readable = depth == 0 ? Readable(bytes, form, seen: &seen) : Readable(bytes, form)
    for (kind, offset) in Constructs.found(in: bytes, form) {
      strays.append(Stray(kind: kind, path: path, line: FileScan.line(of: offset, in: bytes)))
    }
    look(
      at: readable.text, places: { FileScan.line(of: readable.place($0), in: bytes) },
      depth: depth)
    look(
      at: readable.asides,
      places: { FileScan.line(of: readable.place(ofAside: $0), in: bytes) }, depth: depth)
    for (mark, offset) in marks.found(in: readable.text) {
      addMark(mark, FileScan.line(of: readable.place(offset), in: bytes))
    }
    for (mark, offset) in marks.found(in: readable.asides) {
      addMark(mark, FileScan.line(of: readable.place(ofAside: offset), in: bytes))
    }
    guard depth < FileScan.depth else { return }
    for packed in Unpacking.archives(in: bytes) { unpacked(packed, depth) }
  }

  private mutating func unpacked(_ bytes: [UInt8], _ depth: Int) {
    guard bytes.count <= budget else { return }
    budget -= bytes.count
    let start = hits.count
    let (outerPath, outerStrays) = (path, strays)
    let parted = bytes.map { $0 == 0 ? 0x20 : $0 }
    text(parted, bytes.first == UInt8(ascii: "<") ? .markup : .plain, depth: depth + 1)
    // What is packed has no line of its own.
    for index in start..<hits.count { hits[index].line = 1 }
    path = outerPath
    strays = outerStrays
  }

  private mutating func picture(_ kind: Picture.Kind, _ bytes: [UInt8]) {
    let picture = Picture(kind, bytes)
    for _ in picture.metadata.prefix(1) {
      strays.append(Stray(kind: .metadata, path: path, line: 1))
    }
    for text in picture.texts { look(at: text, places: { _ in 1 }, depth: 1) }
  }

  // MARK: - Words

  private mutating func look(at text: [UInt8], places: (Int) -> Int, depth: Int) {
    var packed: [[UInt8]] = []
    text.withUnsafeBufferPointer { bytes in
      words.cut(bytes)
      for (index, run) in search() {
        let line = places(Int(words[index].start))
        add(run.map { runHit(index, $0, line, bytes) } ?? wordHit(index, line, bytes))
      }
      for part in words.parts
      where hits.count < FileScan.most
        && Sign.isRare(UInt32(part.length), part.make) && isSuspect(part.key)
      {
        let text = FileScan.text(bytes, part.start..<part.end)
        add(Hit(kind: .word, key: part.key, text: text, path: path, line: places(part.start)))
      }
      Sign.forEachDate(in: words, bytes) { addLong($0, $1, bytes, places) }
      Sign.forEachAddress(in: words, bytes) { addLong($0, $1, bytes, places) }
      let codes = Unpacking.codes(in: words, bytes)
      digests(codes, bytes, places)
      if depth < FileScan.depth { packed = codes.texts }
    }
    for packed in packed { unpacked(packed, depth) }
  }

  /// Finds rare words, beginnings of rare words in an index, and runs, with their keys.
  private func search() -> [(index: Int, run: UInt64?)] {
    let isIndex = path.contains("/search/") && path.hasSuffix(".json")
    // Sizes and weights are numbers of the edition's own making.
    let hasOwnNumbers = isIndex || path == "manifest.json"
    var found: [(index: Int, run: UInt64?)] = []
    for index in 0..<words.count where found.count < FileScan.most {
      let word = words[index]
      if isSuspect(word.key), !hasOwnNumbers || word.make.contains(.letters) {
        found.append((index, nil))
      }
      if let run = words.run(from: index), isSuspect(run) { found.append((index, run)) }
      if isIndex, isSuspect(Sign.stem(word.key)) { found.append((index, nil)) }
    }
    return found
  }

  @inline(__always)
  private func isSuspect(_ key: UInt64) -> Bool {
    filter.mayContain(key) && table.isSuspect(key, of: reader)
  }

  /// Hashes in hexadecimal digits, of 16 digits or more, and in base 64.
  private mutating func digests(
    _ codes: Unpacking.Codes, _ bytes: UnsafeBufferPointer<UInt8>, _ places: (Int) -> Int
  ) {
    var found = codes.digests
    for index in 0..<words.count where words[index].length >= 16 {
      let start = Int(words[index].start)
      if let value = Unpacking.hexadecimal(bytes, start) { found.append((value, start)) }
    }
    for (value, start) in found where isSuspect(Sign.digest(value)) {
      let text = FileScan.text(bytes, start..<min(start + 16, bytes.count))
      add(
        Hit(
          kind: .digest, key: Sign.digest(value), text: text, path: path, line: places(start)))
    }
  }

  private func wordHit(_ index: Int, _ line: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Hit {
    let key = words[index].key
    let text = FileScan.text(bytes, Int(words[index].start)..<Int(words[index].end))
    return Hit(
      kind: .word, key: isSuspect(key) ? key : Sign.stem(key), text: text, path: path, line: line)
  }

  private func runHit(
    _ index: Int, _ key: UInt64, _ line: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Hit {
    let run = words[index..<index + 4].map {
      (key: $0.key, isNumber: $0.make.isDisjoint(with: .letters))
    }
    let text = FileScan.text(bytes, Int(words[index].start)..<Int(words[index + 3].end))
    return Hit(
      kind: .run, key: key, run: run, text: text, path: path, line: line)
  }

  /// Adds a date or an address, if it is a suspect.
  private mutating func addLong(
    _ key: UInt64, _ index: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ places: (Int) -> Int
  ) {
    guard hits.count < FileScan.most, isSuspect(key) else { return }
    let start = Int(words[index].start)
    let end = Int(words[min(index + 2, words.count - 1)].end)
    let text = FileScan.text(bytes, start..<end)
    add(Hit(kind: .word, key: key, text: text, path: path, line: places(start)))
  }

  private static func text(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    String(decoding: bytes[range].filter { $0 >= 0x20 }, as: UTF8.self)
  }

  private mutating func addMark(_ mark: String, _ line: Int) {
    add(
      Hit(
        kind: .mark, key: Words.key(mark.utf8), mark: mark, text: mark, path: path, line: line))
  }

  private mutating func add(_ hit: Hit) {
    if hits.count < FileScan.most { hits.append(hit) }
  }

  /// The line of a place in a file, counted from 1.
  private static func line(of offset: Int, in bytes: [UInt8]) -> Int {
    bytes.prefix(offset).reduce(into: 1) { if $1 == 0x0A { $0 += 1 } }
  }
}
