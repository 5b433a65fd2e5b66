import Foundation
import Synchronization
import Testing

/// Builds that are killed at any moment, and readers who fetch meanwhile.
@Suite(.serialized) struct KillTests {
  private static let isLong = ProcessInfo.processInfo.environment["TEARLINE_FAULTS"] == "all"

  @Test func atAnyMomentTheEditionIsWhole() throws {
    let interrupted = try Interrupted()
    defer { interrupted.place.leave() }
    try interrupted.publish("v0")
    var old = "v0"
    var killed = 0
    for number in 1...(Self.isLong ? 200 : 40) {
      let new = "v\(number)"
      try interrupted.write(version: new)
      // From the start of the program to behind its end, in steps that meet every stage of it.
      let wait = 0.1 * Double(number * 37 % 100) / 100
      if try interrupted.place.runAndKill(after: wait, "build") { killed += 1 }
      let versions = Interrupted.audiences.map(interrupted.version)
      #expect(versions.allSatisfy { $0 == old || $0 == new }, "killed after \(wait) s: \(versions)")
      if number % 4 == 0 || versions[0] != versions[1] {
        old = "w\(number)"
        try interrupted.publish(old)
      } else {
        old = versions[0] ?? old
      }
    }
    #expect(killed > 5)
    try interrupted.publish("last")
  }

  @Test func whoFetchesMeanwhileGetsOneVersionOrTheOther() throws {
    let interrupted = try Interrupted()
    defer { interrupted.place.leave() }
    try interrupted.publish("v0")
    let page = interrupted.place.root.appending(
      path: "site/public/en/briefings/ta-2026-7k3f/index.md")
    let whole = try String(contentsOf: page, encoding: .utf8)
    let seen = Mutex<Set<String>>([])
    let isDone = Mutex(false)
    let reader = Thread {
      while !isDone.withLock({ $0 }) {
        let text = (try? String(contentsOf: page, encoding: .utf8)) ?? "absent"
        seen.withLock { _ = $0.insert(text) }
      }
    }
    reader.start()
    let versions = (1...50).map { "v\($0)" }
    for version in versions { try interrupted.publish(version) }
    isDone.withLock { $0 = true }
    let wanted = Set(
      (["v0"] + versions).map { whole.replacing("Version v0 ", with: "Version \($0) ") })
    let texts = seen.withLock { $0 }
    #expect(texts.isSubset(of: wanted), "\(texts.subtracting(wanted).first ?? "")")
    #expect(texts.count > 10)
  }
}
