/// What stands inside the tags of a text.
struct Asides {
  /// A tag: where it begins in `bytes`, where it stands in the text, and its hash.
  struct Tagged {
    var aside: Int
    var place: Int
    var hash: UInt64
  }

  private(set) var bytes: [UInt8]
  private(set) var tags: [Tagged]
  /// Tags that need not be looked at again.
  let seen: SeenTags?

  /// Takes the tag at `start` out of a text; where it ends.
  mutating func takeOut(_ text: UnsafeMutableBufferPointer<UInt8>, _ start: Int) -> Int {
    guard start + 1 < text.count, Tag.begins(text[start + 1]) else { return start + 1 }
    if let content = Tag.openData(text, start) { return content }
    let isComment = Tag.isComment(text, start)
    let bytes = UnsafeBufferPointer(text)
    let end = isComment ? Tag.endOfComment(text, start) : Tag.end(bytes, start)
    let mark = Tag.sign(bytes, start, end)
    if Tag.saysMore(text, start, end) { note(text, start..<end) }
    for index in start..<end { text[index] = Letters.fill }
    text[start] = mark
    return end
  }

  private mutating func note(_ text: UnsafeMutableBufferPointer<UInt8>, _ tag: Range<Int>) {
    let hash = LineHash.of(
      UnsafeBufferPointer(rebasing: UnsafeBufferPointer(text)[tag]), kind: .max)
    if let seen, seen.has(hash) { return }
    tags.append(Tagged(aside: bytes.count, place: tag.lowerBound, hash: hash))
    bytes.append(Letters.end)
    let first = bytes.count
    bytes.append(contentsOf: text[tag.dropFirst()])
    bytes.withUnsafeMutableBufferPointer { bytes in
      for index in first..<bytes.count { bytes[index] = Tag.bounds(bytes[index]) }
      Geometry.takeOut(bytes, from: first)
      Anchors.takeOut(bytes, from: first)
      Entity.undoAll(bytes, from: first)
    }
  }
}
