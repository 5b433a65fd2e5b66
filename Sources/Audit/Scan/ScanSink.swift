/// What takes the words of a built file, and what else the scanners notice.
protocol ScanSink: WordSink {
  /// What kind of place the next words stand at.
  var context: TextContext { get set }
  /// Notes something that does not belong there.
  mutating func report(_ construct: Construct, at offset: Int)
  /// Looks up the first 48 bits of what may be a digest.
  mutating func lookUp(digest: UInt64, at offset: Int)
  /// An element that is not shown begins.
  mutating func beginHidden()
  /// It ends.
  mutating func endHidden(at offset: Int)
}
