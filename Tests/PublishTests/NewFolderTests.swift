import Glibc
import Synchronization
import Testing

@testable import Publish

/// A new folder is there whole or not at all.
@Suite struct NewFolderTests {
  /// What failed leaves nothing beside its place, and does not stand in the way of the next.
  @Test func leavesNothingWhereItFails() throws {
    let folder = TemporaryFolder()
    let tooLong = SitePage(path: "y/" + String(repeating: "z", count: 300), bytes: [])
    let fault = fault { () throws(PublishFault) in
      try NewFolder.write(
        pages("one") + [tooLong], to: "\(folder.path)/new", at: 5, isSource: false)
    }
    #expect(fault != nil)
    #expect(try names(in: folder.path) == [])
    try NewFolder.write(pages("two"), to: "\(folder.path)/new", at: 5, isSource: false)
    #expect(try names(in: folder.path) == ["new"])
    #expect(read("\(folder.path)/new/z") == "two z")
  }

  /// It is in its place once all of it is on the disk, and then the name is.
  @Test func isOnTheDiskBeforeItIsInItsPlace() throws {
    let folder = TemporaryFolder()
    let steps = Steps()
    try NewFolder.write(
      pages("one"), to: "\(folder.path)/new", at: 5, FileSystem(interfere: steps.note))
    let last = steps.all.drop { $0 != .flush }
    #expect(last == [.flush, .rename, .flush], "\(steps.all)")
  }

  /// Only an empty folder may stand in its place.
  @Test func replacesNothing() throws {
    let folder = TemporaryFolder()
    makeFolder("\(folder.path)/new")
    try NewFolder.write(pages("one"), to: "\(folder.path)/new", at: 5, isSource: false)
    let fault = fault { () throws(PublishFault) in
      try NewFolder.write(pages("two"), to: "\(folder.path)/new", at: 5, isSource: false)
    }
    #expect(fault?.kind == .stranger(folder: "new"))
    #expect(read("\(folder.path)/new/z") == "one z")
    #expect(try names(in: folder.path) == ["new"])
  }

  /// Who may not enter the empty folder may not enter what takes its place, nor what is written beside it.
  @Test func isAsClosedAsTheEmptyFolder() throws {
    let folder = TemporaryFolder()
    let path = "\(folder.path)/new"
    makeFolder(path)
    chmod(path, 0o700)
    let open = Mutex<[mode_t]>([])
    try NewFolder.write(
      pages("one"), to: path, at: 5,
      FileSystem { [beside = "\(folder.path)/.tearline-staging-new"] _, _ in
        if let mode = status(beside)?.st_mode { open.withLock { $0.append(mode & 0o077) } }
        return 0
      })
    #expect(status(path).map { $0.st_mode & 0o7777 } == 0o700)
    let seen = open.withLock(\.self)
    #expect(!seen.isEmpty && seen.allSatisfy { $0 == 0 }, "\(seen)")
  }

  /// An author who keeps others out of new files keeps them out of these.
  @Test func followsTheUmaskWhereAnAuthorGoesOn() throws {
    let folder = TemporaryFolder()
    try NewFolder.write(pages("one"), to: "\(folder.path)/a", at: 5, FileSystem(mask: 0o027))
    #expect(status("\(folder.path)/a").map { $0.st_mode & 0o777 } == 0o750)
    #expect(status("\(folder.path)/a/en").map { $0.st_mode & 0o777 } == 0o750)
    #expect(status("\(folder.path)/a/z").map { $0.st_mode & 0o777 } == 0o640)
    try NewFolder.writeFile([1], to: "\(folder.path)/f", at: 5, FileSystem(mask: 0o077))
    #expect(status("\(folder.path)/f").map { $0.st_mode & 0o777 } == 0o600)
  }

  /// A folder that has no name is filled where it is: who stands in it finds what was written.
  @Test func fillsAFolderWithoutAName() throws {
    let folder = TemporaryFolder()
    makeFolder("\(folder.path)/new")
    let before = status("\(folder.path)/new")?.st_ino
    let steps = Steps()
    try NewFolder.write(
      pages("one"), to: "\(folder.path)/new/.", at: 5, FileSystem(interfere: steps.note))
    #expect(status("\(folder.path)/new")?.st_ino == before)
    #expect(try names(in: "\(folder.path)/new") == [".well-known", "en", "only-one", "z"])
    #expect(status("\(folder.path)/new")?.st_mtim.tv_sec == 5)
    let last = steps.all.drop { $0 != .flush }
    #expect(last == [.flush] + Array(repeating: .rename, count: 4) + [.remove, .setTime, .flush])
    let fault = fault { () throws(PublishFault) in
      try NewFolder.write(pages("two"), to: "\(folder.path)/new/.", at: 5, isSource: false)
    }
    #expect(fault?.kind == .stranger(folder: "."))
    #expect(read("\(folder.path)/new/z") == "one z")
  }

