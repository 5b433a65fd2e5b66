import Glibc

/// The calls of the operating system that this room makes, each relative to an open folder and
/// none through a symbolic link.
///
/// All that changes something on the disk goes through here, so that a test can make the n-th such
/// call fail, or all from the n-th on, which is what being killed looks like to the disk.
struct FileSystem: Sendable {
  /// A call that changes something, or that has to work before something is changed.
  enum Step: String, Sendable {
    case lock, makeFolder, createFile, write, setMode, setGroup, setList, setTime, flush, rename,
      exchange, remove
  }

  /// Bits of a mode that no new file or folder gets; none, or the user's umask.
  var mask: mode_t = 0
  /// Asked before each step; an error number other than 0 is the step's outcome.
  var interfere: (@Sendable (Step, String) -> CInt)?

  /// Makes `call` until it is not interrupted; its error number, or 0 with its result.
  func attempt(
    _ step: Step, _ path: @autoclosure () -> String, _ call: () -> Int
  ) throws(PublishFault) {
    if let interfere {
      let code = interfere(step, path())
      guard code == 0 else { throw .system(code, path()) }
    }
    while call() < 0 {
      guard errno == EINTR else { throw .system(errno, path()) }
    }
  }

  func makeFolder(
    _ name: UnsafePointer<CChar>, in parent: Descriptor, mode: mode_t
  ) throws(PublishFault) -> Descriptor {
    try attempt(.makeFolder, parent.path(of: name)) { Int(mkdirat(parent.number, name, 0o700)) }
    let folder = try openFolder(name, in: parent)
    try setMode(mode & ~mask, of: folder)
    return folder
  }

  /// Opens a folder, which is made first where it is not there.
  func enterFolder(
    _ name: UnsafePointer<CChar>, in parent: Descriptor, mode: mode_t
  ) throws(PublishFault) -> Descriptor {
    var isNew = true
    try attempt(.makeFolder, parent.path(of: name)) {
      let outcome = mkdirat(parent.number, name, 0o700)
      isNew = outcome == 0
      return !isNew && errno == EEXIST ? 0 : Int(outcome)
    }
    let folder = try openFolder(name, in: parent)
    if isNew { try setMode(mode & ~mask, of: folder) }
    return folder
  }

  /// Sets a mode outright: what `mkdirat` and `openat` are given passes through the umask.
  func setMode(_ mode: mode_t, of entry: Descriptor) throws(PublishFault) {
    try attempt(.setMode, entry.path) { Int(fchmod(entry.number, mode)) }
  }

  func setTime(_ seconds: Int, of entry: Descriptor) throws(PublishFault) {
    let time = timespec(tv_sec: seconds, tv_nsec: 0)
    try attempt(.setTime, entry.path) { Int(futimens(entry.number, [time, time])) }
  }

  /// Opens a folder; a symbolic link or a file in its place is an error.
  func openFolder(
    _ name: UnsafePointer<CChar>, in parent: Descriptor
  ) throws(PublishFault) -> Descriptor {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    while true {
      let number = openat(parent.number, name, flags)
      if number >= 0 { return Descriptor(number, parent.path(of: name)) }
      guard errno == EINTR else { throw .system(errno, parent.path(of: name)) }
    }
  }

  /// Opens the folder that the user named, following links, and creates it where it is not there;
  /// the folder that holds it must be.
  func openOutput(at path: String) throws(PublishFault) -> Descriptor {
    var isNew = true
    try attempt(.makeFolder, path) {
      let outcome = mkdir(path, 0o755)
      isNew = outcome == 0
      return !isNew && errno == EEXIST ? 0 : Int(outcome)
    }
    let folder = try openExisting(at: path)
    if isNew { try setMode(0o755 & ~mask, of: folder) }
    return folder
  }

  /// Opens the folder that the user named, following links.
  func openExisting(at path: String) throws(PublishFault) -> Descriptor {
    let number = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { throw .system(errno, path) }
    return Descriptor(number, path)
  }

  /// Takes the lock on `folder` that at most one process holds; false where another holds it.
  ///
  /// The lock is on the folder itself, so that no lock file can be left or be published; where the
  /// file system has none on folders (NFS), it is on the file `name` in it. The system gives it up
  /// when the descriptor is closed, however the process ends.
  func lock(_ folder: Descriptor, orFile name: String) throws(PublishFault) -> Descriptor? {
    if let isHeld = try lock(folder) { return isHeld ? folder : nil }
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC
    let number = openat(folder.number, name, flags, 0o600)
    guard number >= 0 else { throw .system(errno, folder.path(of: name)) }
    let file = Descriptor(number, folder.path(of: name))
    guard let isHeld = try lock(file) else { throw .system(ENOLCK, file.path) }
    return isHeld ? file : nil
  }

  /// Takes the lock on an entry: whether no other process holds it; nil where the file system has none
  /// on such entries.
  func lock(_ entry: Descriptor) throws(PublishFault) -> Bool? {
    var isHeld = true
    do {
      try attempt(.lock, entry.path) {
        let outcome = flock(entry.number, LOCK_EX | LOCK_NB)
        isHeld = outcome == 0
        return !isHeld && errno == EWOULDBLOCK ? 0 : Int(outcome)
      }
      return isHeld
    } catch {
      let isUnsupported =
        error.code.map { [EBADF, EINVAL, ENOLCK, EOPNOTSUPP].contains($0) } ?? false
      guard isUnsupported else { throw error }
      return nil
    }
  }

