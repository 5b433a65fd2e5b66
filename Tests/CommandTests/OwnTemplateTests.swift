import Foundation
import Testing

/// The templates of one audience are nothing to the others.
@Suite struct OwnTemplateTests {
  /// A release takes along the templates of its audience and of all, and those of no other.
  @Test func templatesOfOthersStayBehind() throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing()])
    defer { place.leave() }
    for folder in ["", "national/", "public/"] {
      try place.write(
        "/* \(folder) */\n", to: "templates/\(folder)partials/extra-\(folder.dropLast()).mustache")
    }
    let release = try place.run("release", "--audience", "public", "--to", "r")
    #expect(release.status == 0, "\(release.errors)")
    let paths = try place.tree("r").keys.sorted()
    #expect(paths.allSatisfy { !$0.contains("national") }, "\(paths)")
  }

  /// What is wrong with another audience's templates is nothing to a run for this one, and says nothing in
  /// it; what is wrong with its own is told at the file that it is in.
  @Test func templatesOfOthersAreNotLookedAt() throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing()])
    defer { place.leave() }
    let runs = [
      ["build", "--audience", "public"], ["audit", "--audience", "public"],
      ["view", "briefings/a.md", "--as", "public", "--format", "html"],
      ["release", "--audience", "public", "--to", "r"],
    ]
    func outcomes() throws -> [String] {
      try? FileManager.default.removeItem(at: place.root.appending(path: "r"))
      return try runs.map {
        let run = try place.run(command: $0)
        return "\(run.status) \(run.errors)"
      }
    }
    let before = try outcomes()
    #expect(before == ["0 ", "0 ", "0 ", "0 "])
    try place.write("{{#foo}}", to: "templates/national/home.mustache")
    try place.write(
      String(repeating: "x", count: 1 << 20 + 1), to: "templates/national/partials/big.mustache")
    #expect(try outcomes() == before)
    let build = try place.run("build")
    #expect(build.status == 1)
    #expect(build.errors.contains("templates/national/home.mustache:1"), "\(build.errors)")
    let view = try place.run("view", "briefings/a.md", "--as", "national", "--format", "html")
    #expect(view.status == 1 && !view.errors.contains("help:"), "\(view.errors)")
  }
}
