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
          path, with: Array("new".utf8), FileSystem(interfere: steps.note))
      }
      #expect(try names(in: folder.path) == ["a.md"], "\(failing)")
      #expect(status(path).map { $0.st_mode & 0o7777 } == 0o640)
      #expect((fault == nil) == (steps.all.count <= failing), "\(failing)")
      outcomes.append(read(path))
      if fault != nil, !steps.all.contains(.rename) || steps.all.last == .rename {
        #expect(read(path) == "old", "\(failing)")
      }
      try FileReplacement.replace(path, with: Array("newer".utf8))
      #expect(read(path) == "newer")
    }
    #expect(outcomes.first == "old" && outcomes.last == "new", "\(outcomes)")
  }
}
