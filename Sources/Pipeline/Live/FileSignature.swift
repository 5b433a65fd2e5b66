internal import Glibc

/// What a file system says of a file without reading it: as long as it is the same, so is the file.
struct FileSignature: Equatable, Sendable {
  private let inode: UInt
  private let size: Int
  /// Seconds and nanoseconds of the last change of what is in it, and of what is said about it.
  private let modified: (Int, Int)
  private let changed: (Int, Int)

  /// The signature of what is at `path`; nil where there is nothing.
  ///
  /// To be taken before the file is read: a change while it is read then shows the next time.
  init?(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    inode = UInt(status.st_ino)
    size = Int(status.st_size)
    modified = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    changed = (status.st_ctim.tv_sec, status.st_ctim.tv_nsec)
  }

  static func == (a: FileSignature, b: FileSignature) -> Bool {
    (a.inode, a.size) == (b.inode, b.size) && a.modified == b.modified && a.changed == b.changed
  }
}
