public import Manuscript

/// The sentences with which outlines say what is to be written, read off the outlines themselves.
///
/// Headings are no such sentences: they are there to stay.
public struct OutlineTexts: Sendable {
  private var sentences: Set<[UInt64]> = []

  /// No sentences.
  public init() {}

  /// The sentences of these outlines: briefings as a new one begins.
  public init(_ outlines: [SourceBriefing], policy: Policy) {
    for outline in outlines {
      var reader = PassageReader(audiences: policy.audiences)
      let around = PassageReader.Around(reached: .all(policy.audiences.count))
      reader.add(outline.front, around)
      reader.add(outline.body.parts, around)
      for passage in reader.passages where OutlineTexts.asks(passage) {
        sentences.formUnion(OutlineTexts.sentences(of: passage).map { $0.map(\.hash) })
      }
    }
    // A word or two are nobody's.
    sentences = sentences.filter { $0.count > 2 }
  }

  /// The position of the first word of a sentence that is one of an outline's.
  func sentence(in passage: Passage) -> Int? {
    guard !sentences.isEmpty, OutlineTexts.asks(passage) else { return nil }
    return OutlineTexts.sentences(of: passage).first { sentences.contains($0.map(\.hash)) }?
      .startIndex
  }

  private static func asks(_ passage: Passage) -> Bool {
    switch passage.kind {
    case .heading, .headerCell, .code: false
    default: true
    }
  }

  private static func sentences(of passage: Passage) -> [ArraySlice<Word>] {
    passage.words.chunked { $0.sentence == $1.sentence }
  }
}

extension [Word] {
  /// Runs of neighbours that belong together.
  fileprivate func chunked(_ belong: (Word, Word) -> Bool) -> [ArraySlice<Word>] {
    var result: [ArraySlice<Word>] = []
    var start = startIndex
    for index in indices.dropFirst() where !belong(self[index - 1], self[index]) {
      result.append(self[start..<index])
      start = index
    }
    if start < endIndex { result.append(self[start...]) }
    return result
  }
}
