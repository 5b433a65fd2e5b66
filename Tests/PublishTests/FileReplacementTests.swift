import Glibc
import Testing

@testable import Publish

/// A file that is replaced is the old one or the new one, and nothing stays beside it.
@Suite struct FileReplacementTests {
  @Test func leavesTheOldFileOrTheNewOneAndNothingBeside() throws {
    var outcomes: [String?] = []
    for failing in 0..<20 {
      let folder = TemporaryFolder()
      let path = "\(folder.path)/a.md"
      write("old", to: path)
      chmod(path, 0o640)
      let steps = Steps(failing: failing)
      let fault = fault { () throws(PublishFault) in
        try FileReplacement.replace(
          path, holding: Array("old".utf8), with: Array("new".utf8),
          FileSystem(interfere: steps.note))
      }
      #expect(try names(in: folder.path) == ["a.md"], "\(failing)")
      #expect(status(path).map { $0.st_mode & 0o7777 } == 0o640)
      #expect((fault == nil) == (steps.all.count <= failing), "\(failing)")
      outcomes.append(read(path))
      if fault != nil, !steps.all.contains(.rename) || steps.all.last == .rename {
        #expect(read(path) == "old", "\(failing)")
      }
      let held = Array((read(path) ?? "").utf8)
      try FileReplacement.replace(path, holding: held, with: Array("newer".utf8))
      #expect(read(path) == "newer")
    }
    #expect(outcomes.first == "old" && outcomes.last == "new", "\(outcomes)")
  }

  /// What is in the new file is on the disk before it has the old one's name, and the name behind that.
  @Test func flushesBeforeAndBehindTheRename() throws {
    let folder = TemporaryFolder()
    let path = "\(folder.path)/a.md"
    write("old", to: path)
    let steps = Steps()
    try FileReplacement.replace(
      path, holding: Array("old".utf8), with: Array("new".utf8), FileSystem(interfere: steps.note))
    let all = steps.all
    let rename = try #require(all.firstIndex(of: .rename))
    let write = try #require(all.lastIndex(of: .write))
    #expect(write < rename && all[write..<rename].contains(.flush))
    #expect(all[rename...].contains(.flush))
  }

  @Test func removesWhatAKilledOneLeft() throws {
    let folder = TemporaryFolder()
    let path = "\(folder.path)/a.md"
    write("old", to: path)
    write("half", to: "\(folder.path)/.tearline-staging-a.md")
    try FileReplacement.replace(path, holding: Array("old".utf8), with: Array("new".utf8))
    #expect(read(path) == "new")
    #expect(try names(in: folder.path) == ["a.md"])
  }

  /// One at a time: half of one's contents must not get into the file by another's hand.
  @Test func leavesAFileAloneThatAnotherReplaces() throws {
    let folder = TemporaryFolder()
    let path = "\(folder.path)/a.md"
    write("old", to: path)
    write("half", to: "\(folder.path)/.tearline-staging-a.md")
    let other = open(path, O_RDONLY)
    defer { close(other) }
    #expect(flock(other, LOCK_EX | LOCK_NB) == 0)
    let locked = fault { () throws(PublishFault) in
      try FileReplacement.replace(path, holding: Array("old".utf8), with: Array("new".utf8))
    }
    #expect(locked?.kind == .locked)
    let replaced = fault { () throws(PublishFault) in
      let steps = FileSystem(interfere: { step, _ in
        guard step == .lock else { return 0 }
        flock(other, LOCK_UN)
        write("another's", to: "\(folder.path)/b.md")
        rename("\(folder.path)/b.md", path)
        return 0
      })
      try FileReplacement.replace(path, holding: Array("old".utf8), with: Array("new".utf8), steps)
    }
    #expect(replaced?.kind == .locked)
    #expect(read(path) == "another's")
    #expect(read("\(folder.path)/.tearline-staging-a.md") == "half")
  }

  /// What somebody saved since the file was read is not overwritten, of whatever length it is.
  @Test(arguments: ["older", "odd", ""])
  func leavesAFileAloneThatHasChanged(since: String) throws {
    let folder = TemporaryFolder()
    let path = "\(folder.path)/a.md"
    write(since, to: path)
    let fault = fault { () throws(PublishFault) in
      try FileReplacement.replace(path, holding: Array("old".utf8), with: Array("new".utf8))
    }
    #expect(fault?.kind == .locked && fault?.path == path)
    #expect(read(path) == since)
    #expect(try names(in: folder.path) == ["a.md"])
  }
}
