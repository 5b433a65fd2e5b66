import Glibc
import Testing

@testable import Publish

@Suite struct OutputFolderTests {
  @Test func refusesAFolderThatIsNoEdition() throws {
    let folder = TemporaryFolder()
    try folder.publish("one", to: ["old"])
    let fault = fault { () throws(PublishFault) in _ = try folder.publisher(["new"]) }
    #expect(fault?.kind == .stranger(folder: "old"))
    #expect(fault?.reason == "this folder is no edition of the policy")
    #expect(
      fault?.help == "look at it, then remove it or move it away: rm -r '\(folder.output)/old'")
  }

  @Test func refusesAHiddenFolderToo() throws {
    let folder = TemporaryFolder()
    makeFolder(folder.output)
    makeFolder("\(folder.output)/.old")
    let fault = fault { () throws(PublishFault) in _ = try folder.publisher() }
    #expect(fault?.kind == .stranger(folder: ".old"))
  }

  @Test func refusesALinkOfAnotherName() throws {
    let folder = TemporaryFolder()
    makeFolder(folder.output)
    symlink("/", "\(folder.output)/root")
    let fault = fault { () throws(PublishFault) in _ = try folder.publisher() }
    #expect(fault?.kind == .stranger(folder: "root"))
  }

  @Test func refusesToReplaceAFolderThatItDidNotMake() throws {
    let folder = TemporaryFolder()
    makeFolder(folder.output)
    makeFolder("\(folder.output)/public")
    _ = try folder.publisher()
    write("mine", to: "\(folder.output)/public/precious.txt")
    let fault = fault { () throws(PublishFault) in _ = try folder.publisher() }
    #expect(fault?.kind == .stranger(folder: "public"))
    #expect(fault?.reason == "this folder has an edition's name, but no manifest.json")
    #expect(read("\(folder.output)/public/precious.txt") == "mine")
  }

  /// Web applications have a file of that name, with something else in it.
  @Test(arguments: ["{\"name\": \"App\", \"icons\": []}\n", "", nil])
  func refusesToReplaceAFolderWithAnotherManifest(text: String?) throws {
    let folder = TemporaryFolder()
    try folder.publish("one")
    let edition = "\(folder.output)/public"
    write("mine", to: "\(edition)/precious.txt")
    if let text {
      write(text, to: "\(edition)/manifest.json")
    } else {
      unlink("\(edition)/manifest.json")
      makeFolder("\(edition)/manifest.json")
    }
    let fault = fault { () throws(PublishFault) in try folder.publish("two") }
    #expect(fault?.kind == .stranger(folder: "public"))
    let what = text == nil ? "no manifest.json" : "its manifest.json is no edition's"
    #expect(fault?.reason == "this folder has an edition's name, but \(what)")
    #expect(fault?.help == "look at it, then remove it or move it away: rm -r '\(edition)'")
    #expect(read("\(edition)/precious.txt") == "mine")
  }

  @Test func refusesALinkOrFileInAnEditionsPlace() throws {
    let folder = TemporaryFolder()
    makeFolder(folder.output)
    makeFolder("\(folder.path)/elsewhere")
    symlink("\(folder.path)/elsewhere", "\(folder.output)/public")
    #expect(fault { () throws(PublishFault) in _ = try folder.publisher() }?.kind == .unsafePath)
    unlink("\(folder.output)/public")
    write("x", to: "\(folder.output)/public")
    #expect(fault { () throws(PublishFault) in _ = try folder.publisher() }?.kind == .unsafePath)
  }

  @Test func removesWhatAKilledBuildLeftAndFollowsNoLink() throws {
    let folder = TemporaryFolder()
    try folder.publish("one")
    makeFolder("\(folder.path)/elsewhere")
    write("mine", to: "\(folder.path)/elsewhere/kept.txt")
    let staging = "\(folder.output)/.tearline-staging-public"
    makeFolder(staging)
    makeFolder("\(staging)/deep")
    symlink("\(folder.path)/elsewhere", "\(staging)/deep/link")
    symlink("\(folder.path)/elsewhere", "\(folder.output)/.tearline-staging-link")
    write("x", to: "\(folder.output)/.tearline-old-file")
    _ = try folder.publisher()
    #expect(try names(in: folder.output) == ["public"])
    #expect(read("\(folder.path)/elsewhere/kept.txt") == "mine")
  }

  /// Folders of an edition that their owner closed, to somebody who may not enter them either.
  @Test(arguments: [0, 0o500, 0o600] as [mode_t])
  func removesFoldersThatAreClosedToTheirOwner(mode: mode_t) throws {
    let folder = TemporaryFolder()
    try folder.publish("one")
    let closed = "\(folder.output)/public/en/briefings"
    let away = "\(folder.output)/.tearline-staging-public/en/briefings"
    chmod(closed, mode)
    try folder.publish("two") { step, path in
      // Root may do everything: as it would be for another.
      let isClosed = status(away).map { $0.st_mode & 0o700 != 0o700 } ?? false
      return step == .remove && path.hasPrefix(away + "/") && isClosed ? EACCES : 0
    }
    #expect(try names(in: folder.output) == ["public"])
    #expect(read("\(folder.output)/public/z") == "two z")
  }

  @Test func followsNoLinkInAnOldEdition() throws {
    let folder = TemporaryFolder()
    try folder.publish("one")
    makeFolder("\(folder.path)/elsewhere")
    write("mine", to: "\(folder.path)/elsewhere/kept.txt")
    symlink("\(folder.path)/elsewhere", "\(folder.output)/public/en/link")
    try folder.publish("two")
    #expect(read("\(folder.path)/elsewhere/kept.txt") == "mine")
    #expect(verify(folder: "\(folder.output)/public") == [])
  }

  @Test func writesThroughNoLinkThatAppearsInTheStagingFolder() throws {
    let folder = TemporaryFolder()
    makeFolder("\(folder.path)/elsewhere")
    let (output, path) = (folder.output, folder.path)
    let fault = fault { () throws(PublishFault) in
      try folder.publish("one") { step, name in
        if step == .createFile, name.hasSuffix("/z") {
          symlink("\(path)/elsewhere/z", "\(output)/.tearline-staging-public/z")
        }
        return 0
      }
    }
    #expect(fault?.code == EEXIST)
    #expect(try names(in: "\(path)/elsewhere") == [])
  }

  /// A build that goes no further cleans up; names of audiences may be unknown to it.
  @Test func isCleanedWhereNothingIsPublished() throws {
    let folder = TemporaryFolder()
    Publisher.cleanUp(output: folder.output, audiences: ["a"])
    #expect(status(folder.output) == nil)
    for (audiences, left) in [(["a"], ["a"]), (nil, ["a", "b"])] {
      try folder.publish("one", to: ["a", "b"])
      for audience in ["a", "b"] {
        rename("\(folder.output)/\(audience)", "\(folder.output)/.tearline-old-\(audience)")
      }
      for name in [".tearline-staging-a", ".tearline-old-", ".tearline-old-.hidden"] {
        makeFolder("\(folder.output)/\(name)")
      }
      Publisher.cleanUp(output: folder.output, audiences: audiences)
      #expect(try names(in: folder.output) == left)
    }
  }

  /// Silently, whatever stands in its way, and not while another build is at work.
  @Test func isCleanedOnlyWhereThatCanBeDoneAtOnce() throws {
    let folder = TemporaryFolder()
    func buildMeanwhile() throws {
      let publisher = try folder.publisher(["a"])
      let staged = try publisher.stage(pages("one"), for: "a", at: 1)
      Publisher.cleanUp(output: folder.output, audiences: ["a"])
      #expect(verify(folder: staged.path) == [])
    }
    try buildMeanwhile()
    #expect(try names(in: folder.output) == [".tearline-staging-a"])
    let stuck = FileSystem(interfere: { step, _ in step == .remove ? EIO : 0 })
    Publisher.cleanUp(output: folder.output, audiences: ["a"], stuck)
    #expect(try names(in: folder.output) == [".tearline-staging-a"])
    Publisher.cleanUp(output: folder.output, audiences: ["a"])
    #expect(try names(in: folder.output) == [])
  }

  /// It would be online again, and the build that brought it back would refuse to go on.
  @Test func bringsBackNoEditionThatThePolicyHasNoMore() throws {
    let folder = TemporaryFolder()
    try folder.publish("one", to: ["public", "partners"])
    rename("\(folder.output)/partners", "\(folder.output)/.tearline-old-partners")
    _ = try folder.publisher(["public"])
    #expect(try names(in: folder.output) == ["public"])
  }

  @Test func bringsBackAnEditionThatAKilledBuildMovedAway() throws {
    let folder = TemporaryFolder()
    try folder.publish("one")
    rename("\(folder.output)/public", "\(folder.output)/.tearline-old-public")
    _ = try folder.publisher()
    #expect(verify(folder: "\(folder.output)/public") == [])
    #expect(read("\(folder.output)/public/z") == "one z")
  }

  /// The command is pasted into a shell.
  @Test func quotesTheNameOfAFolder() {
    let folder = TemporaryFolder()
    makeFolder(folder.output)
    makeFolder("\(folder.output)/it's; ls")
    let fault = fault { () throws(PublishFault) in _ = try folder.publisher() }
    #expect(fault?.help?.hasSuffix(#"/it'\''s; ls'"#) == true, "\(fault?.help ?? "")")
  }
}
