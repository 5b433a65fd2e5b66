import Diagnostics
import Glibc

/// Why the output could not be written; what was published before is still there, unless the kind
/// is `leftOver` or the reason says otherwise.
public struct PublishFault: Error, Sendable, Equatable {
  /// What sort of fault it is.
  public enum Kind: Sendable, Equatable {
    /// Another is at work in the same output, folder or file.
    case locked
    /// The output holds a folder that is no edition of the policy.
    case stranger(folder: String)
    /// A path that could lead out of the edition, hide, or collide with another; or something that
    /// is not a folder where an edition belongs.
    case unsafePath
    /// The disk has no room for the edition, in bytes or in number of files.
    case noSpace
    /// The new editions are in place, but something of the old ones could not be removed.
    case leftOver
    /// Any other answer of the operating system.
    case io
  }

  /// What sort of fault it is.
  public var kind: Kind
  /// What it is about: the output as it was named, or a path in it.
  public var path: String
  /// What is wrong, in one sentence without a capital or a full stop.
  public var reason: String
  /// What to do, in one sentence.
  public var help: String?
  /// The operating system's error number, where it is its answer.
  public var code: Int32?

  /// A fault with these words.
  public init(_ kind: Kind, path: String, reason: String, help: String? = nil) {
    self.kind = kind
    self.path = path
    self.reason = reason
    self.help = help
  }

  /// The fault that the operating system's error number `code` stands for.
  static func system(_ code: CInt, _ path: String) -> PublishFault {
    let isFull = code == ENOSPC || code == EDQUOT
    var fault = PublishFault(
      isFull ? .noSpace : .io, path: path, reason: String(cString: strerror(code)).lowercased(),
      help: help(for: code))
    fault.code = code
    return fault
  }
}

extension PublishFault {
  private static func help(for code: CInt) -> String {
    switch code {
    case ENOSPC, EDQUOT: "make room on the disk, then build again"
    case ENOENT: "make the folder that holds it first, or name another"
    case ENOTDIR, EEXIST: "name a folder that is not there yet"
    case EIO: "look after the disk, or name another folder"
    case EROFS, EBUSY: "name another folder"
    case EMFILE, ENFILE: "let more files be open at once: ulimit -n"
    case EFBIG: "let files be larger: ulimit -f"
    default: "let this user write there, or name another folder"
    }
  }

  /// What to do where the operating system does not let this user remove `path`.
  static func removalHelp(_ path: String) -> String {
    "remove it as its owner: rm -r \(ShellWord.quoted(path))"
  }
}

extension PublishFault: CustomStringConvertible {
  /// `path: reason`.
  public var description: String { "\(path): \(reason)" }
}
