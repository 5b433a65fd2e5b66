internal import Calendar
internal import Diagnostics
internal import Manuscript
internal import Marking
internal import Release

/// A briefing on the reviewer's desk: its source, its passages, and what each audience gets of it.
struct Paper: Sendable {
  /// The briefing.
  let source: SourceBriefing
  /// The policy.
  let policy: Policy
  /// The day for which it is read.
  let asOf: Day
  /// Its portions.
  let portions: [ListedPortion]
  /// The portions that no audience can see, and why.
  let unread: [Unread.Portion]
  /// Words to look for.
  let book: WordBook
  /// Its texts, those of the front matter first.
  let passages: [Passage]
  /// What each audience gets, in the policy's order; nil where the briefing is not in its edition.
  let candidates: [Candidate?]
  /// The audiences that it is for, by `audiences` and `compilation`.
  let addressed: Readers
  /// Of these, the audiences that a version of the title is cleared for.
  let titled: Readers
  /// Its file.
  let bytes: [UInt8]
  private let lines: SourceLines

  init(
    _ source: SourceBriefing, bytes: [UInt8], candidates: [Candidate?], policy: Policy, asOf: Day,
    book: WordBook
  ) {
    self.source = source
    self.policy = policy
    self.asOf = asOf
    self.candidates = candidates
    self.book = book
    portions = source.portions
    unread = Unread.portions(of: portions, for: source.front.audiences, policy)
    self.bytes = bytes
    lines = SourceLines(bytes)
    var reader = PassageReader(audiences: policy.audiences)
    var addressed = reader.readers(named: source.front.audiences)
    if let compilation = source.front.compilation {
      addressed.formIntersection(
        reader.cleared(source.front.classification)
          .union(reader.readers(named: compilation.releaseTo)))
    }
    self.addressed = addressed
    reader.add(source.front, .init(reached: addressed))
    reader.add(source.body.parts, .init(reached: addressed))
    passages = reader.passages
    titled = passages.reduce(into: Readers()) { titled, passage in
      if passage.kind == .title { titled.formUnion(passage.shown) }
    }
  }

  /// The words of the scales that this briefing is written by.
  var scaleWords: ScaleWords? { book.scaleWords(for: front) }

  /// The fields.
  var front: FrontMatter { source.front }

  /// A line of the file.
  func place(line: Int) -> Place { Place(source.path, line: line) }

  /// Where a word of a passage stands in the file.
  func place(of word: Int, in passage: Passage) -> Place {
    let wanted = passage.words[word]
    let earlier = passage.words[..<word].count {
      $0.hash == wanted.hash
        && passage.bytes[$0.start..<$0.end] == passage.bytes[wanted.start..<wanted.end]
    }
    let found = lines.find(
      passage.bytes[wanted.start..<wanted.end], occurrence: earlier, from: passage.line)
    return Place(source.path, line: found?.line ?? passage.line, column: found?.column)
  }

  /// Where the first word under an inline mark stands in the file.
  func place(of mark: InlineMark, in passage: Passage) -> Place {
    let marked = WordScanner.words(of: mark.text.full)
    guard let first = marked.first,
      let word = passage.words.firstIndex(where: { $0.hash == first.hash })
    else { return place(line: passage.line) }
    return place(of: word, in: passage)
  }

  /// The audiences that are cleared for a label.
  func readers(clearedFor label: Label) -> Readers {
    policy.audiences.enumerated().reduce(into: []) { readers, audience in
      if audience.element.clearance.isCleared(for: label) {
        readers.insert(Readers(at: audience.offset))
      }
    }
  }

  /// The audiences that see a text of this kind in the briefing.
  func readers(of kind: Passage.Kind) -> Readers {
    let readers = passages.reduce(into: Readers()) { readers, passage in
      if passage.kind == kind { readers.formUnion(passage.shown) }
    }
    return readers.intersection(titled)
  }

  /// The ids of audiences, for messages.
  func names(_ readers: Readers) -> String {
    policy.audiences.enumerated().filter { readers.contains(at: $0.offset) }
      .map { "'\($0.element.id)'" }.joined(separator: ", ")
  }
}
