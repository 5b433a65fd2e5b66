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

  /// How faults call the entry `name` of this folder.
  func path(of name: UnsafePointer<CChar>) -> String { "\(path)/\(String(cString: name))" }
}
