import Foundation
import Testing

/// Builds in which one call of the system goes wrong, each call in turn, as seen from outside.
///
/// `make assurance` tries every call; without it every call that is made once, and some of those
/// that are made for each file.
@Suite(.serialized) struct FaultTests {
  enum Accident: String, CaseIterable { case kill, io, full }

  private static let triesAll = ProcessInfo.processInfo.environment["TEARLINE_FAULTS"] == "all"
  private static let ofEachFile: Set = [
    "create", "write", "fchmod", "futimens", "mkdirat", "unlinkat",
  ]

  @Test(arguments: Accident.allCases)
  func leaveTheOldEditionOrTheNewOne(_ accident: Accident) throws {
    let interrupted = try Interrupted()
    defer { interrupted.place.leave() }
    try interrupted.publish("v0")
    let calls = try calls(interrupted)
    #expect(calls.count > 200)
    var happened = 0
    for (index, call) in calls.enumerated()
    where Self.triesAll || !Self.ofEachFile.contains(call) || index % 13 == 5 {
      let (old, new) = ("v\(index)", "w\(index)")
      try interrupted.publish(old)
      try interrupted.write(version: new)
      let outcome = try interrupted.place.run(
        "build",
        environment: [
          "LD_PRELOAD": Interrupted.shim, "FAULT_KIND": accident.rawValue,
          "FAULT_AT": "\(index + 1)",
        ])
      let place = "\(accident) at \(index + 1), \(call): \(outcome.errors)"
      let versions = Interrupted.audiences.map(interrupted.version)
      #expect(versions.allSatisfy { $0 == old || $0 == new }, "\(place)")
      switch outcome.status {
      case 0: #expect(versions.allSatisfy { $0 == new }, "\(place)")
      case 4:
        // Where the old editions could not be removed, the new ones are published, and it says so.
        let isPublished = outcome.errors.contains("the new edition is published")
        #expect(versions.allSatisfy { $0 == (isPublished ? new : old) }, "\(place)")
        #expect(outcome.errors.contains("error: "), "\(place)")
        // On a full disk things can be removed.
        let left = try FileManager.default.contentsOfDirectory(
          atPath: interrupted.place.root.appending(path: "site").path())
        #expect(
          accident != .full || isPublished || !left.contains { $0.hasPrefix(".tearline-staging") },
          "\(place)")
        happened += 1
      case 9 where accident == .kill: happened += 1
      default: Issue.record("status \(outcome.status), \(place)")
      }
    }
    #expect(happened > 12)
    try interrupted.publish("last")
  }

  /// All files are on the disk before the first edition is swapped, and the folder that says which is
  /// which behind the last.
  @Test func flushesBeforeAndBehindTheSwap() throws {
    let interrupted = try Interrupted()
    defer { interrupted.place.leave() }
    try interrupted.publish("v0")
    let calls = try calls(interrupted)
    let flush = try #require(calls.firstIndex(of: "syncfs"))
    let swaps = calls.indices.filter { calls[$0] == "renameat2" }
    #expect(swaps.count == Interrupted.audiences.count)
    #expect(calls[flush...].allSatisfy { !["write", "create", "mkdirat"].contains($0) })
    #expect(swaps.allSatisfy { $0 > flush })
    #expect(calls[(swaps.last ?? 0)...].contains("fsync"))
  }

  /// A folder that cannot be read to its end is no folder with fewer files: nothing is published
  /// without them, and nothing is found to be clean.
  @Test(arguments: [
    ["build"], ["check"], ["audit"], ["release", "--audience", "public", "--to", "r"],
  ])
  func foldersReadInPartAreRefused(command: [String]) throws {
    let interrupted = try Interrupted()
    defer { interrupted.place.leave() }
    try interrupted.place.write(
      Workplace.briefing(id: "TA-2026-AAAA"), to: "briefings/below/b.md")
    try interrupted.publish("v0")
    try interrupted.write(version: "v1")
    var failures = 0
    for entry in 1...60 {
      let journal = interrupted.place.root.appending(path: "journal-\(entry)")
      let outcome = try interrupted.place.run(
        command: command,
        environment: [
          "LD_PRELOAD": Interrupted.shim, "FAULT_KIND": "list", "FAULT_AT": "\(entry)",
          "FAULT_LOG": journal.path(),
        ])
      if try String(contentsOf: journal, encoding: .utf8).isEmpty {
        // There are no more entries; of the fault nothing can be seen.
        #expect(outcome.status == (command == ["audit"] ? 3 : 0), "\(entry): \(outcome.errors)")
        break
      }
      failures += 1
      #expect([1, 3, 4, 64].contains(outcome.status), "\(entry): \(outcome.errors)")
      #expect(outcome.errors.contains("error: "), "\(entry): \(outcome.errors)")
      let versions = Interrupted.audiences.map(interrupted.version)
      let isNew = outcome.errors.contains("the new edition is published")
      #expect(versions.allSatisfy { $0 == (isNew ? "v1" : "v0") }, "\(entry): \(outcome.errors)")
      if isNew {
        try interrupted.publish("v0")
        try interrupted.write(version: "v1")
      }
    }
    #expect(failures > 3)
  }

  /// What a build calls that changes something, in order.
  private func calls(_ interrupted: Interrupted) throws -> [String] {
    try interrupted.write(version: "v1")
    let journal = interrupted.place.root.appending(path: "calls")
    let outcome = try interrupted.place.run(
      "build", environment: ["LD_PRELOAD": Interrupted.shim, "FAULT_LOG": journal.path()])
    #expect(outcome.status == 0)
    return try String(contentsOf: journal, encoding: .utf8).split(separator: "\n").map(String.init)
  }
}
