import Glibc

/// Who may read an entry, a file or a folder: its owner, its group, its mode and, where it has one,
/// its access list (acl(5)).
///
/// The three belong together: the same mode says something else with another group, and with an
/// access list the group's three bits are the list's mask and not what the group may do.
struct Access {
  /// Name of the extended attribute that an access list is kept in.
  fileprivate static let listName = "system.posix_acl_access"

  let owner: uid_t
  let group: gid_t
  /// The bits of `chmod`, with those for user and group that a program takes on.
  let mode: mode_t
  /// The access list in the system's own form; nil where there is none, or the file system has none.
  let list: [UInt8]?

  /// That of an open entry.
  init(of entry: Descriptor) throws(PublishFault) {
    var status = stat()
    guard fstat(entry.number, &status) == 0 else { throw .system(errno, entry.path) }
    owner = status.st_uid
    group = status.st_gid
    mode = status.st_mode & 0o7777
    list = try Self.list(of: entry)
  }

  /// Whether the group is not let do just what everybody else is.
  fileprivate var needsGroup: Bool { list != nil || mode >> 3 & 0o7 != mode & 0o7 }

  private static func list(of entry: Descriptor) throws(PublishFault) -> [UInt8]? {
    guard let fgetxattr = ListCalls.get else { return nil }
    while true {
      let size = fgetxattr(entry.number, listName, nil, 0)
      var count = size
      var bytes = [UInt8](repeating: 0, count: max(0, size))
      if size >= 0 { count = fgetxattr(entry.number, listName, &bytes, size) }
      if count >= 0, count == size { return bytes }
      // Another list, of another length, took its place meanwhile.
      if count >= 0 || size >= 0 && errno == ERANGE { continue }
      switch errno {
      case ENODATA, EOPNOTSUPP, ENOSYS: return nil
      default: throw .system(errno, entry.path)
      }
    }
  }
}

extension FileSystem {
  /// Lets those read `entry` whom `access` lets in, and nobody else.
  ///
  /// Its owner stays, where this user may not give it away. Its group may stay only where that makes
  /// no difference; otherwise those of the other group would get in, and the fault says so.
  func give(_ access: Access, to entry: Descriptor) throws(PublishFault) {
    let own = try Access(of: entry)
    if own.owner != access.owner || own.group != access.group {
      try giveGroup(access, to: entry)
    }
    if let list = access.list {
      try attempt(.setList, entry.path) {
        ListCalls.set.map {
          Int($0(entry.number, Access.listName, list, list.count, 0))
        } ?? unsupported()
      }
    } else if own.list != nil {
      // One that the folder around it hands down to all that is new in it.
      try attempt(.setList, entry.path) {
        ListCalls.remove.map { Int($0(entry.number, Access.listName)) } ?? unsupported()
      }
    }
    try setMode(access.mode, of: entry)
  }

  private func giveGroup(_ access: Access, to entry: Descriptor) throws(PublishFault) {
    for owner in [access.owner, uid_t.max] {
      do {
        return try attempt(.setGroup, entry.path) {
          Int(fchown(entry.number, owner, access.group))
        }
      } catch {
        // EINVAL: a user or a group that this container has no number for.
        guard error.code == EPERM || error.code == EINVAL else { throw error }
      }
    }
    guard access.needsGroup else { return }
    var fault = PublishFault(
      .io, path: entry.path,
      reason:
        "what stands there is for group \(access.group), and this user may not give what takes "
        + "its place to that group",
      help: "work as a member of that group, or give it a group of this user's first: chgrp")
    fault.code = EPERM
    throw fault
  }

  private func unsupported() -> Int {
    errno = ENOSYS
    return -1
  }
}

/// The calls for extended attributes, which Swift's Glibc module leaves out.
enum ListCalls {
  typealias Get =
    @convention(c) (CInt, UnsafePointer<CChar>, UnsafeMutableRawPointer?, Int) -> Int
  typealias Set =
    @convention(c) (CInt, UnsafePointer<CChar>, UnsafeRawPointer, Int, CInt) -> CInt
  typealias Remove = @convention(c) (CInt, UnsafePointer<CChar>) -> CInt

  static let get = dlsym(nil, "fgetxattr").map { unsafeBitCast($0, to: Get.self) }
  static let set = dlsym(nil, "fsetxattr").map { unsafeBitCast($0, to: Set.self) }
  static let remove = dlsym(nil, "fremovexattr").map { unsafeBitCast($0, to: Remove.self) }
}