  /// Gives up a lock.
  func unlock(_ entry: Descriptor) { flock(entry.number, LOCK_UN) }

  /// Creates a file that was not there and writes it whole; where that fails, none is left.
  func writeFile(
    _ name: UnsafePointer<CChar>, in parent: Descriptor, _ bytes: [UInt8], mode: mode_t = 0o644,
    time: Int
  ) throws(PublishFault) {
    var number: CInt = -1
    try attempt(.createFile, parent.path(of: name)) {
      let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
      number = openat(parent.number, name, flags, 0o600)
      return Int(number)
    }
    let file = Descriptor(number, parent.path(of: name))
    do throws(PublishFault) {
      try fill(file, bytes)
      try setMode(mode & ~mask, of: file)
      try setTime(time, of: file)
    } catch {
      let fault = error
      do { try removeFile(name, in: parent) } catch {}
      throw fault
    }
  }

  private func fill(_ file: Descriptor, _ bytes: [UInt8]) throws(PublishFault) {
    var written = 0
    while written < bytes.count {
      try attempt(.write, file.path) {
        let count = bytes[written...].withUnsafeBytes {
          write(file.number, $0.baseAddress, $0.count)
        }
        written += max(0, count)
        return count
      }
    }
  }

  /// Renames an entry, of this folder or of another; a file or an empty folder in its place goes.
  func rename(
    _ name: String, of folder: Descriptor? = nil, to newName: String, in parent: Descriptor
  ) throws(PublishFault) {
    try attempt(.rename, parent.path(of: newName)) {
      Int(renameat((folder ?? parent).number, name, parent.number, newName))
    }
  }

  /// Swaps two entries in one step, so that neither name is ever absent; false where the system
  /// cannot do that.
  func exchange(
    _ name: String, with other: String, in parent: Descriptor
  ) throws(PublishFault) -> Bool {
    do {
      try attempt(.exchange, parent.path(of: other)) {
        guard let renameat2 = Self.renameat2 else {
          errno = ENOSYS
          return -1
        }
        return Int(renameat2(parent.number, name, parent.number, other, Self.exchangeFlag))
      }
      return true
    } catch {
      let isUnsupported = error.code.map { [ENOSYS, EINVAL, EOPNOTSUPP].contains($0) } ?? false
      guard isUnsupported else { throw error }
      return false
    }
  }

  /// Lets this user into a folder of the user's own that is closed to everybody. What is opened is the
  /// folder itself, whatever takes its name meanwhile, and the kernel's name for it is followed.
  func openToOwner(_ name: UnsafePointer<CChar>, in parent: Descriptor) throws(PublishFault) {
    let flags = Self.pathFlag | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    let number = openat(parent.number, name, flags)
    guard number >= 0 else { throw .system(errno, parent.path(of: name)) }
    let folder = Descriptor(number, parent.path(of: name))
    try attempt(.setMode, folder.path) { Int(chmod("/proc/self/fd/\(number)", 0o700)) }
  }

  func removeFile(_ name: UnsafePointer<CChar>, in parent: Descriptor) throws(PublishFault) {
    try attempt(.remove, parent.path(of: name)) { Int(unlinkat(parent.number, name, 0)) }
  }

  func removeFolder(_ name: UnsafePointer<CChar>, in parent: Descriptor) throws(PublishFault) {
    try attempt(.remove, parent.path(of: name)) {
      Int(unlinkat(parent.number, name, AT_REMOVEDIR))
    }
  }

  /// Waits until what is in this file, or the names in this folder, are on the disk.
  func flush(_ file: Descriptor) throws(PublishFault) {
    try attempt(.flush, file.path) { Int(fsync(file.number)) }
  }

  /// Waits until all that was written to the file system of `folder` is on the disk: contents,
  /// then the folders that name them.
  func flushFileSystem(of folder: Descriptor) throws(PublishFault) {
    try attempt(.flush, folder.path) {
      guard let syncfs = Self.syncfs else {
        errno = ENOSYS
        return -1
      }
      return Int(syncfs(folder.number))
    }
  }

  private typealias Renameat2 =
    @convention(c) (CInt, UnsafePointer<CChar>, CInt, UnsafePointer<CChar>, CUnsignedInt) -> CInt
  private typealias Syncfs = @convention(c) (CInt) -> CInt

  // Both are GNU extensions, which Swift's Glibc module leaves out.
  private static let renameat2 = dlsym(nil, "renameat2").map {
    unsafeBitCast($0, to: Renameat2.self)
  }
  private static let syncfs = dlsym(nil, "syncfs").map { unsafeBitCast($0, to: Syncfs.self) }
  /// `O_PATH` of open(2), which is Linux's own too.
  private static let pathFlag: CInt = 0o10_000_000
  /// `RENAME_EXCHANGE` of renameat2(2).
  private static let exchangeFlag: CUnsignedInt = 2
}
