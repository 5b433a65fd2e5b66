import Foundation
import Testing

/// G7 on the example publication: the same bytes, modes and times, whatever the machine.
@Suite struct DeterminismTests {
  /// How a build's surroundings differ from those of the first.
  enum Variation: String, CaseIterable {
    case path, user, umask, locale, timeZone, cores, fileOrder, clock
  }

  private static let example = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let build = ["build", "--as-of", "2026-11-20", "--output", "out"]

  @Test func nothingOfTheSurroundingsShows() throws {
    let first = try place(reversed: false, deep: false)
    defer { first.leave() }
    #expect(try first.run(command: Self.build).status == 0)
    let wanted = try first.entries("out")
    #expect(wanted.count > 300)
    for variation in Variation.allCases {
      let place = try place(reversed: variation == .fileOrder, deep: variation == .path)
      defer { place.leave() }
      let outcome = try run(variation, place)
      #expect(outcome.status == 0, "\(variation): \(outcome.errors)")
      #expect(outcome.output == "" && outcome.errors == "", "\(variation)")
      let made = try place.entries("out")
      let differing = Set(wanted.keys).union(made.keys).filter { wanted[$0] != made[$0] }
      let example = differing.min()
      #expect(
        example == nil,
        "\(variation): \(example ?? "") \(wanted[example ?? ""] ?? []) \(made[example ?? ""] ?? [])"
      )
    }
  }

  /// Translations stand in the policy's order of languages, whatever their files are called.
  @Test func namesOfFilesDecideNothing() throws {
    let sites = try [("a", "b"), ("b", "a")].map { english, dutch in
      let place = try Workplace(
        policy: Workplace.policy.replacing("languages: [en]", with: "languages: [nl, en]"),
        [
          "briefings/\(english).md": Workplace.briefing(),
          "briefings/\(dutch).md": Workplace.briefing(language: "nl"),
          "briefings/c.md": Workplace.briefing(id: "TA-2026-8888"),
        ])
      defer { place.leave() }
      let build = try place.run("build")
      #expect(build.status == 0, "\(build.errors)")
      return try place.tree("site")
    }
    #expect(sites[0].count > 50)
    let differing = sites[0].keys.filter { sites[0][$0] != sites[1][$0] }.sorted()
    #expect(differing == [] && sites[0].count == sites[1].count)
    let view = sites[0]["public/sitemap.xml"].map { String(decoding: $0, as: UTF8.self) } ?? ""
    // The policy's address has no slash at its end.
    #expect(view.contains("<loc>https://www.service.example/nl/"), "\(view.prefix(900))")
  }

  private func run(_ variation: Variation, _ place: Workplace) throws -> Workplace.Outcome {
    func shell(_ before: String) throws -> Workplace.Outcome {
      try place.run(
        program: URL(filePath: "/bin/sh"),
        command: ["-c", "\(before) \"$@\"", "sh", Workplace.executable.path(percentEncoded: false)]
          + Self.build)
    }
    switch variation {
    case .path, .fileOrder: return try place.run(command: Self.build + ["--jobs", "3"])
    case .user:
      guard getuid() == 0 else {
        return try place.run(command: Self.build, environment: ["USER": "other", "HOME": "/"])
      }
      return try shell("chown -R 65534:65534 . && exec setpriv --reuid 65534 --clear-groups")
    case .umask: return try shell("umask 077 && exec")
    case .locale:
      return try place.run(
        command: Self.build, environment: ["LANG": "tr_TR.UTF-8", "LC_ALL": "ar_EG.UTF-8"])
    case .timeZone:
      return try place.run(command: Self.build, environment: ["TZ": "Pacific/Kiritimati"])
    case .cores: return try shell("exec taskset -c 0")
    case .clock:
      return try place.run(
        command: Self.build,
        environment: ["LD_PRELOAD": Interrupted.shim, "FAULT_CLOCK": "987654321"])
    }
  }

  /// A copy of the example, its files made in one order or the other.
  private func place(reversed: Bool, deep: Bool) throws -> Workplace {
    var place = try Workplace(policy: nil)
    let manager = FileManager.default
    try manager.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: place.root.path(percentEncoded: false))
    if deep { place.inner("a folder with spaces/é/" + String(repeating: "x", count: 120)) }
    var paths = ["publication.yml"]
    for folder in ["briefings", "templates"] {
      let found = manager.enumerator(
        atPath: Self.example.appending(path: folder).path(percentEncoded: false))
      for case let path as String in found ?? .init() { paths.append("\(folder)/\(path)") }
    }
    paths.sort()
    for path in reversed ? paths.reversed() : paths {
      let file = Self.example.appending(path: path)
      var isFolder: ObjCBool = false
      guard manager.fileExists(atPath: file.path(percentEncoded: false), isDirectory: &isFolder),
        !isFolder.boolValue
      else { continue }
      try place.write(try Data(contentsOf: file), to: path)
    }
    return place
  }
}
