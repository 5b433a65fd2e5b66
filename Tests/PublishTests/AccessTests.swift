import Glibc
import Synchronization
import Testing

@testable import Publish

/// Who could not read what stood there cannot read what takes its place: group and access list count
/// as much as the mode. Groups are given away here, which root alone may.
@Suite(.enabled(if: geteuid() == 0, "only root may give a folder to any group"))
struct AccessTests {
  private static let group: gid_t = 64_123
  private static let owner: uid_t = 64_124
  /// Owner and user 64125 read and enter, the group does not: in the file system's form, version 2.
  private static let list: [UInt8] =
    [2, 0, 0, 0] + entry(1, 7) + entry(2, 5, 64_125) + entry(4, 0) + entry(16, 5) + entry(32, 0)

  private static func entry(_ tag: UInt8, _ may: UInt8, _ id: UInt32 = .max) -> [UInt8] {
    [tag, 0, may, 0] + (0..<4).map { UInt8(truncatingIfNeeded: id >> ($0 * 8)) }
  }

  @Test(arguments: [true, false])
  func anEditionKeepsItsGroupAndOwner(canExchange: Bool) throws {
    let folder = TemporaryFolder()
    try folder.publish("one", to: ["a", "b"])
    chown("\(folder.output)/a", Self.owner, Self.group)
    chmod("\(folder.output)/a", 0o750)
    for version in ["two", "three"] {
      try folder.publish(
        version, to: ["a", "b"], interfere: canExchange ? nil : SwapTests.noExchange)
      let new = try #require(status("\(folder.output)/a"))
      #expect(new.st_uid == Self.owner && new.st_gid == Self.group, "\(version)")
      #expect(new.st_mode & 0o7777 == 0o750, "\(version)")
      #expect(status("\(folder.output)/b")?.st_gid == getegid(), "\(version)")
      #expect(read("\(folder.output)/a/z") == "\(version) z")
    }
  }

