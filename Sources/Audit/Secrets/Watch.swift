/// All that must not show in an edition.
struct Watch: Sendable {
  /// The texts that secrets come from.
  let texts: [SourceText]
  /// Words and runs of words.
  let table: SecretTable
  /// Digests.
  let hashes: HashWatch
  /// Words of the theme, which a hidden element may have.
  let theme: Set<UInt64>

  /// What must not show where this is visible and that is withheld.
  init(_ sight: Sight, theme: [[UInt8]]) {
    var collector = SecretCollector()
    for (position, text) in sight.withheld.enumerated() { collector.add(text, at: position) }
    for (position, text) in sight.marks.enumerated() {
      collector.addMark(text, at: sight.withheld.count + position)
    }
    texts = sight.withheld + sight.marks
    var striker = SecretStriker(table: collector.table)
    for file in theme { striker.strikeFile(file) }
    self.theme = striker.seen
    striker.strike(FormatWords.everywhere)
    for text in sight.visible { striker.strike(text.bytes) }
    striker.table.seal()
    table = striker.table
    hashes = Watch.hashes(sight)
  }

  private static func hashes(_ sight: Sight) -> HashWatch {
    var hashes = HashWatch()
    let visible = Set(sight.visible.map { Bytes.lowered(Bytes.trimmed($0.bytes)) })
    var seen: Set<[UInt8]> = []
    for (position, text) in sight.withheld.enumerated() {
      let plain = Bytes.trimmed(text.bytes)
      guard plain.count >= 3, !visible.contains(Bytes.lowered(plain)) else { continue }
      if seen.insert(plain).inserted { hashes.add(plain, at: position) }
    }
    return hashes
  }
}
