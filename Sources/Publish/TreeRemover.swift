import Glibc

/// Removes entries with all that is in them, and follows no link.
struct TreeRemover {
  let fileSystem: FileSystem

  /// Removes `name` from `parent`; a link goes, what it points to stays.
  func remove(_ name: [CChar], from parent: Descriptor) throws(PublishFault) {
    guard let status = try FolderListing.status(of: name, in: parent) else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      try removeFolder(name, from: parent)
    } else {
      try fileSystem.removeFile(name, in: parent)
    }
  }

  /// Removes `name` from `parent` after a fault that is the one to report, whether that works or not.
  func tryToRemove(_ name: String, from parent: Descriptor) {
    do {
      try remove(Array(name.utf8CString), from: parent)
    } catch {
      return
    }
  }

  /// A folder that its owner may not enter or change is opened to the owner, and tried once more.
  private func removeFolder(_ name: [CChar], from parent: Descriptor) throws(PublishFault) {
    do {
      try empty(name, in: parent)
    } catch {
      let mode = try FolderListing.status(of: name, in: parent)?.st_mode ?? 0
      guard error.code == EACCES, mode & 0o700 != 0o700 else { throw error }
      try fileSystem.openToOwner(name, in: parent)
      try empty(name, in: parent)
    }
    try fileSystem.removeFolder(name, in: parent)
  }

  private func empty(_ name: [CChar], in parent: Descriptor) throws(PublishFault) {
    let folder = try fileSystem.openFolder(name, in: parent)
    for entry in try FolderListing(of: folder).entries {
      if entry.kind == .folder {
        try removeFolder(entry.rawName, from: folder)
      } else {
        try fileSystem.removeFile(entry.rawName, in: folder)
      }
    }
  }
}
