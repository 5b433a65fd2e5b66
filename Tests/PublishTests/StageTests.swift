import Glibc
import Testing

@testable import Publish

@Suite struct StageTests {
  /// Mode and modification time of everything in a folder, by path.
  private func tree(_ path: String) throws -> [String: (mode: mode_t, time: Int)] {
    var found: [String: (mode: mode_t, time: Int)] = [:]
    func visit(_ path: String) throws {
      guard let status = status(path) else { return }
      found[path] = (status.st_mode & 0o7777, Int(status.st_mtim.tv_sec))
      #expect(status.st_mtim.tv_nsec == 0)
      guard status.st_mode & S_IFMT == S_IFDIR else { return }
      for name in try names(in: path) { try visit("\(path)/\(name)") }
    }
    try visit(path)
    return found
  }

  @Test(arguments: [0o077, 0o022, 0o000] as [mode_t])
  func setsModesAndTimesWhateverTheUmask(_ mask: mode_t) throws {
    let folder = TemporaryFolder()
    makeFolder(folder.output)
    let before = umask(mask)
    defer { umask(before) }
    try folder.publish("one", at: 1_234_567_890)
    let found = try tree("\(folder.output)/public")
    #expect(found.count == 13)
    for (path, entry) in found {
      let isFolder = status(path).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false
      #expect(entry.mode == (isFolder ? 0o755 : 0o644), "\(path)")
      #expect(entry.time == 1_234_567_890, "\(path)")
    }
  }

  @Test func keepsWhatIsNotAuditedToThisUser() throws {
    let folder = TemporaryFolder()
    let publisher = try folder.publisher()
    let staged = try publisher.stage(pages("one"), for: "public", at: 1)
    #expect(status(staged.path).map { $0.st_mode & 0o7777 } == 0o700)
    #expect(staged.path == "\(folder.output)/.tearline-staging-public")
    #expect(verify(folder: staged.path) == [])
    #expect(staged.manifest.entries.count == 6)
  }

  @Test func isLaterThanTheLastEdition() throws {
    let folder = TemporaryFolder()
    func time() -> Int? { status("\(folder.output)/public/z").map { Int($0.st_mtim.tv_sec) } }
    for (asked, given) in [(100, 100), (100, 101), (50, 102), (102, 103), (200, 200)] {
      try folder.publish("v\(asked)", at: asked)
      #expect(time() == given)
    }
  }

  /// A build for one audience goes before a build for all: still all files of that have one time.
  @Test func isTheSameInAllEditionsOfABuild() throws {
    let folder = TemporaryFolder()
    let audiences = ["a", "b", "c"]
    func times(at asked: Int, _ built: [String]) throws -> [Int?] {
      let publisher = try folder.publisher(audiences)
      try publisher.swap(
        built.map { try publisher.stage(pages("v"), for: $0, at: asked) })
      return audiences.map { audience in
        status("\(folder.output)/\(audience)/z").map { Int($0.st_mtim.tv_sec) }
      }
    }
    #expect(try times(at: 100, ["a", "b"]) == [100, 100, nil])
    #expect(try times(at: 100, ["a"]) == [101, 100, nil])
    // The first edition of an audience, too, is later than those of the others.
    #expect(try times(at: 100, ["c"]) == [101, 100, 102])
    #expect(try times(at: 100, audiences) == [103, 103, 103])
    #expect(try times(at: 200, ["b"]) == [103, 200, 103])
    #expect(try times(at: 150, audiences) == [201, 201, 201])
  }

  @Test func writesTheSameTreeForPagesInAnyOrder() throws {
    let folder = TemporaryFolder()
    let publisher = try folder.publisher(["a", "b"])
    let first = try publisher.stage(pages("one"), for: "a", at: 5)
    let second = try publisher.stage(pages("one").reversed(), for: "b", at: 5)
    #expect(first.manifest == second.manifest)
    #expect(verify(folder: second.path) == [])
  }

  @Test func writesTheSameTreeInParts() throws {
    let folder = TemporaryFolder()
    let publisher = try folder.publisher(["a", "b"])
    let whole = try publisher.stage(pages("one"), for: "a", at: 5)
    let staging = try publisher.begin("b", at: 5)
    // Pages of one folder come in different parts.
    for page in pages("one").reversed() { try staging.write([page]) }
    let parts = try staging.finish()
    #expect(parts.manifest == whole.manifest)
    #expect(verify(folder: parts.path) == [])
    let (first, second) = (try tree(whole.path), try tree(parts.path))
    #expect(first.count == second.count)
    for (path, entry) in second {
      let other = first[whole.path + path.dropFirst(parts.path.count)]
      #expect(other?.mode == entry.mode && other?.time == entry.time, "\(path)")
    }
  }

