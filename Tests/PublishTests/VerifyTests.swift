import Glibc
import Testing

@testable import Publish

@Suite struct VerifyTests {
  /// The problems of a fresh edition after `change` was made to its folder.
  private func problems(after change: (String) -> Void) throws -> [String] {
    let folder = TemporaryFolder()
    try folder.publish("one")
    let edition = "\(folder.output)/public"
    change(edition)
    return verify(folder: edition).map { "\($0.kind.rawValue) \($0.path): \($0.message)" }
  }

  @Test func findsNothingInAFreshEdition() throws {
    #expect(try problems { _ in } == [])
  }

  @Test func findsAMissingFile() throws {
    #expect(try problems { unlink("\($0)/z") } == ["missing z: the file is not there"])
  }

  @Test func findsAChangedFile() throws {
    #expect(
      try problems { write("ONE z", to: "\($0)/z") }
        == ["changed z: its content is not what the manifest says"])
    #expect(
      try problems { write("one", to: "\($0)/z") }
        == ["changed z: it has 3 bytes where the manifest says 5"])
  }

  @Test func findsWhatIsTooMuch() throws {
    #expect(
      try problems {
        write("", to: "\($0)/.DS_Store")
        write("", to: "\($0)/en/manifest.json")
        makeFolder("\($0)/en/empty")
        mkfifo("\($0)/en/pipe", 0o644)
      } == [
        "extra .DS_Store: the manifest does not name it",
        "extra en/empty: the manifest does not name it",
        "extra en/manifest.json: the manifest does not name it",
        "extra en/pipe: the manifest does not name it",
      ])
  }

  @Test func findsALinkAndDoesNotFollowIt() throws {
    #expect(
      try problems {
        rename("\($0)/z", "\($0)/../moved")
        symlink("../moved", "\($0)/z")
      } == ["link z: no edition has symbolic links"])
  }

  @Test func findsAManifestThatIsMissingOrNotItsOwn() throws {
    #expect(
      try problems { unlink("\($0)/manifest.json") }
        == ["manifest manifest.json: the manifest cannot be read"])
    #expect(
      try problems { write("{}", to: "\($0)/manifest.json") }
        == ["manifest manifest.json: line 1 is not as Tearline writes it"])
  }

  /// A file without contents that says how large it is takes no room on the disk, and a manifest as long
  /// as that would fill the memory.
  @Test func readsNoManifestWithoutEnd() throws {
    #expect(
      try problems { truncate("\($0)/manifest.json", Manifest.largest + 1) }
        == ["manifest manifest.json: the manifest is too large"])
    let folder = TemporaryFolder()
    try folder.publish("one")
    let edition = try FileSystem().openOutput(at: "\(folder.output)/public")
    let size = Manifest(of: pages("one")).bytes.count
    _ = try Manifest(of: edition, atMost: size)
    #expect(throws: Manifest.ReadFault(reason: "the manifest is too large")) {
      try Manifest(of: edition, atMost: size - 1)
    }
  }

  @Test func findsThatThereIsNoFolder() {
    #expect(
      verify(folder: "/nonexistent/edition")
        == [VerifyProblem(.unreadable, path: "", message: "no such file or directory")])
  }
}
