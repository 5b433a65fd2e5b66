import Glibc
import Synchronization

@testable import Publish

/// A folder of a test's own, removed with all that is in it when the test ends.
final class TemporaryFolder: Sendable {
  let path: String

  init() {
    var template = Array("/tmp/tearline-publish-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? ""
  }

  deinit {
    do {
      let parent = try FileSystem().openOutput(at: "/tmp")
      let name = path.dropFirst("/tmp/".count)
      try TreeRemover(fileSystem: FileSystem()).remove(
        Array(String(name).utf8CString), from: parent)
    } catch {
      print("left behind: \(path)")
    }
  }

  /// The output folder that the tests publish to.
  var output: String { "\(path)/site" }

  /// A publisher for `output`, whose calls `interfere` may make fail.
  func publisher(
    _ audiences: [String] = ["public"],
    interfere: (@Sendable (FileSystem.Step, String) -> CInt)? = nil
  ) throws(PublishFault) -> Publisher {
    let lock = try OutputLock(output: output, fileSystem: FileSystem(interfere: interfere))
    return try Publisher(lock, audiences: audiences)
  }

  /// Stages and swaps the edition `version` for each audience.
  func publish(
    _ version: String, to audiences: [String] = ["public"], at time: Int = 1_000_000_000,
    interfere: (@Sendable (FileSystem.Step, String) -> CInt)? = nil
  ) throws(PublishFault) {
    let publisher = try publisher(audiences, interfere: interfere)
    var staged: [StagedEdition] = []
    for audience in audiences {
      staged.append(try publisher.stage(pages(version), for: audience, at: time))
    }
    try publisher.swap(staged)
  }
}

/// The steps that a call made, one of which may be made to fail.
final class Steps: Sendable {
  private let made = Mutex<[FileSystem.Step]>([])
  private let failing: Int?

  /// Steps of which the one with this number, from 0, fails.
  init(failing: Int? = nil) { self.failing = failing }

  var all: [FileSystem.Step] { made.withLock { $0 } }

  @Sendable func note(_ step: FileSystem.Step, _ path: String) -> CInt {
    made.withLock {
      $0.append(step)
      return $0.count - 1 == failing ? EIO : 0
    }
  }
}

/// A small edition whose every page says `version`.
func pages(_ version: String) -> [SitePage] {
  ["en/index.html", "en/briefings/a/index.html", "en/briefings/b/index.html", ".well-known/x", "z"]
    .map { SitePage(path: $0, bytes: Array("\(version) \($0)".utf8)) }
    + [SitePage(path: "only-\(version)", bytes: [])]
}

func makeFolder(_ path: String) { mkdir(path, 0o755) }

func write(_ text: String, to path: String) {
  let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
  _ = Array(text.utf8).withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
  close(file)
}

/// The content of a file, or nil where it cannot be opened.
func read(_ path: String) -> String? {
  let file = open(path, O_RDONLY)
  guard file >= 0 else { return nil }
  defer { close(file) }
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  let count = Glibc.read(file, &buffer, buffer.count)
  return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
}

func status(_ path: String) -> stat? {
  var status = stat()
  return lstat(path, &status) == 0 ? status : nil
}

/// The names in a folder, in order.
func names(in path: String) throws -> [String] {
  try FolderListing(of: FileSystem().openOutput(at: path)).entries.map(\.name)
}

/// The fault that `body` throws, or nil.
func fault(of body: () throws(PublishFault) -> Void) -> PublishFault? {
  do {
    try body()
    return nil
  } catch {
    return error
  }
}
