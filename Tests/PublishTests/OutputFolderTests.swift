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
}
