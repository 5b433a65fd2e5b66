internal import Manuscript
internal import Marking

/// The runs of six words in a briefing, as numbers that equal runs share.
///
/// A run counts only where three of its words carry meaning: "it is likely that the actor" stands
/// in every second judgement and gives nothing away.
struct WordRuns: Sendable {
  /// Words in a run.
  static let length = 6
  /// Of these, the words that have to carry meaning.
  static let content = 3

  /// A text, or a part of one under a mark of its own.
  struct Piece: Sendable {
    /// The line in the file on which its passage begins.
    var line: Int
    /// Position of its passage in the briefing.
    var passage: Int
    /// The audiences that are cleared for it.
    var cleared: Readers
    /// The audiences that see it.
    var shown: Readers
    /// The versions that it is one of.
    var versions: Int?
    /// Its runs, as positions in the list of runs.
    var runs: Range<Int>
  }

  /// The pieces.
  private(set) var pieces: [Piece] = []
  /// The number of each run, piece after piece.
  private(set) var runs: [UInt64] = []
  /// The word of its passage that each run begins with; -1 in a piece under a mark of its own.
  private(set) var starts: [Int32] = []

  /// The runs of a briefing.
  init(_ paper: Paper) {
    let empty = FunctionWords.of(paper.front.language)
    let everybody = Readers.all(paper.policy.audiences.count)
    var labels = PassageReader(audiences: paper.policy.audiences)
    for (number, passage) in paper.passages.enumerated() where Self.counts(passage.kind) {
      let titled = passage.shown.intersection(paper.titled)
      func add(_ words: [Word], _ cleared: Readers, _ shown: Readers, isWhole: Bool) {
        // What everybody may see is withheld from nobody; it counts where it is seen.
        guard cleared != everybody || !shown.isEmpty, words.count >= Self.length else { return }
        let start = runs.count
        addRuns(words, empty, isWhole: isWhole)
        pieces.append(
          Piece(
            line: passage.line, passage: number, cleared: cleared, shown: shown,
            versions: passage.versions, runs: start..<runs.count))
      }
      guard passage.text.hasMarks else {
        add(passage.words, passage.cleared, titled, isWhole: true)
        continue
      }
      for piece in passage.text.pieces {
        switch piece {
        case .text(let bytes):
          add(WordScanner.words(of: bytes), passage.cleared, titled, isWhole: false)
        case .mark(let mark):
          let cleared = labels.cleared(passage.label.joined(with: mark.label))
          let inside = WordScanner.words(of: mark.text.full)
          add(inside, cleared, titled.intersection(cleared), isWhole: false)
          let substitute = WordScanner.words(of: mark.substitute?.full ?? [])
          add(substitute, passage.cleared, titled.subtracting(cleared), isWhole: false)
        }
      }
    }
    // These are kept for all briefings at once, without the room in which they grew.
    pieces = pieces.withUnsafeBufferPointer(Array.init)
    runs = runs.withUnsafeBufferPointer(Array.init)
    starts = starts.withUnsafeBufferPointer(Array.init)
  }

  /// Owners, grounds and contacts are names that stand in many briefings.
  private static func counts(_ kind: Passage.Kind) -> Bool {
    switch kind {
    case .adviceDetail, .headerCell: false
    default: true
    }
  }

  private mutating func addRuns(_ words: [Word], _ empty: WordSet, isWhole: Bool) {
    var content = 0
    for index in words.indices {
      if !empty.contains(words[index]) { content += 1 }
      let start = index - Self.length + 1
      if start > 0, !empty.contains(words[start - 1]) { content -= 1 }
      guard start >= 0, content >= Self.content else { continue }
      var hash: UInt64 = 0
      for word in words[start...index] { hash = (hash ^ word.hash) &* 0x9E37_79B9_7F4A_7C15 }
      runs.append(hash ^ hash >> 29)
      starts.append(isWhole ? Int32(start) : -1)
    }
  }

}
