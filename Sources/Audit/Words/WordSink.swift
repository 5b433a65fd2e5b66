/// What takes the words of a text, one by one.
protocol WordSink {
  /// Takes a word.
  ///
  /// - Parameter letters: its folded letters, where the stream was asked to keep them.
  mutating func take(_ word: Word, letters: [UInt32])
  /// What comes next does not belong together with what came before.
  mutating func pause()
}