  /// Of a group that this user may not give away another would get its rights.
  @Test(arguments: [0o750, 0o705] as [mode_t], [EPERM, EINVAL])
  func aGroupThatCannotBeKeptStopsTheBuild(mode: mode_t, code: CInt) throws {
    let folder = TemporaryFolder()
    try folder.publish("one", to: ["a", "b"])
    chown("\(folder.output)/b", Self.owner, Self.group)
    chmod("\(folder.output)/b", mode)
    let fault = fault { () throws(PublishFault) in
      try folder.publish("two", to: ["a", "b"]) { step, _ in step == .setGroup ? code : 0 }
    }
    #expect(fault?.reason.contains("group \(Self.group)") ?? false, "\(String(describing: fault))")
    for audience in ["a", "b"] { #expect(read("\(folder.output)/\(audience)/z") == "one z") }
    #expect(status("\(folder.output)/b").map { $0.st_mode & 0o777 } == mode)
  }

  /// Where the group may do what everybody may, it is no matter which it is; nor who owns it.
  @Test func aGroupThatMakesNoDifferenceStopsNothing() throws {
    let folder = TemporaryFolder()
    try folder.publish("one")
    chown("\(folder.output)/public", Self.owner, Self.group)
    try folder.publish("two") { step, _ in step == .setGroup ? EPERM : 0 }
    #expect(read("\(folder.output)/public/z") == "two z")
    #expect(status("\(folder.output)/public").map { $0.st_mode & 0o777 } == 0o755)
  }

  /// The owner cannot be given away by most users; the group is kept all the same.
  @Test func theGroupIsKeptWithoutTheOwner() throws {
    let folder = TemporaryFolder()
    try folder.publish("one")
    chown("\(folder.output)/public", Self.owner, Self.group)
    chmod("\(folder.output)/public", 0o750)
    let asked = Mutex(0)
    try folder.publish("two") { step, _ in
      guard step == .setGroup else { return 0 }
      return asked.withLock {
        $0 += 1; return $0 == 1 ? EPERM : 0
      }
    }
    let new = try #require(status("\(folder.output)/public"))
    #expect(new.st_uid == geteuid() && new.st_gid == Self.group)
    #expect(new.st_mode & 0o777 == 0o750)
  }

  /// With an access list the mode's group bits are a mask; without the list they would be the group's.
  @Test func anEditionKeepsItsAccessList() throws {
    let folder = TemporaryFolder()
    try folder.publish("one")
    guard set("system.posix_acl_access", Self.list, "\(folder.output)/public") else { return }
    try folder.publish("two")
    #expect(list("\(folder.output)/public") == Self.list)
    #expect(status("\(folder.output)/public").map { $0.st_mode & 0o777 } == 0o750)
  }

  /// What the output hands down to new folders is not what somebody said of this one.
  @Test func anEditionWithoutAListGetsNone() throws {
    let folder = TemporaryFolder()
    try folder.publish("one")
    chmod("\(folder.output)/public", 0o750)
    guard set("system.posix_acl_default", Self.list, folder.output) else { return }
    try folder.publish("two")
    #expect(list("\(folder.output)/public") == nil)
    #expect(status("\(folder.output)/public").map { $0.st_mode & 0o777 } == 0o750)
  }

  /// A briefing that is mended is read by whom it was, and meanwhile by nobody else.
  @Test func aSourceKeepsItsGroup() throws {
    let folder = TemporaryFolder()
    let path = "\(folder.path)/a.md"
    write("old", to: path)
    chown(path, Self.owner, Self.group)
    chmod(path, 0o640)
    let open = Mutex<[mode_t]>([])
    let beside = "\(folder.path)/.tearline-staging-a.md"
    try FileReplacement.replace(
      path, holding: Array("old".utf8), with: Array("new".utf8),
      FileSystem { _, _ in
        if let new = status(beside), new.st_gid != Self.group {
          open.withLock { $0.append(new.st_mode & 0o077) }
        }
        return 0
      })
    let new = try #require(status(path))
    #expect(new.st_uid == Self.owner && new.st_gid == Self.group)
    #expect(new.st_mode & 0o7777 == 0o640)
    let seen = open.withLock(\.self)
    #expect(!seen.isEmpty && seen.allSatisfy { $0 == 0 }, "\(seen)")
    let fault = fault { () throws(PublishFault) in
      try FileReplacement.replace(
        path, holding: Array("new".utf8), with: Array("newer".utf8),
        FileSystem { step, _ in step == .setGroup ? EPERM : 0 })
    }
    #expect(fault != nil)
    #expect(read(path) == "new")
    #expect(try names(in: folder.path) == ["a.md"])
  }

  /// A folder that was made for it says who may enter what is written there.
  @Test func aNewFolderKeepsWhoMayEnterTheEmptyOne() throws {
    let folder = TemporaryFolder()
    makeFolder("\(folder.path)/new")
    chown("\(folder.path)/new", Self.owner, Self.group)
    chmod("\(folder.path)/new", 0o750)
    try NewFolder.write(pages("one"), to: "\(folder.path)/new", at: 5, isSource: false)
    let new = try #require(status("\(folder.path)/new"))
    #expect(new.st_uid == Self.owner && new.st_gid == Self.group)
    #expect(new.st_mode & 0o7777 == 0o750)
    #expect(read("\(folder.path)/new/z") == "one z")
  }

  /// Gives an entry an access list; false where the file system has none.
  private func set(_ name: String, _ list: [UInt8], _ path: String) -> Bool {
    let number = open(path, O_RDONLY)
    defer { close(number) }
    return ListCalls.set?(number, name, list, list.count, 0) == 0
  }

  private func list(_ path: String) -> [UInt8]? {
    let number = open(path, O_RDONLY)
    guard number >= 0 else { return nil }
    do {
      return try Access(of: Descriptor(number, path)).list
    } catch {
      return [0]
    }
  }
}
