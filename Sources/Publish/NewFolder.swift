import Glibc

/// Writes folders and files that were not there before, whole or not at all.
public enum NewFolder {
  /// Writes `files` into a new folder at `path`; the folder that holds it must be there, and an
  /// empty folder may stand in its place.
  ///
  /// The folder is written beside its place and renamed, so that nobody finds half of it. Half of one
  /// that was killed goes.
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
    guard try FolderListing(of: existing).entries.isEmpty else {
      throw PublishFault(
        .stranger(folder: name), path: parent.path(of: name),
        reason: "the folder is there and is not empty",
        help: "name a new folder, or empty this one")
    }
  }

  /// Writes one new file; a file that is there already is a fault.
  public static func writeFile(
    _ bytes: [UInt8], to path: String, at seconds: Int
  ) throws(PublishFault) {
    let fileSystem = FileSystem()
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
