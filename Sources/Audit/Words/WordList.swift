/// The words of a text, kept, with their letters.
struct WordList: WordSink {
  private(set) var words: [Word] = []
  private(set) var letters: [[UInt32]] = []

  mutating func take(_ word: Word, letters: [UInt32]) {
    words.append(word)
    self.letters.append(letters)
  }

  mutating func pause() {}

  /// Adds the words of a source text.
  mutating func read(_ bytes: [UInt8]) {
    var feed = TextFeed(stream: WordStream(keepsLetters: true), depth: 4)
    feed.feed(bytes, into: &self)
    feed.flush(into: &self)
  }

  /// Some of the words in a row, folded, with a space between them, as UTF-8.
  func text(of range: Range<Int>) -> [UInt8] {
    let words = letters[range.clamped(to: letters.indices)].map { letters in
      letters.compactMap(Unicode.Scalar.init).flatMap { Array(UTF8.encode($0) ?? .init()) }
    }
    return Array(words.joined(separator: [0x20]))
  }
}
