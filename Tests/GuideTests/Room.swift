import Foundation

/// A fresh folder in which the commands of the guide are run as a reader would run them.
struct Room {
  let folder: URL
  private let tools: URL

  /// What a script printed, both ways in one as a log has it, and its exit status.
  struct Outcome: Equatable {
    var status: Int32
    var printed: String

    init(_ status: Int32, _ printed: String) {
      self.status = status
      self.printed = printed
    }
  }

  /// A folder with these files.
  init(_ files: [String: String] = [:]) throws {
    let base = FileManager.default.temporaryDirectory.appending(path: "guide-\(UUID().uuidString)")
    folder = base.appending(path: "work")
    tools = base.appending(path: "tools")
    for place in [folder, tools] {
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    }
    try FileManager.default.createSymbolicLink(
      at: tools.appending(path: "tearline"), withDestinationURL: Room.executable)
    for (path, text) in files { try write(text, to: path) }
  }

  /// Removes the folder.
  func leave() { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }

  func path(_ path: String) -> String { folder.appending(path: path).path() }

  func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  func write(_ text: String, to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Runs a script as pipelines do, with `bash -e`, on 22 November 2026.
  func shell(_ script: String, _ environment: [String: String] = [:]) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-e", "-c", script]
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": "\(tools.path()):/usr/bin:/bin", "SOURCE_DATE_EPOCH": "1795305600", "COLUMNS": "100",
      "HOME": folder.path(), "TERM": "dumb",
    ].merging(environment) { $1 }
    let log = folder.deletingLastPathComponent().appending(path: UUID().uuidString)
    try Data().write(to: log)
    let handle = try FileHandle(forWritingTo: log)
    process.standardOutput = handle
    process.standardError = handle
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let printed = String(decoding: try Data(contentsOf: log), as: UTF8.self)
    return Outcome(process.terminationStatus, printed)
  }

  /// The executable beside the tests.
  private static let executable = URL(filePath: CommandLine.arguments[0])
    .deletingLastPathComponent().appending(path: "tearline")
}
