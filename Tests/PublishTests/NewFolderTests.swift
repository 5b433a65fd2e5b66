import Testing

@testable import Publish

/// A new folder is there whole or not at all.
@Suite struct NewFolderTests {
  /// What failed leaves nothing beside its place, and does not stand in the way of the next.
  @Test func leavesNothingWhereItFails() throws {
    let folder = TemporaryFolder()
    let tooLong = SitePage(path: "y/" + String(repeating: "z", count: 300), bytes: [])
    let fault = fault { () throws(PublishFault) in
      try NewFolder.write(pages("one") + [tooLong], to: "\(folder.path)/new", at: 5)
    }
    #expect(fault != nil)
    #expect(try names(in: folder.path) == [])
    try NewFolder.write(pages("two"), to: "\(folder.path)/new", at: 5)
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
    try NewFolder.write(pages("one"), to: "\(folder.path)/new", at: 5)
    let fault = fault { () throws(PublishFault) in
      try NewFolder.write(pages("two"), to: "\(folder.path)/new", at: 5)
    }
    #expect(fault?.kind == .stranger(folder: "new"))
    #expect(read("\(folder.path)/new/z") == "one z")
    #expect(try names(in: folder.path) == ["new"])
  }
}
