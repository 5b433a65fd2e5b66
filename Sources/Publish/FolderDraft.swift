import Glibc

/// A folder that is being written beside its place, and held by who writes it.
///
/// The lock tells a folder that another is writing from one that a killed one left: the system gives
/// it up with the process. It is on the folder, so it goes with it to its place and needs no file of
/// its own, but where a file system cannot lock folders.
final class FolderDraft: Sendable {
  let root: Descriptor
  private let held: Descriptor
  private let fileSystem: FileSystem

  /// Makes the folder `name`, which nobody else may enter, and takes its lock; one that a killed writer
  /// left is removed first.
  init(_ name: String, in parent: Descriptor, _ fileSystem: FileSystem) throws(PublishFault) {
    if try FolderListing.status(of: name, in: parent) != nil {
      try Self.removeLeftOver(name, from: parent, fileSystem)
    }
    let root = try Self.make(name, in: parent, fileSystem)
    // Between the two another may have taken it for a left-over.
    guard let held = try fileSystem.lock(root, orFile: OutputLock.fileName),
      try root.isStill(name, in: parent)
    else { throw Self.locked(name, in: parent) }
    self.root = root
    self.held = held
    self.fileSystem = fileSystem
  }

  deinit { fileSystem.unlock(held) }

  /// Removes the file that stands for the lock where folders have none.
  ///
  /// - Parameter time: the modification time of the folder, in seconds since 1970.
  func removeLockFile(time: Int) throws(PublishFault) {
    guard held !== root else { return }
    try fileSystem.removeFile(OutputLock.fileName, in: root)
    try fileSystem.setTime(time, of: root)
  }

  private static func make(
    _ name: String, in parent: Descriptor, _ fileSystem: FileSystem
  ) throws(PublishFault) -> Descriptor {
    do {
      return try fileSystem.makeFolder(name, in: parent, mode: 0o700)
    } catch {
      throw error.code == EEXIST ? locked(name, in: parent) : error
    }
  }

  private static func removeLeftOver(
    _ name: String, from parent: Descriptor, _ fileSystem: FileSystem
  ) throws(PublishFault) {
    do throws(PublishFault) {
      let folder = try fileSystem.openFolder(name, in: parent)
      guard let held = try fileSystem.lock(folder, orFile: OutputLock.fileName),
        try folder.isStill(name, in: parent)
      else { throw locked(name, in: parent) }
      defer { fileSystem.unlock(held) }
      try TreeRemover(fileSystem: fileSystem).remove(Array(name.utf8CString), from: parent)
    } catch {
      guard error.kind != .locked else { throw error }
      var fault = error
      fault.help = PublishFault.removalHelp(parent.path(of: name))
      throw fault
    }
  }

  private static func locked(_ name: String, in parent: Descriptor) -> PublishFault {
    PublishFault(
      .locked, path: parent.path(of: name), reason: "another release is writing to this folder",
      help: "wait until it has ended, or name another folder")
  }
}
