import Glibc

/// What is published, looked at from outside: without a lock, and without changing anything.
public enum PublishedFolder {
  /// Whether this folder is a published edition, going by how its manifest begins.
  public static func isEdition(_ folder: String) -> Bool {
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    let number = open("\(folder)/\(Manifest.fileName)", flags)
    guard number >= 0 else { return false }
    let file = Descriptor(number, folder)
    let opening = Array(Manifest.opening.utf8)
    var bytes = [UInt8](repeating: 0, count: opening.count)
    return read(file.number, &bytes, bytes.count) == bytes.count && bytes == opening
  }

  /// What tells a folder from another that takes its place; nil where there is none.
  public static func identity(_ folder: String) -> [UInt64]? {
    var status = stat()
    guard stat(folder, &status) == 0 else { return nil }
    return [UInt64(status.st_dev), UInt64(status.st_ino)]
  }

  /// Why an edition's manifest is none; nil where it is one, or is not there.
  public static func manifestFault(_ folder: String) -> String? {
    do {
      let folder = try FileSystem().openExisting(at: folder)
      guard try FolderListing.status(of: Manifest.fileName, in: folder) != nil else { return nil }
      _ = try Manifest(of: folder)
      return nil
    } catch let fault as Manifest.ReadFault {
      return fault.reason
    } catch let fault as PublishFault {
      return fault.reason
    } catch {
      return "it cannot be read"
    }
  }

  /// The folders and links in an output that are no edition of these audiences, in the order of their
  /// names; what a build at work makes for itself is none.
  ///
  /// - Throws: `PublishFault` where the output cannot be read.
  public static func strangers(
    in output: String, audiences: [String]
  ) throws(PublishFault) -> [String] {
    let folder = try FileSystem().openExisting(at: output)
    return try FolderListing(of: folder).entries.filter { entry in
      (entry.kind == .folder || entry.kind == .link) && !audiences.contains(entry.name)
        && !OutputFolder.isOwn(entry.name)
    }.map(\.name)
  }
}
