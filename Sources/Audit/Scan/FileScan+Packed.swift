// Texts that stand packed in a file, or in another encoding, and pictures.

extension FileScan {
  /// Looks through what is no text of one encoding: without its zeros, as above, it is UTF-16; where
  /// they part strings, these are looked at one by one.
  mutating func parted(_ bytes: [UInt8]) {
    let count = keys.stains.count
    let parted = bytes.map { $0 == 0 ? Letters.end : $0 }
    text(parted, .plain, Readable(parted, .plain), depth: 0)
    keys.moveStains(after: count) { _ in nil }
  }

  /// Looks through the archives that begin anywhere in these bytes.
  mutating func archives(in bytes: [UInt8], _ depth: Int) {
    guard depth < FileScan.depth else {
      if Unpacking.holdsArchive(bytes) { addUnreadable() }
      return
    }
    if Archive.isForeign(bytes) { addUnreadable() }
    for packed in Unpacking.archives(in: bytes) {
      if packed.isCut { addUnreadable() }
      unpacked(packed.bytes, depth, isWhole: true)
    }
  }

  /// Tells that not all of the file can be looked through.
  mutating func addUnreadable() {
    guard !strays.contains(where: { $0.kind == .unreadable }) else { return }
    strays.append(Stray(kind: .unreadable, path: path, line: 1))
  }

  /// - Parameter isWhole: whether it is nothing but a text or an archive; among other bytes, a mark of
  ///   a few signs says nothing.
  mutating func unpacked(_ bytes: [UInt8], _ depth: Int, isWhole: Bool) {
    guard bytes.count <= budget else { return addUnreadable() }
    budget -= bytes.count
    let start = hits.count
    let count = keys.stains.count
    let (outerPath, outerStrays) = (path, strays)
    let form = bytes.first == UInt8(ascii: "<") ? Readable.Form.markup : .plain
    let hasZeros = ByteSearch.contains(0, in: bytes)
    // What was packed is read in the name of another file, and whole; with zeros it is UTF-16, or they
    // part strings.
    for text in hasZeros ? [bytes, bytes.map { $0 == 0 ? 0x20 : $0 }] : [bytes] {
      self.text(text, form, Readable(text, form), depth: depth + 1, hasMarks: isWhole)
    }
    archives(in: bytes, depth + 1)
    // What is packed has no line of its own.
    for index in start..<hits.count { hits[index].line = 1 }
    keys.moveStains(after: count) { _ in nil }
    path = outerPath
    // What an archive holds is no page of its own; what could not be looked at is told all the same.
    strays = outerStrays + strays.dropFirst(outerStrays.count).filter { $0.kind == .unreadable }
  }

  mutating func picture(_ kind: Picture.Kind, _ bytes: [UInt8]) {
    let picture = Picture(kind, bytes)
    for _ in picture.metadata.prefix(1) {
      strays.append(Stray(kind: .metadata, path: path, line: 1))
    }
    for text in picture.texts { look(at: text, places: { _ in 1 }, depth: 1) }
    // A picture's own data can hold a text as well as any other.
    for text in Picture.letters(in: bytes) {
      look(at: text, places: { _ in 1 }, depth: FileScan.depth)
    }
    guard watch.table.hasPictures else { return }
    PictureWindow.forEach(in: bytes) { key, place in
      guard isSuspect(key, at: place) else { return true }
      add(Hit(kind: .picture, key: key, text: "", path: path, line: 1))
      return false
    }
  }
}
