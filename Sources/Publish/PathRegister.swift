/// The paths of an edition as they come: each is safe, none is there twice, none differs from another
/// by case or composition alone (which some file systems take for the same), and none is both a file
/// and a folder.
struct PathRegister: Sendable {
  private var spellings: [String: [UInt8]] = [:]
  private var folders: Set<[UInt8]> = []
  private var files: Set<[UInt8]> = []

  /// Adds the path of a file.
  mutating func add(_ path: String) throws(PublishFault) {
    if let problem = PagePath.problem(in: path) {
      throw PublishFault(.unsafePath, path: path, reason: problem)
    }
    let bytes = Array(path.utf8)
    guard files.insert(bytes).inserted else {
      throw PublishFault(.unsafePath, path: path, reason: "the path is there twice")
    }
    for end in bytes.indices.reversed() where bytes[end] == UInt8(ascii: "/") {
      let folder = Array(bytes[..<end])
      guard folders.insert(folder).inserted else { break }
      try spell(folder, path)
    }
    try spell(bytes, path)
  }

  /// Looks at all of them together, when the last has come.
  func finish() throws(PublishFault) {
    guard folders.isDisjoint(with: files) else {
      throw PublishFault(
        .unsafePath,
        path: folders.intersection(files).map { String(decoding: $0, as: UTF8.self) }
          .sorted().first ?? "", reason: "the path is both a file and a folder")
    }
  }

  private mutating func spell(_ bytes: [UInt8], _ path: String) throws(PublishFault) {
    // Equal strings are those of equal composition, so the key folds that too.
    let key = String(decoding: bytes, as: UTF8.self).lowercased()
    if let other = spellings.updateValue(bytes, forKey: key), other != bytes {
      throw PublishFault(
        .unsafePath, path: path, reason: "the path differs from another by case alone")
    }
  }
}
