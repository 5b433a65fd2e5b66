import Glibc

/// The names in a folder and what they name, read before anything is done with them.
struct FolderListing {
  /// What a name stands for; a symbolic link is not what it points to.
  enum Kind: Sendable {
    case file, folder, link, other
  }

  /// One entry of a folder.
  struct Entry {
    /// The name as the file system has it, with a 0 at its end; it need not be UTF-8.
    let rawName: [CChar]
    let kind: Kind

    /// The name for messages, repaired where it is not UTF-8.
    var name: String {
      String(decoding: rawName.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  /// The entries but `.` and `..`, in the order of their names' bytes.
  let entries: [Entry]

  init(of folder: Descriptor) throws(PublishFault) {
    let number = openat(folder.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { throw .system(errno, folder.path) }
    guard let stream = fdopendir(number) else {
      let code = errno
      close(number)
      throw .system(code, folder.path)
    }
    defer { closedir(stream) }
    var found: [Entry] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          Array(UnsafeBufferPointer(start: $0, count: strlen($0) + 1))
        }
      }
      let dot = CChar(UInt8(ascii: "."))
      if name != [dot, 0], name != [dot, dot, 0] {
        found.append(Entry(rawName: name, kind: try Self.kind(of: name, in: folder)))
      }
      errno = 0
    }
    guard errno == 0 else { throw .system(errno, folder.path) }
    entries = found.sorted { a, b in
      a.rawName.lexicographicallyPrecedes(b.rawName) {
        UInt8(bitPattern: $0) < UInt8(bitPattern: $1)
      }
    }
  }

  /// What `name` stands for in `folder`.
  static func kind(
    of name: UnsafePointer<CChar>, in folder: Descriptor
  ) throws(PublishFault) -> Kind {
    guard let status = try status(of: name, in: folder) else {
      throw .system(ENOENT, folder.path(of: name))
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }

  /// Mode, size and times of `name`, of a link itself; nil where there is nothing of that name.
  static func status(
    of name: UnsafePointer<CChar>, in folder: Descriptor
  ) throws(PublishFault) -> stat? {
    var status = stat()
    guard fstatat(folder.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      guard errno == ENOENT else { throw .system(errno, folder.path(of: name)) }
      return nil
    }
    return status
  }
}
