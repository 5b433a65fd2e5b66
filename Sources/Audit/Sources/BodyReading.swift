/// Reads the body of a document: finds the container lines, and has read what is between them.
struct BodyReading {
  /// An open container, with what its innermost version stands at.
  private struct Frame {
    /// Around the whole container, tailoring included.
    var outer: Stand
    var hasLabel: Bool
    /// Labels of the versions so far.
    var versions: [[Int]]
    var stand: Stand
    var sections: [Defaults.Section]
  }

  private let audiences: [String: Int]
  private var blocks: BlockReading
  private var frames: [Frame] = []
  private var top: (stand: Stand, sections: [Defaults.Section]) = (Stand(), [])
  private var pending: [SourceLine] = []

  /// The passages of a body, and the labels they name.
  static func read(
    _ lines: some Sequence<SourceLine>, defaults: Defaults, labels: LabelBook,
    audiences: [String: Int]
  ) -> (passages: [Passage], labels: LabelBook) {
    var reading = BodyReading(
      audiences: audiences, blocks: BlockReading(defaults: defaults, labels: labels))
    for line in lines { reading.take(line) }
    reading.finish()
    return (reading.blocks.passages, reading.blocks.labels)
  }

  private init(audiences: [String: Int], blocks: BlockReading) {
    self.audiences = audiences
    self.blocks = blocks
  }

  private mutating func take(_ line: SourceLine) {
    guard line.text.starts(with: ":::".utf8) else {
      pending.append(line)
      return
    }
    let rest = Bytes.trimmed(line.text.drop { $0 == UInt8(ascii: ":") })
    finish()
    if rest.isEmpty {
      _ = frames.popLast()
    } else if rest.starts(with: "tear ".utf8) {
      tear(Array(rest.dropFirst(5)))
    } else {
      open(rest)
    }
  }

  /// Reads the lines gathered since the last container line.
  private mutating func finish() {
    let lines = pending
    pending = []
    if let last = frames.indices.last {
      blocks.read(lines, frames[last].stand, &frames[last].sections)
    } else {
      blocks.read(lines, top.stand, &top.sections)
    }
  }

  private mutating func open(_ line: [UInt8]) {
    var words = line
    if let (before, _) = BodyReading.cut(words, at: "because ") { words = before }
    var stand = frames.last?.stand ?? top.stand
    if let (before, names) = BodyReading.cut(words, at: "for ") {
      words = before
      let named = Bytes.split(names, by: ",").compactMap {
        audiences[Bytes.string(Bytes.trimmed($0))]
      }
      stand = stand.tailored(for: Set(named))
    }
    let outer = stand
    words = Bytes.trimmed(words)
    if !words.isEmpty { stand = stand.labelled(label(words, inside: outer)) }
    frames.append(
      Frame(
        outer: outer, hasLabel: !words.isEmpty, versions: stand.label.map { [[$0]] } ?? [],
        stand: stand, sections: words.isEmpty ? (frames.last?.sections ?? top.sections) : []))
  }

  private mutating func tear(_ words: [UInt8]) {
    guard var frame = frames.popLast() else { return }
    let label = label(Bytes.trimmed(words), inside: frame.outer)
    frame.stand = frame.outer.labelled(label).otherwise(than: frame.versions)
    frame.versions.append([label])
    frame.sections = []
    frames.append(frame)
  }

  /// The label that `words` say, joined with the containers around; nobody's where they say none.
  private mutating func label(_ words: [UInt8], inside outer: Stand) -> Int {
    let own = blocks.labels.read(words) ?? blocks.labels.nobody()
    return blocks.labels.join(own, inside: outer.label)
  }

  /// What stands before and behind a word of a container line, where the word is in it.
  private static func cut(_ line: [UInt8], at word: String) -> ([UInt8], [UInt8])? {
    let wanted = Array(word.utf8)
    for i in line.indices where line[i...].starts(with: wanted) {
      if i == 0 || Bytes.isSpace(line[i - 1]) {
        return (Array(line[..<i]), Array(line[(i + wanted.count)...]))
      }
    }
    return nil
  }
}
