import Foundation

/// The built executable, run as its users run it.
struct Program {
  /// What a run gave.
  struct Outcome: Equatable {
    var status: Int32
    var output: [UInt8]
    var errors: [UInt8]
  }

  let path: String

  /// The executable that the environment names, or the one beside the tests; nil where there is
  /// none.
  init?() {
    let named = ProcessInfo.processInfo.environment["TEARLINE_BINARY"]
    var folder = URL(fileURLWithPath: CommandLine.arguments[0])
    var candidates = [named].compactMap(\.self)
    for _ in 0..<5 {
      folder.deleteLastPathComponent()
      candidates.append(folder.appendingPathComponent("tearline").path)
    }
    let bundle = CommandLine.arguments.first { $0.contains(".build/") } ?? ""
    candidates.append(
      URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent("tearline")
        .path)
    guard
      let path = candidates.first(where: {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: $0, isDirectory: &isFolder)
          && !isFolder.boolValue && FileManager.default.isExecutableFile(atPath: $0)
      })
    else { return nil }
    self.path = path
  }

  /// Which seeded bug is turned on, in a build that has them.
  private static let switches = ProcessInfo.processInfo.environment.filter {
    $0.key == "TEARLINE_SEEDED"
  }

  /// Runs it in a folder, with nothing in its environment but what is given.
  func run(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment.merging(Program.switches) { given, _ in given }
    // Files, not pipes: a full pipe would stop the run.
    let output = folder.appendingPathComponent(".stdout")
    let errors = folder.appendingPathComponent(".stderr")
    for file in [output, errors] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: Array(try Data(contentsOf: output)),
      errors: Array(try Data(contentsOf: errors)))
  }
}