  /// Pages of the same folders, from several threads at once: nothing is lost, and whichever thread
  /// comes last, the time of each folder is that of the build.
  @Test func writesTheSameTreeFromSeveralThreads() async throws {
    let pages = (0..<400).map { number in
      SitePage(
        path: "en/briefings/b\(number % 40)/\(number % 3)/f\(number).html",
        bytes: Array("\(number)".utf8))
    }
    let folder = TemporaryFolder()
    let publisher = try folder.publisher(["a", "b"])
    let whole = try publisher.stage(pages, for: "a", at: 5)
    let staging = try publisher.begin("b", at: 5)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for start in 0..<8 {
        group.addTask {
          for number in stride(from: start, to: pages.count, by: 8) {
            try staging.write([pages[number]])
          }
        }
      }
      try await group.waitForAll()
    }
    let parts = try staging.finish()
    #expect(parts.manifest == whole.manifest)
    #expect(verify(folder: parts.path) == [])
    let times = try tree(parts.path).values.map(\.time)
    #expect(times.count > 400 && times.allSatisfy { $0 == times[0] })
  }

  @Test func refusesInALaterPartWhatItRefusesAtOnce() throws {
    let folder = TemporaryFolder()
    let publisher = try folder.publisher()
    for path in ["z", "Z", "z/y", "en/briefings/a", "../x"] {
      let staging = try publisher.begin("public", at: 1)
      try staging.write(pages("one"))
      let fault = fault { () throws(PublishFault) in
        try staging.write([SitePage(path: path, bytes: [])])
        _ = try staging.finish()
      }
      #expect(fault != nil, "\(path)")
      publisher.discard(staging)
    }
    #expect(try names(in: folder.output) == [])
  }

  @Test func writesAnEditionOfNoPages() throws {
    let folder = TemporaryFolder()
    let publisher = try folder.publisher()
    try publisher.swap([try publisher.stage([], for: "public", at: 5)])
    #expect(try names(in: "\(folder.output)/public") == ["manifest.json"])
  }

  @Test func leavesNothingWhenTheDiskIsFull() throws {
    let folder = TemporaryFolder()
    try folder.publish("one")
    let fault = fault { () throws(PublishFault) in
      try folder.publish("two") { step, _ in step == .write ? ENOSPC : 0 }
    }
    #expect(fault?.kind == .noSpace)
    #expect(fault?.reason == "no space left on device")
    #expect(try names(in: folder.output) == ["public"])
    #expect(read("\(folder.output)/public/z") == "one z")
  }

  /// What went wrong first is told, not that what was written could not be removed then.
  @Test func tellsWhatWentWrongFirst() throws {
    let folder = TemporaryFolder()
    let interfere: @Sendable (FileSystem.Step, String) -> CInt = { step, path in
      step == .write && path.hasSuffix("/z") ? ENOSPC : step == .remove ? EIO : 0
    }
    let staged = fault { () throws(PublishFault) in
      try folder.publish("one", interfere: interfere)
    }
    #expect(staged?.kind == .noSpace)
    let written = fault { () throws(PublishFault) in
      try NewFolder.write(
        pages("one"), to: "\(folder.path)/new", at: 5, FileSystem(interfere: interfere))
    }
    #expect(written?.kind == .noSpace)
  }

  /// One edition that cannot be removed leaves no other behind.
  @Test func discardsWhatCanBeDiscarded() throws {
    let folder = TemporaryFolder()
    let publisher = try folder.publisher(["a", "b"]) { step, path in
      step == .remove && path.contains("staging-a") ? EIO : 0
    }
    publisher.discard(try ["a", "b"].map { try publisher.stage(pages("one"), for: $0, at: 1) })
    #expect(try names(in: folder.output) == [".tearline-staging-a"])
  }

  @Test func refusesWhatTheDiskHasNoRoomFor() throws {
    let folder = TemporaryFolder()
    let output = OutputFolder(
      folder: try FileSystem().openOutput(at: folder.path), fileSystem: FileSystem())
    let fault = fault { () throws(PublishFault) in
      try output.checkSpace(sizes: [1 << 60], folders: 1)
    }
    #expect(fault?.kind == .noSpace)
    #expect(fault?.help == "make room on the disk, then build again")
  }

  @Test func discardsWhatWasStaged() throws {
    let folder = TemporaryFolder()
    let publisher = try folder.publisher()
    publisher.discard([try publisher.stage(pages("one"), for: "public", at: 1)])
    #expect(try names(in: folder.output) == [])
  }

  @Test func refusesAnAudienceThatThePolicyDoesNotHave() throws {
    let folder = TemporaryFolder()
    let publisher = try folder.publisher()
    let fault = fault { () throws(PublishFault) in
      _ = try publisher.stage([], for: "other", at: 1)
    }
    #expect(fault?.kind == .unsafePath)
  }
}
