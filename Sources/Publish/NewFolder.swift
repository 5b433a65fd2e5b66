import Glibc

/// Writes folders and files that were not there before, whole or not at all.
public enum NewFolder {
  /// Writes `files` into a new folder at `path`; the folder that holds it must be there, and an
  /// empty folder may stand in its place.
  ///
  /// The folder is written beside its place and renamed, so that nobody finds half of it. Half of one
  /// that was killed goes. A folder without a name, `.`, stays what it is, since who is in it would
  /// find none: what is written in it comes to its place piece by piece.
  ///
  /// - Parameter seconds: the modification time of all files and folders, in seconds since 1970.
  /// - Throws: `PublishFault`; where something is in the place already, of the kind `stranger`, and
  ///   where another is writing to it, of the kind `locked`.
  public static func write(
    _ files: [SitePage], to path: String, at seconds: Int
  ) throws(PublishFault) {
    try write(files, to: path, at: seconds, FileSystem())
  }

  static func write(
    _ files: [SitePage], to path: String, at seconds: Int, _ fileSystem: FileSystem
  ) throws(PublishFault) {
    let (parentPath, name) = split(path)
    let parent = try fileSystem.openOutput(at: parentPath)
    try checkIsFree(name, in: parent, fileSystem)
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

  /// Only nothing, or an empty folder, may stand where a new folder goes.
  private static func checkIsFree(
    _ name: String, in parent: Descriptor, _ fileSystem: FileSystem
  ) throws(PublishFault) {
    let existing: Descriptor
    do throws(PublishFault) {
      existing = try fileSystem.openFolder(name, in: parent)
    } catch {
      if error.code == ENOENT { return }
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
  }

  /// Writes one new file, whole or not at all; a file that is there already is a fault.
  public static func writeFile(
    _ bytes: [UInt8], to path: String, at seconds: Int
  ) throws(PublishFault) {
    try writeFile(bytes, to: path, at: seconds, FileSystem())
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
