import Foundation
import Publish
import Testing

/// A publication whose editions say which version they are, and builds of it that are disturbed.
struct Interrupted {
  let place: Workplace
  static let audiences = ["national", "public"]

  init() throws { place = try Workplace() }

  /// The library that lets calls go wrong, which is built beside the tests.
  static var shim: String {
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "libFaultShim.so").path()
  }

  /// Writes the briefing that says `version`.
  func write(version: String) throws {
    let text = Workplace.briefing(
      body: "(U) Version \(version) for all.\n\n(S) \(version) for few.\n")
    try place.write(text, to: "briefings/a.md")
  }

  /// Builds `version` undisturbed; what a disturbed build left has to be gone after it.
  func publish(_ version: String) throws {
    try write(version: version)
    let outcome = try place.run("build")
    #expect(outcome.status == 0, "\(outcome.errors)")
    for audience in Self.audiences { #expect(self.version(of: audience) == version) }
    let names = try FileManager.default.contentsOfDirectory(
      atPath: place.root.appending(path: "site").path())
    #expect(names.sorted() == Self.audiences)
  }

  /// The version that an audience's edition says it is; nil where there is none or where it is not
  /// as its manifest says.
  func version(of audience: String) -> String? {
    let edition = place.root.appending(path: "site/\(audience)")
    guard verify(folder: edition.path()).isEmpty,
      let page = try? String(
        contentsOf: edition.appending(path: "en/briefings/ta-2026-7k3f/index.md"), encoding: .utf8),
      let match = page.firstMatch(of: /Version (\w+) for all/)
    else { return nil }
    return String(match.1)
  }
}
