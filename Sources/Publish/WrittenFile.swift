import Glibc

/// Files of an edition that is there already, which may have been changed by anybody.
enum WrittenFile {
  /// Reads a file from its beginning, and follows no link; gives each piece to `body` until that says
  /// that it has had enough.
  static func read(
    _ name: UnsafePointer<CChar>, in folder: Descriptor, _ body: (ArraySlice<UInt8>) -> Bool
  ) throws(PublishFault) {
    // Without waiting: a pipe in a file's place would otherwise stop everything.
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    let number = openat(folder.number, name, flags)
    guard number >= 0 else { throw .system(errno, folder.path(of: name)) }
    let file = Descriptor(number, folder.path(of: name))
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file.number, &buffer, buffer.count)
      if count == 0 { return }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw .system(errno, file.path)
      }
      guard body(buffer.prefix(count)) else { return }
    }
  }
}
