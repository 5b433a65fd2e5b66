extension Manifest {
  /// The most bytes that a manifest is read of: room for three million files, where editions have some
  /// ten thousands. A folder that somebody else filled must not fill the memory.
  static let largest = 512 << 20

  /// Why a file is no manifest.
  public struct ReadFault: Error, Sendable, Equatable {
    /// What is wrong, in one sentence without a capital or a full stop.
    public var reason: String
  }

  /// The manifest in `bytes`, which must be exactly as `Manifest` writes it.
  ///
  /// Other spellings of the same JSON are refused: nobody edits a manifest, so one that was
  /// changed in any way should not pass.
  ///
  /// - Throws: `ReadFault`.
  public init(reading bytes: [UInt8]) throws(ReadFault) {
    var reader = ManifestReader(bytes)
    let entries = try reader.readAll()
    self.init(entries: entries)
    guard self.bytes == bytes else { throw ReadFault(reason: "the manifest is out of order") }
    do {
      try PagePath.check(entries.map(\.path))
    } catch {
      throw ReadFault(reason: "the manifest has a path that no edition can have")
    }
  }
}

extension Manifest {
  /// The manifest of the edition in `folder`, which must be exactly as `Manifest` writes it.
  ///
  /// - Throws: `ReadFault`, also where it is too large; `PublishFault` where it cannot be read.
  init(of folder: Descriptor, atMost largest: Int = Manifest.largest) throws {
    var bytes: [UInt8] = []
    let status = try FolderListing.status(of: Manifest.fileName, in: folder)
    var isTooLarge = status.map { $0.st_size > largest } ?? false
    if !isTooLarge {
      try WrittenFile.read(Manifest.fileName, in: folder) { piece in
        bytes += piece
        isTooLarge = bytes.count > largest
        return !isTooLarge
      }
    }
    guard !isTooLarge else { throw ReadFault(reason: "the manifest is too large") }
    try self.init(reading: bytes)
  }
}

/// Reads the lines of a manifest from front to back.
private struct ManifestReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func readAll() throws(Manifest.ReadFault) -> [Manifest.Entry] {
    var entries: [Manifest.Entry] = []
    try expect(Manifest.opening)
    while !skip(Manifest.closing) {
      try expect(entries.isEmpty ? "\n" : ",\n")
      try expect("    {\"path\": ")
      let path = try string()
      try expect(", \"size\": ")
      let size = try number()
      try expect(", \"sha256\": ")
      let hash = try string()
      let isHash =
        hash.utf8.count == 64 && hash.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
      guard isHash else { throw fault() }
      try expect("}")
      entries.append(Manifest.Entry(path: path, size: size, sha256: hash))
    }
    guard position == bytes.count else { throw fault() }
    return entries
  }

  private mutating func string() throws(Manifest.ReadFault) -> String {
    try expect("\"")
    var result: [UInt8] = []
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      if bytes[position] == UInt8(ascii: "\\") { position += 1 }
      guard position < bytes.count else { break }
      result.append(bytes[position])
      position += 1
    }
    try expect("\"")
    guard let text = String(validating: result, as: UTF8.self) else { throw fault() }
    return text
  }

  private mutating func number() throws(Manifest.ReadFault) -> Int {
    let digits = bytes[position...].prefix { (0x30...0x39).contains($0) }
    guard let number = Int(String(decoding: digits, as: UTF8.self)) else { throw fault() }
    position += digits.count
    return number
  }

  private mutating func skip(_ word: String) -> Bool {
    guard bytes[position...].starts(with: word.utf8) else { return false }
    position += word.utf8.count
    return true
  }

  private mutating func expect(_ word: String) throws(Manifest.ReadFault) {
    guard skip(word) else { throw fault() }
  }

  private func fault() -> Manifest.ReadFault {
    let line = 1 + bytes.prefix(position).count { $0 == 0x0A }
    return Manifest.ReadFault(reason: "line \(line) is not as Tearline writes it")
  }
}
