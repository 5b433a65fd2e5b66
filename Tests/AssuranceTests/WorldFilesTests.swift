import Foundation
import Testing

/// Writes random publications to a folder, for programs that are not these tests.
///
/// `TEARLINE_WORLDS` names the folder, `TEARLINE_WORLD_COUNT` says how many. Each gets a folder with
/// its files, and the day to build for in `day`.
@Suite struct WorldFilesTests {
  private static let environment = ProcessInfo.processInfo.environment

  @Test(.enabled(if: environment["TEARLINE_WORLDS"] != nil)) func areWritten() throws {
    let folder = URL(filePath: try #require(Self.environment["TEARLINE_WORLDS"]))
    let count = Self.environment["TEARLINE_WORLD_COUNT"].flatMap { Int($0) } ?? 10
    for number in 0..<count {
      var maker = WorldMaker(seed: 77_000_000 + UInt64(number))
      let place = folder.appending(path: String(1000 + number))
      let files = Files(maker.world()).all + [("day", Array(World.date(World.today).utf8))]
      for (path, bytes) in files {
        let file = place.appending(path: path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
      }
    }
  }
}
