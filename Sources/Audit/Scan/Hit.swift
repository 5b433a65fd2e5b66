/// Something in an edition that should not be there, before it is known what it comes from.
struct Hit: Sendable {
  /// What it is.
  enum Kind: Sendable {
    /// Four words in a row.
    case run
    /// A word, number, date or address.
    case word
    /// A hash of a text.
    case digest
    /// A piece of a picture.
    case picture
    /// The mark of a level, compartment or group.
    case mark
  }

  var kind: Kind
  /// What was looked for; for a mark, its key as a word.
  var key: UInt64
  /// For a run, the keys of its four words and which of them are numbers.
  var run: [(key: UInt64, isNumber: Bool)] = []
  /// For a mark, as it is written.
  var mark = ""
  /// For a mark, whether a name such as `banner` stands before it, so that it is no word of a text.
  var isNamed = false
  /// What it is in the edition's own letters, for whoever looks at it on a terminal.
  var text: String
  /// The file, below the edition's folder.
  var path: String
  /// The line, counted from 1.
  var line: Int
  /// Whether it stands in the path itself.
  var isInPath = false
}

extension Hit {
  /// A key that stands in a range of a text.
  init(
    _ kind: Kind, _ key: UInt64, _ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>,
    _ path: String, _ line: Int
  ) {
    let text = String(decoding: bytes[range].filter { $0 >= 0x20 }, as: UTF8.self)
    self.init(kind: kind, key: key, text: text, path: path, line: line)
  }

  /// The run that four words of a text are.
  init(
    _ key: UInt64, of words: ArraySlice<Words.Word>, in bytes: UnsafeBufferPointer<UInt8>,
    _ path: String, _ line: Int
  ) {
    let (start, end) = (Int(words.first?.start ?? 0), Int(words.last?.end ?? 0))
    self.init(.run, key, start..<end, in: bytes, path, line)
    run = words.map { (key: $0.key, isNumber: $0.make.isDisjoint(with: .letters)) }
  }

  /// A mark.
  init(_ found: MarkSearch.Found, _ path: String, _ line: Int) {
    let mark = found.mark
    self.init(
      kind: .mark, key: found.isNamed ? Sign.whole(mark.utf8) : WordKey.of(mark.utf8), mark: mark,
      isNamed: found.isNamed, text: mark, path: path, line: line)
  }
}

/// Something that has no place in an edition whatever it says.
struct Stray: Hashable, Sendable {
  /// What it is; each is a code of its own.
  enum Kind: String, Sendable {
    case comment, script, style, metadata, unlisted, link, unreadable, sourceMap = "source-map"
    case noManifest = "no-manifest"
    case thirdParty = "third-party"
    /// So much was found that what is behind it was not looked at.
    case more
  }

  var kind: Kind
  var path: String
  var line: Int
}
