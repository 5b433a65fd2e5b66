import Glibc

/// An open file or folder; closed when the last user lets go of it.
///
/// A class, because an open file must be closed once and not be copied. It is always handed on as
/// a whole, never as its number alone, so that it cannot be closed during a call.
final class Descriptor: Sendable {
  let number: CInt
  /// How faults call it.
  let path: String

  init(_ number: CInt, _ path: String) {
    self.number = number
    self.path = path
  }

  deinit { close(number) }

  /// Whether `name` in `parent` stands for what is open here, and not for another that came since.
  func isStill(
    _ name: UnsafePointer<CChar>, in parent: Descriptor
  ) throws(PublishFault) -> Bool {
    var own = stat()
    guard fstat(number, &own) == 0 else { throw .system(errno, path) }
    guard let named = try FolderListing.status(of: name, in: parent) else { return false }
    return named.st_dev == own.st_dev && named.st_ino == own.st_ino
  }

  /// How faults call the entry `name` of this folder.
  func path(of name: UnsafePointer<CChar>) -> String { "\(path)/\(String(cString: name))" }
}
