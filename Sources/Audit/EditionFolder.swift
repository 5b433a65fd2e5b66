internal import Glibc

extension AuditedEdition {
  /// The edition in a folder, such as `site/public`; nil where there is no such folder.
  ///
  /// Links are not followed, and are findings; so is a folder that is there and cannot be read.
  public init?(audience: String, folder: String) {
    var paths: [String] = []
    var strays: [Stray] = []
    if !Self.list(folder, "", &paths, &strays) {
      var status = stat()
      if lstat(folder, &status) != 0, errno == ENOENT { return nil }
      strays.append(Stray(kind: .unreadable, path: ".", line: 1))
    }
    // What it does not name would be none of the edition's.
    if !paths.contains(Manifest.path) {
      strays.append(Stray(kind: .noManifest, path: Manifest.path, line: 1))
    }
    // Held open, so that each file is found from there.
    let root = OpenFolder(folder)
    self.init(audience: audience, paths: paths) { path in
      root.flatMap { Self.bytes(of: path, in: $0) }
    }
    self.strays = strays.sorted { $0.path < $1.path }
  }

  private static func list(
    _ root: String, _ below: String, _ paths: inout [String], _ strays: inout [Stray]
  ) -> Bool {
    guard let stream = opendir(below.isEmpty ? root : root + "/" + below) else { return false }
    defer { closedir(stream) }
    errno = 0
    while let entry = readdir(stream) {
      defer { errno = 0 }
      let name = withUnsafePointer(to: entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      let path = below.isEmpty ? name : below + "/" + name
      switch kind(entry.pointee.d_type, root, path) {
      case nil: strays.append(Stray(kind: .unreadable, path: path, line: 1))
      case S_IFREG: paths.append(path)
      case S_IFDIR:
        let before = paths.count + strays.count
        if !list(root, path, &paths, &strays) {
          strays.append(Stray(kind: .unreadable, path: path, line: 1))
        } else if paths.count + strays.count == before {
          // No file stands in it, but it has a name.
          strays.append(Stray(kind: .unlisted, path: path, line: 1))
        }
      default: strays.append(Stray(kind: .link, path: path, line: 1))
      }
    }
    // Files that were not listed would not be looked through.
    return errno == 0
  }

  /// What an entry of a folder is, as `stat` has it; nil where that cannot be told.
  ///
  /// - Parameter type: what the folder says of it, on file systems whose folders say so.
  private static func kind(_ type: UInt8, _ root: String, _ path: String) -> mode_t? {
    if type != 0 { return mode_t(type) << 12 }
    var status = stat()
    guard lstat(root + "/" + path, &status) == 0 else { return nil }
    return status.st_mode & S_IFMT
  }

  private static func bytes(of path: String, in root: OpenFolder) -> [UInt8]? {
    let file = openat(root.number, path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let size = Int(status.st_size)
    var isRead = true
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = Glibc.read(file, buffer.baseAddress?.advanced(by: count), size - count)
        if got < 0, errno == EINTR { continue }
        guard got > 0 else {
          isRead = false
          return
        }
        count += got
      }
    }
    return isRead ? bytes : nil
  }
}

/// A folder that is open as long as somebody reads from it.
private final class OpenFolder: Sendable {
  let number: CInt

  init?(_ path: String) {
    number = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if number < 0 { return nil }
  }

  deinit { close(number) }
}