  /// After a fault at any step the folder is as empty as it was, or what is left is in nobody's way.
  @Test func leavesAFolderWithoutANameEmpty() throws {
    let folder = TemporaryFolder()
    makeFolder("\(folder.path)/new")
    let all = Steps()
    try NewFolder.write(
      pages("one"), to: "\(folder.path)/new/.", at: 5, FileSystem(interfere: all.note))
    for number in all.all.indices where all.all[number] != .flush || number < all.all.count - 1 {
      makeFolder("\(folder.path)/\(number)")
      let fault = fault { () throws(PublishFault) in
        try NewFolder.write(
          pages("one"), to: "\(folder.path)/\(number)/.", at: 5,
          FileSystem(interfere: Steps(failing: number).note))
      }
      #expect(fault != nil || all.all[number] == .makeFolder, "\(number): \(all.all[number])")
      guard fault != nil else { continue }
      let left = try names(in: "\(folder.path)/\(number)")
      #expect(left.isEmpty || left == [".tearline-staging-new"], "\(number): \(left)")
      try NewFolder.write(pages("two"), to: "\(folder.path)/\(number)/.", at: 5, isSource: false)
    }
  }

  /// Half of a folder that a killed one left stands in nobody's way.
  @Test func removesWhatAKilledOneLeft() throws {
    let folder = TemporaryFolder()
    let staging = "\(folder.path)/.tearline-staging-new"
    makeFolder(staging)
    makeFolder("\(staging)/en")
    write("half", to: "\(staging)/en/stray")
    try NewFolder.write(pages("one"), to: "\(folder.path)/new", at: 5, isSource: false)
    #expect(try names(in: folder.path) == ["new"])
    #expect(try names(in: "\(folder.path)/new/en") == ["briefings", "index.html"])
  }

  /// What another is writing now is no left-over.
  @Test func leavesWhatAnotherWritesAlone() throws {
    let folder = TemporaryFolder()
    let staging = "\(folder.path)/.tearline-staging-new"
    makeFolder(staging)
    write("half", to: "\(staging)/z")
    let other = open(staging, O_RDONLY | O_DIRECTORY)
    #expect(flock(other, LOCK_EX | LOCK_NB) == 0)
    let locked = fault { () throws(PublishFault) in
      try NewFolder.write(pages("one"), to: "\(folder.path)/new", at: 5, isSource: false)
    }
    #expect(locked?.kind == .locked)
    #expect(locked?.reason == "another release is writing to this folder")
    #expect(read("\(staging)/z") == "half")
    close(other)
    try NewFolder.write(pages("one"), to: "\(folder.path)/new", at: 5, isSource: false)
    #expect(try names(in: folder.path) == ["new"])
  }

  /// Held from before the first file to the renaming.
  @Test func isHeldUntilItIsInItsPlace() throws {
    let folder = TemporaryFolder()
    let staging = "\(folder.path)/.tearline-staging-new"
    let steps = FileSystem(interfere: { step, path in
      guard [.createFile, .flush, .rename].contains(step), status(staging) != nil else { return 0 }
      let other = open(staging, O_RDONLY | O_DIRECTORY)
      defer { close(other) }
      #expect(flock(other, LOCK_EX | LOCK_NB) != 0, "\(step) \(path)")
      return 0
    })
    try NewFolder.write(pages("one"), to: "\(folder.path)/new", at: 5, steps)
  }

  /// Before its lock is taken, another may take it for a left-over, and make one anew.
  @Test func givesWayToWhoCameBetween() throws {
    let folder = TemporaryFolder()
    let staging = "\(folder.path)/.tearline-staging-new"
    let steps = FileSystem(interfere: { step, _ in
      guard step == .lock else { return 0 }
      rmdir(staging)
      makeFolder(staging)
      write("another's", to: "\(staging)/z")
      return 0
    })
    let locked = fault { () throws(PublishFault) in
      try NewFolder.write(pages("one"), to: "\(folder.path)/new", at: 5, steps)
    }
    #expect(locked?.kind == .locked)
    #expect(read("\(staging)/z") == "another's")
  }

  /// Where folders cannot be locked, a file in it is, which does not come along.
  @Test func leavesNoLockFile() throws {
    let folder = TemporaryFolder()
    let steps = FileSystem(interfere: { step, path in
      step == .lock && path.hasSuffix("-new") ? EBADF : 0
    })
    makeFolder("\(folder.path)/.tearline-staging-new")
    try NewFolder.write(pages("one"), to: "\(folder.path)/new", at: 5, steps)
    #expect(try names(in: folder.path) == ["new"])
    #expect(
      try names(in: "\(folder.path)/new") == [".well-known", "en", "only-one", "z"])
    #expect(status("\(folder.path)/new")?.st_mtim.tv_sec == 5)
  }

  /// Of a file that cannot be written whole nothing is left; one that is there already stays as it is.
  @Test(arguments: [FileSystem.Step.createFile, .write, .setMode, .setTime])
  func writesAFileWholeOrNotAtAll(failing step: FileSystem.Step) throws {
    let folder = TemporaryFolder()
    let full = FileSystem { $0 == step && !$1.hasSuffix("old") ? ENOSPC : 0 }
    try NewFolder.writeFile(Array("old".utf8), to: "\(folder.path)/old", at: 5, full)
    for (name, code) in [("new", ENOSPC), ("old", EEXIST)] {
      let fault = fault { () throws(PublishFault) in
        try NewFolder.writeFile(Array("new".utf8), to: "\(folder.path)/\(name)", at: 5, full)
      }
      #expect(fault?.code == code)
    }
    #expect(try names(in: folder.path) == ["old"])
    #expect(read("\(folder.path)/old") == "old")
  }
}
