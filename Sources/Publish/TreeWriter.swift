import Diagnostics

/// Writes files of an edition into its folder, with fixed modes and one modification time.
///
/// Folders may be there from files that were written before; files may not. Pages come in the order of
/// their paths, so each folder is opened once, filled, given its time when nothing more of these pages
/// will change it, and closed. Where several threads write to a folder, each gives it its time after
/// what it wrote there itself, so that the last change is followed by a time too. Nothing is flushed
/// here: `Swap` does that once for all editions.
struct TreeWriter {
  private let fileSystem: FileSystem
  private let time: Int
  private var open: [(name: Substring, folder: Descriptor)]

  /// Writes `pages`, whose paths have been checked, into `root`.
  static func write(
    _ pages: [SitePage], into root: Descriptor, time: Int, _ fileSystem: FileSystem
  ) throws(PublishFault) {
    var writer = TreeWriter(fileSystem: fileSystem, time: time, open: [("", root)])
    for page in pages.sortedInBytes(by: \.path) {
      try writer.write(page)
    }
    try writer.close(downTo: 0)
  }

  /// How many folders these paths need, the root included.
  static func folderCount(_ pages: [SitePage]) -> Int {
    var folders: Set<Substring> = []
    for page in pages {
      var path = page.path[...]
      while let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) {
        path = path[..<slash]
        guard folders.insert(path).inserted else { break }
      }
    }
    return folders.count + 1
  }

  private mutating func write(_ page: SitePage) throws(PublishFault) {
    let parts = page.path.utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
    let folders = parts.dropLast()
    var shared = 0
    while shared < folders.count, shared + 1 < open.count, open[shared + 1].name == folders[shared]
    {
      shared += 1
    }
    try close(downTo: shared + 1)
    for name in folders.dropFirst(shared) {
      let parent = open[open.count - 1].folder
      open.append((name, try fileSystem.enterFolder(String(name), in: parent, mode: 0o755)))
    }
    let parent = open[open.count - 1].folder
    try fileSystem.writeFile(String(parts.last ?? ""), in: parent, page.bytes, time: time)
  }

  private mutating func close(downTo count: Int) throws(PublishFault) {
    while open.count > count, let (_, folder) = open.popLast() {
      try fileSystem.setTime(time, of: folder)
    }
  }
}
