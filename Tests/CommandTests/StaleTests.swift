import Foundation
import Testing

/// What was visible once and is not now is nowhere in what was built.
@Suite struct StaleTests {
  @Test func nothingOfAnEarlierEditionStays() throws {
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing(body: "(U) Kestrelbridge is open.\n\n(U) More.\n"),
      "briefings/b.md": Workplace.briefing(
        id: "TA-2026-8888", body: "(U) Heronwater is dry.\n"),
    ])
    defer { place.leave() }
    #expect(try place.run("build").status == 0)
    #expect(try shown("Kestrelbridge", place) && shown("Heronwater", place))
    let before = try times(place)
    #expect(Set(before.values).count == 1)

    try place.write(
      Workplace.briefing(body: "(S) Kestrelbridge is open.\n\n(U) More.\n"), to: "briefings/a.md")
    try FileManager.default.removeItem(at: place.root.appending(path: "briefings/b.md"))
    #expect(try place.run("build").status == 0)
    #expect(try !shown("Kestrelbridge", place, "site/public"))
    #expect(try shown("Kestrelbridge", place, "site/national"))
    #expect(try !shown("Heronwater", place) && !shown("8888", place))
    // The clock stood still, as SOURCE_DATE_EPOCH makes it: the times go on all the same.
    let after = try times(place)
    #expect(Set(after.values).count == 1)
    let (old, new) = (before.values.first ?? .distantFuture, after.values.first ?? .distantPast)
    #expect(new > old)
  }

  /// Nor does what a killed command left stop the next: a release, and `check --fix`.
  @Test func whatAKilledCommandLeftStopsNoOther() throws {
    let groups = "groups: [{mark: NLD, name: Netherlands}, {mark: BEL, name: Belgium}]"
    let policy = Workplace.policy.replacing(
      "groups: [{mark: NLD, name: Netherlands}]", with: groups)
    let place = try Workplace(
      policy: policy,
      [
        "briefings/a.md": Workplace.briefing(body: "(U) Text.\n\n(S//REL NLD,BEL) More.\n"),
        ".tearline-staging-out/en/half.md": "half",
        "briefings/.tearline-staging-a.md": "half",
      ])
    defer { place.leave() }
    let release = try place.run("release", "--audience", "public", "--to", "out")
    #expect(release.status == 0, "\(release.errors)")
    #expect(try !place.tree("out").keys.contains("en/half.md"))
    #expect(try place.tree(".tearline-staging-out").isEmpty)
    let fix = try place.run("check", "--fix")
    #expect(fix.errors.hasPrefix("briefings/a.md: put right\n"), "\(fix.errors)")
    #expect(try Array(place.tree("briefings").keys) == ["a.md"])
  }

  /// Neither a folder that its owner closed nor one in it keeps an old edition from being removed.
  @Test(arguments: ["000", "500", "600"])
  func closedFoldersOfAnOldEditionGo(mode: String) throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing()])
    defer { place.leave() }
    let tearline = Workplace.executable.path(percentEncoded: false)
    // Root may do everything: then somebody else builds.
    let asUser =
      getuid() != 0
      ? "" : "chown -R 65534 . && exec setpriv --reuid 65534 --clear-groups "
    let closes = "chmod \(mode) site/public/en/briefings site/public/en"
    let build = try place.run(
      program: URL(filePath: "/bin/sh"),
      command: [
        "-c", asUser + "/bin/sh -c '\"$0\" build && \(closes) && \"$0\" build' \"$0\"", tearline,
      ])
    #expect(build.status == 0, "\(build.errors)")
    #expect(
      try FileManager.default.contentsOfDirectory(
        atPath: place.root.appending(path: "site").path()
      ).sorted() == ["national", "public"])
  }

  /// Errors in the publication keep a build from publishing, not from removing what a killed one left:
  /// it could be online until they are mended.
  @Test func aRefusedBuildRemovesLeftOversToo() throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing()])
    defer { place.leave() }
    let mistakes: [String: String] = [
      "briefings/b.md": "(X) no briefing\n", "publication.yml": "title: [\n",
      "templates/words/en.txt": "no.such.word = x\n",
    ]
    for (path, text) in mistakes.sorted(by: { $0.key < $1.key }) {
      let whole = path == "publication.yml" ? Workplace.policy : nil
      #expect(try place.run("build").status == 0)
      let site = place.root.appending(path: "site")
      let before = try place.tree("site")
      try place.write("Kestrelbridge", to: "site/.tearline-staging-national/old.md")
      // Where editions cannot be exchanged, a killed build leaves one out of its place.
      try FileManager.default.moveItem(
        at: site.appending(path: "public"), to: site.appending(path: ".tearline-old-public"))
      try place.write(text, to: path)
      let build = try place.run("build")
      #expect(build.status == 1, "\(path): \(build.errors)")
      #expect(try place.tree("site") == before, "\(path)")
      let file = place.root.appending(path: path)
      if let whole {
        try place.write(whole, to: path)
      } else {
        try FileManager.default.removeItem(at: file)
      }
    }
    try FileManager.default.removeItem(at: place.root.appending(path: "site"))
    try place.write("(X) no briefing\n", to: "briefings/b.md")
    #expect(try place.run("build").status == 1)
    #expect(!FileManager.default.fileExists(atPath: place.root.appending(path: "site").path()))
  }

  /// Also where a build for one audience came between.
  @Test func allEditionsOfABuildHaveOneTime() throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing()])
    defer { place.leave() }
    #expect(try place.run("build").status == 0)
    #expect(try place.run("build", "--audience", "national").status == 0)
    #expect(Set(try times(place).values).count == 2)
    let latest = try times(place).values.max() ?? .distantFuture
    #expect(try place.run("build").status == 0)
    let times = Set(try times(place).values)
    #expect(times == [latest + 1])
  }

  /// Whether a word stands in a path or in a file below the folder, hidden files included.
  private func shown(_ word: String, _ place: Workplace, _ folder: String = "site") throws -> Bool {
    try place.tree(folder).contains { path, bytes in
      path.contains(word) || bytes.range(of: Data(word.utf8)) != nil
    }
  }

  /// When each file below the output was last changed.
  private func times(_ place: Workplace) throws -> [String: Date] {
    try place.tree("site").reduce(into: [:]) { result, entry in
      let path = place.root.appending(path: "site/\(entry.key)").path(percentEncoded: false)
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      result[entry.key] = attributes[.modificationDate] as? Date
    }
  }
}
