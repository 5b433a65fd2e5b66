import Foundation
import Testing

/// A folder with a small publication, and the executable to run on it.
struct Workplace {
  private(set) var root: URL
  private let top: URL

  /// What a run gave.
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  /// A publication with this policy and these briefings, by path.
  init(policy: String? = Workplace.policy, _ briefings: [String: String] = [:]) throws {
    top = FileManager.default.temporaryDirectory.appending(path: "tearline-\(UUID().uuidString)")
    root = top
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    if let policy { try write(policy, to: "publication.yml") }
    for (path, text) in briefings { try write(text, to: path) }
  }

  /// Removes the folder.
  func leave() {
    for path in ["", "briefings"] {
      try? FileManager.default.setAttributes(
        [.posixPermissions: 0o755],
        ofItemAtPath: root.appending(path: path).path(percentEncoded: false))
    }
    try? FileManager.default.removeItem(at: top)
  }

  func write(_ text: String, to path: String) throws { try write(Data(text.utf8), to: path) }

  func write(_ data: Data, to path: String) throws {
    let file = root.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  /// All files under a folder with their bytes.
  func tree(_ folder: String) throws -> [String: Data] {
    let base = root.appending(path: folder)
    var result: [String: Data] = [:]
    for case let path as String in FileManager.default.enumerator(
      atPath: base.path(percentEncoded: false)) ?? .init()
    {
      let file = base.appending(path: path)
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(
        atPath: file.path(percentEncoded: false), isDirectory: &isFolder)
      if exists, !isFolder.boolValue { result[path] = try Data(contentsOf: file) }
    }
    return result
  }

  /// All files and folders under a folder with their bytes, mode and time.
  func entries(_ folder: String) throws -> [String: [String]] {
    let manager = FileManager.default
    let base = root.appending(path: folder)
    var result: [String: [String]] = [:]
    for case let path as String in manager.enumerator(atPath: base.path(percentEncoded: false))
      ?? .init()
    {
      let attributes = try manager.attributesOfItem(
        atPath: base.appending(path: path).path(percentEncoded: false))
      let isFile = attributes[.type] as? FileAttributeType == .typeRegular
      let bytes = isFile ? try Data(contentsOf: base.appending(path: path)) : Data()
      result[path] = [
        bytes.base64EncodedString(), "\(attributes[.posixPermissions] ?? "")",
        "\(attributes[.modificationDate] ?? "")",
      ]
    }
    return result
  }

  /// Moves on to a folder in this one, which is created when a file is written to it.
  mutating func inner(_ path: String) { root = root.appending(path: path) }

  /// Runs `tearline` in the folder, for a fixed day.
  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Outcome {
    try run(command: arguments, environment: environment)
  }

  /// Runs `tearline`, or another program, in the folder, for a fixed day.
  func run(
    program: URL = Workplace.executable, command arguments: [String],
    environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = process(arguments, environment)
    process.executableURL = program
    // Files, not pipes: a pipe that nobody empties would stop a program that writes much.
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["out", "err"].map { folder.appending(path: $0) }
    for file in files { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: files[0]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self))
  }

  /// Runs `tearline` and kills it after so many seconds; whether it was still there to be killed.
  func runAndKill(after seconds: Double, _ arguments: String...) throws -> Bool {
    let process = process(arguments, [:])
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: seconds)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
  }

  private func process(_ arguments: [String], _ environment: [String: String]) -> Process {
    let process = Process()
    process.executableURL = Workplace.executable
    process.arguments = arguments
    process.currentDirectoryURL = root
    process.environment = Workplace.environment.merging(environment) { _, new in new }
    process.standardInput = FileHandle.nullDevice
    return process
  }

  /// What every run has: a fixed day, and the seeded bug that is turned on.
  static let environment = ["PATH": "/usr/bin:/bin", "SOURCE_DATE_EPOCH": "1795219200"].merging(
    ProcessInfo.processInfo.environment.filter { $0.key == "TEARLINE_SEEDED" }
  ) { _, new in new }

  /// The executable beside the tests.
  static let executable: URL = {
    let tests = URL(filePath: CommandLine.arguments[0])
    return tests.deletingLastPathComponent().appending(path: "tearline")
  }()

  static let policy = """
    title: Briefings
    publisher: {name: The Service, contact: "mailto:desk@service.example"}
    languages: [en]
    classification:
      levels: [{mark: U, name: UNCLASSIFIED}, {mark: R, name: RESTRICTED}, {mark: S, name: SECRET}]
      groups: [{mark: NLD, name: Netherlands}]
      grounds: {sources: protection of sources}
    audiences:
      national: {clearance: S, groups: [NLD], redaction: mark, portion-marks: show}
      public: {clearance: U, redaction: omit, base-url: "https://www.service.example"}
    scales:
      threat-level: [{since: 2020-01-01, values: [{id: low, name: Low}, {id: high, name: High}]}]
    topics: {espionage: Espionage}
    """

  /// A briefing with these lines of front matter added, and a body.
  static func briefing(
    id: String = "TA-2026-7K3F", language: String = "en", _ more: String = "",
    body: String = "(U) Seen by all.\n\n(S) Seen by few.\n"
  ) -> String {
    """
    ---
    id: \(id)
    kind: alert
    language: \(language)
    classification: S
    status: published
    issued: 2026-11-02
    title:
      - (S) Title at full length
      - (U) Title
    \(more)
    ---
    \(body)
    """
  }
}
