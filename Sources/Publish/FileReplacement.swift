import Glibc

/// Replaces a file in one step: at any moment the old contents stand there or the new ones, whole.
public enum FileReplacement {
  /// Writes `bytes` beside the file at `path`, where nobody else can read them, flushes them, lets those
  /// read them who may read the file, and puts them in its place. A lock on the old file keeps others
  /// away meanwhile.
  ///
  /// - Parameter old: what the file held when it was read.
  /// - Throws: `PublishFault`, with the old file untouched; also where it is no plain file, and where
  ///   somebody has written to it since.
  public static func replace(
    _ path: String, holding old: [UInt8], with bytes: [UInt8]
  ) throws(PublishFault) {
    try replace(path, holding: old, with: bytes, FileSystem())
  }

  static func replace(
    _ path: String, holding before: [UInt8], with bytes: [UInt8], _ fileSystem: FileSystem
  ) throws(PublishFault) {
    let (parentPath, name) = NewFolder.split(path)
    let parent = try fileSystem.openOutput(at: parentPath)
    let number = openat(parent.number, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard number >= 0 else { throw .system(errno, path) }
    let old = Descriptor(number, path)
    var status = stat()
    guard fstat(old.number, &status) == 0 else { throw .system(errno, path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .system(EINVAL, path) }
    guard try fileSystem.lock(old) ?? true, try old.isStill(name, in: parent) else {
      throw PublishFault(
        .locked, path: path, reason: "another is writing to this file",
        help: "wait until it has ended")
    }
    defer { fileSystem.unlock(old) }
    guard holds(old, before, Int(status.st_size)) else {
      throw PublishFault(
        .locked, path: path, reason: "somebody has changed this file since it was read",
        help: "look at what was changed, then try again")
    }
    let staging = OutputFolder.stagingName(name)
    do throws(PublishFault) {
      // What a killed one left.
      try TreeRemover(fileSystem: fileSystem).remove(Array(staging.utf8CString), from: parent)
      try fileSystem.writeFile(
        staging, in: parent, bytes, mode: 0o600,
        time: Int(status.st_mtim.tv_sec))
      let written = openat(parent.number, staging, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
      guard written >= 0 else { throw .system(errno, path) }
      let new = Descriptor(written, path)
      try fileSystem.give(try Access(of: old), to: new)
      // A file that was changed is newer than it was, or nothing notices.
      guard futimens(new.number, nil) == 0 else { throw .system(errno, path) }
      try fileSystem.flush(new)
      try fileSystem.rename(staging, to: name, in: parent)
      try fileSystem.flush(parent)
    } catch {
      _ = unlinkat(parent.number, staging, 0)
      throw error
    }
  }

  /// Whether a file of so many bytes holds these.
  private static func holds(_ file: Descriptor, _ bytes: [UInt8], _ size: Int) -> Bool {
    guard size == bytes.count else { return false }
    var read = [UInt8](repeating: 0, count: size)
    var count = 0
    while count < size {
      let more = read.withUnsafeMutableBytes {
        pread(file.number, $0.baseAddress.map { $0 + count }, size - count, off_t(count))
      }
      if more < 0, errno == EINTR { continue }
      guard more > 0 else { return false }
      count += more
    }
    return read == bytes
  }
}
