import Glibc

/// Writes folders and files that were not there before, whole or not at all.
public enum NewFolder {
  /// Writes `files` into a new folder at `path`; the folder that holds it must be there, and an
  /// empty folder may stand in its place.
  ///
  /// The folder is written beside its place, closed, and renamed, so that nobody finds half of it; who
  /// may enter an empty one may enter what takes its place. Half of one
  /// that was killed goes. A folder without a name, `.`, stays what it is, since who is in it would
  /// find none: what is written in it comes to its place piece by piece.
  ///
  /// - Parameters:
  ///   - seconds: the modification time of all files and folders, in seconds since 1970.
  ///   - isSource: whether an author goes on with these files, so that the user's umask holds for them;
  ///     others have the modes 0644 and 0755.
  /// - Throws: `PublishFault`; where something is in the place already, of the kind `stranger`, and
  ///   where another is writing to it, of the kind `locked`.
  public static func write(
    _ files: [SitePage], to path: String, at seconds: Int, isSource: Bool
  ) throws(PublishFault) {
    try write(files, to: path, at: seconds, FileSystem(mask: isSource ? userMask : 0))
  }

  static func write(
    _ files: [SitePage], to path: String, at seconds: Int, _ fileSystem: FileSystem
  ) throws(PublishFault) {
    let (parentPath, name) = split(path)
    let parent = try fileSystem.openOutput(at: parentPath)
    let access = try accessOfEmpty(name, in: parent, fileSystem)
    guard name != ".", name != ".." else {
      return try fill(try fileSystem.openFolder(name, in: parent), files, at: seconds, fileSystem)
    }
    let staging = OutputFolder.stagingName(name)
    let draft = try FolderDraft(staging, in: parent, fileSystem)
    // Its lock is held until it is in its place.
    defer { withExtendedLifetime(draft) {} }
    do {
      try TreeWriter.write(files, into: draft.root, time: seconds, fileSystem)
      try draft.removeLockFile(time: seconds)
      if let access {
        try fileSystem.give(access, to: draft.root)
      } else {
        try fileSystem.setMode(0o755 & ~fileSystem.mask, of: draft.root)
      }
      try fileSystem.flushFileSystem(of: draft.root)
      try fileSystem.rename(staging, to: name, in: parent)
      try fileSystem.flush(parent)
    } catch {
      TreeRemover(fileSystem: fileSystem).tryToRemove(staging, from: parent)
      throw error
    }
  }

  /// Writes files into an empty folder: all into a folder in it first, then each to its place.
  private static func fill(
    _ folder: Descriptor, _ files: [SitePage], at seconds: Int, _ fileSystem: FileSystem
  ) throws(PublishFault) {
    let staging = OutputFolder.stagingName("new")
    let draft = try FolderDraft(staging, in: folder, fileSystem)
    defer { withExtendedLifetime(draft) {} }
    var placed: [String] = []
    do {
      try TreeWriter.write(files, into: draft.root, time: seconds, fileSystem)
      try draft.removeLockFile(time: seconds)
      try fileSystem.flushFileSystem(of: draft.root)
      for name in try FolderListing(of: draft.root).entries.map(\.name) {
        try fileSystem.rename(name, of: draft.root, to: name, in: folder)
        placed.append(name)
      }
      try fileSystem.removeFolder(staging, in: folder)
      try fileSystem.setTime(seconds, of: folder)
      try fileSystem.flush(folder)
    } catch {
      let remover = TreeRemover(fileSystem: fileSystem)
      for name in placed + [staging] { remover.tryToRemove(name, from: folder) }
      throw error
    }
  }

  /// The user's umask; where the system does not tell, one that closes all to others. Read from
  /// proc(5), because `umask` tells it only by setting another, for every thread.
  private static var userMask: mode_t {
    let closed: mode_t = 0o077
    let number = open("/proc/self/status", O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { return closed }
    let file = Descriptor(number, "/proc/self/status")
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = max(0, read(file.number, &bytes, bytes.count))
    let line = bytes.prefix(count).split(separator: UInt8(ascii: "\n")).first {
      $0.starts(with: "Umask:".utf8)
    }
    guard let word = line?.split(separator: UInt8(ascii: "\t")).last else { return closed }
    return mode_t(String(decoding: word, as: UTF8.self), radix: 8) ?? closed
  }

  /// Only nothing, or an empty folder, may stand where a new folder goes; who may enter the empty one.
  private static func accessOfEmpty(
    _ name: String, in parent: Descriptor, _ fileSystem: FileSystem
  ) throws(PublishFault) -> Access? {
    let existing: Descriptor
    do throws(PublishFault) {
      existing = try fileSystem.openFolder(name, in: parent)
    } catch {
      if error.code == ENOENT { return nil }
      throw error
    }
    // What a killed one left in a folder without a name is no reason to leave it.
    let mayHold = name == "." || name == ".." ? OutputFolder.stagingName("new") : ""
    guard try FolderListing(of: existing).entries.allSatisfy({ $0.name == mayHold }) else {
      throw PublishFault(
        .stranger(folder: name), path: parent.path(of: name),
        reason: "the folder is there and is not empty",
        help: "name a new folder, or empty this one")
    }
    return try Access(of: existing)
  }

  /// Writes one new file of an author's, whole or not at all; a file that is there already is a fault.
  public static func writeFile(
    _ bytes: [UInt8], to path: String, at seconds: Int
  ) throws(PublishFault) {
    try writeFile(bytes, to: path, at: seconds, FileSystem(mask: userMask))
  }

  static func writeFile(
    _ bytes: [UInt8], to path: String, at seconds: Int, _ fileSystem: FileSystem
  ) throws(PublishFault) {
    let (parentPath, name) = split(path)
    let parent = try fileSystem.openOutput(at: parentPath)
    try fileSystem.writeFile(name, in: parent, bytes, time: seconds)
  }

  static func split(_ path: String) -> (parent: String, name: String) {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false)
    while parts.count > 1, parts.last?.isEmpty ?? false { parts.removeLast() }
    let name = String(parts.removeLast())
    let parent = parts.joined(separator: "/")
    if parts.isEmpty { return (".", name) }
    return (parent.isEmpty ? "/" : parent, name)
  }
}
