internal import Diagnostics
internal import Glibc

/// Reading files and folders without following symbolic links and without reading more than is
/// asked for.
enum FileReading {
  /// Why a file or folder could not be read.
  enum Fault: Error, Hashable {
    case missing, unreadable, symbolicLink, notAFile, notAFolder
    case tooLarge(bytes: Int)
  }

  /// The bytes of the regular file at `path`.
  ///
  /// - Parameter limit: the most bytes that are read; a larger file is a fault.
  static func bytes(of path: String, limit: Int) throws(Fault) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw fault() }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw fault() }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    guard status.st_size <= limit else { throw .tooLarge(bytes: Int(status.st_size)) }
    let size = Int(status.st_size)
    var filled = 0
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      while filled <= size {
        let got = read(descriptor, buffer.baseAddress?.advanced(by: filled), size + 1 - filled)
        if got < 0, errno == EINTR { continue }
        failed = got < 0
        if got <= 0 { break }
        filled += got
      }
      count = filled
    }
    if failed { throw .unreadable }
    // A file that grew while it was read is read again by whoever changed it.
    guard filled <= limit else { throw .tooLarge(bytes: filled) }
    return bytes
  }

  /// What `look` makes of the first bytes of the file at `path`, 4,096 at most; nil where it cannot be
  /// read. One that is no regular file has none.
  static func withStart<T>(of path: String, _ look: (UnsafeRawBufferPointer) -> T) -> T? {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 16) { buffer in
      let got = read(descriptor, buffer.baseAddress, buffer.count)
      return got < 0 ? nil : look(UnsafeRawBufferPointer(rebasing: buffer[..<got]))
    }
  }

  /// What an entry of a folder is.
  enum Kind: Hashable { case file, folder, symbolicLink, other }

  /// Throws where there is no folder at `path` that can be read.
  static func requireFolder(_ path: String) throws(Fault) { close(try folder(path)) }

  /// An open folder, which the caller closes.
  private static func folder(_ path: String) throws(Fault) -> CInt {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    if descriptor >= 0 { return descriptor }
    let fault = fault()
    var status = stat()
    if fault == .notAFolder, lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK {
      throw .symbolicLink
    }
    throw fault
  }

  /// The entries of the folder at `path` by name.
  ///
  /// - Parameter sorted: whether they come in the order of their UTF-8 bytes; else in any order.
  static func entries(
    of path: String, sorted: Bool = true
  ) throws(Fault) -> [(name: String, kind: Kind)] {
    let descriptor = try folder(path)
    guard let folder = fdopendir(descriptor) else {
      close(descriptor)
      throw .unreadable
    }
    defer { closedir(folder) }
    var result: [(name: String, kind: Kind)] = []
    errno = 0
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." {
        result.append((name, kind(entry.pointee.d_type, path + "/" + name)))
      }
      errno = 0
    }
    // A folder that was read in part is not a folder with fewer files.
    guard errno == 0 else { throw .unreadable }
    return sorted ? result.sortedInBytes(by: \.name) : result
  }

  private static func kind(_ type: UInt8, _ path: @autoclosure () -> String) -> Kind {
    switch Int(type) {
    case 8: return .file
    case 4: return .folder
    case 10: return .symbolicLink
    case 0:
      var status = stat()
      guard lstat(path(), &status) == 0 else { return .other }
      switch status.st_mode & S_IFMT {
      case S_IFREG: return .file
      case S_IFDIR: return .folder
      case S_IFLNK: return .symbolicLink
      default: return .other
      }
    default: return .other
    }
  }

  private static func fault() -> Fault {
    switch errno {
    case ENOENT: .missing
    case ELOOP: .symbolicLink
    case ENOTDIR: .notAFolder
    default: .unreadable
    }
  }
}
