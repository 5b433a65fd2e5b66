import Glibc
import Testing

@testable import Publish

@Suite struct OutputLockTests {
  @Test func stopsASecondBuild() throws {
    let folder = TemporaryFolder()
    let publisher = try folder.publisher()
    let fault = fault { () throws(PublishFault) in
      _ = try Publisher.lock(output: folder.output)
    }
    #expect(fault?.kind == .locked)
    #expect(
      fault?.description == "\(folder.output): another build is writing to this folder")
    _ = try publisher.stage(pages("one"), for: "public", at: 1)
  }

  @Test func isGivenUpWithItsHolder() throws {
    let folder = TemporaryFolder()
    for _ in 0..<3 { _ = try Publisher.lock(output: folder.output) }
  }

  @Test func leavesNoFile() throws {
    let folder = TemporaryFolder()
    try folder.publish("one")
    #expect(try names(in: folder.output) == ["public"])
  }

  @Test(arguments: [EBADF, EINVAL, ENOLCK, EOPNOTSUPP])
  func usesAFileWhereFoldersCannotBeLocked(code: CInt) throws {
    let folder = TemporaryFolder()
    let output = folder.output
    let noFolders: @Sendable (FileSystem.Step, String) -> CInt = { step, path in
      step == .lock && path == output ? code : 0
    }
    let publisher = try folder.publisher(interfere: noFolders)
    let second = fault { () throws(PublishFault) in
      _ = try folder.publisher(interfere: noFolders)
    }
    #expect(second?.kind == .locked)
    #expect(try names(in: output) == [".tearline-lock"])
    _ = try publisher.stage(pages("one"), for: "public", at: 1)
  }

  @Test func createsTheOutputButNotWhatHoldsIt() throws {
    let folder = TemporaryFolder()
    _ = try Publisher.lock(output: folder.output)
    #expect(status(folder.output).map { $0.st_mode & 0o7777 } == 0o755)
    let fault = fault { () throws(PublishFault) in
      _ = try Publisher.lock(output: "\(folder.path)/none/site")
    }
    #expect(fault?.kind == .io)
    #expect(fault?.reason == "no such file or directory")
  }
}
