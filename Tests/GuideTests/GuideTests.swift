import Foundation
import Testing

/// Every command and example of the guide, run as a reader would run it.
@Suite("The guide does what it says")
struct GuideTests {
  static let pages: [String] = {
    let folder = FileManager.default.enumerator(atPath: Guide.root.appending(path: "docs").path())
    let names = folder?.compactMap { $0 as? String }.filter { $0.hasSuffix(".md") } ?? []
    return names.sorted().map { "docs/" + $0 } + ["README.md"]
  }()

  private static func page(_ path: String) throws -> GuidePage {
    GuidePage(try String(contentsOf: Guide.root.appending(path: path), encoding: .utf8))
  }

  @Test(arguments: pages)
  func everyCommandIsRun(path: String) throws {
    let page = try Self.page(path)
    #expect(page.unrun.isEmpty, "\(path): commands in a block that is not 'console'")
    let room = try Room()
    defer { room.leave() }
    var place = "."
    if let start = page.start {
      let first = try Self.page("docs/\(start)")
      try run(first, in: room, &place, "docs/\(start)")
    }
    try run(page, in: room, &place, path)
  }

  private func run(_ page: GuidePage, in room: Room, _ place: inout String, _ path: String) throws {
    for part in page.parts {
      switch part {
      case .file(let file, let text, let appends):
        let file = "\(place)/\(file)"
        try room.write((appends ? try room.text(file) : "") + text, to: file)
      case .script(let script):
        let outcome = try room.shell("cd \(place)\n\(script)")
        #expect(outcome.status == 0, "\(path): \(script)\n\(outcome.printed)")
      case .console(let commands):
        for (command, printed) in commands {
          if command.hasPrefix("cd ") {
            place += "/" + command.dropFirst(3)
            continue
          }
          let outcome = try room.shell("cd \(place)\nset +e\n\(command)")
          #expect(
            GuidePage.matches(outcome.printed, printed),
            "\(path): $ \(command)\nprints\n\(outcome.printed)\nand not\n\(printed)")
        }
      }
    }
  }

  @Test func theTutorialIsThere() throws {
    let page = try Self.page("docs/tutorial.md")
    let commands = page.parts.reduce(0) { count, part in
      if case .console(let commands) = part { count + commands.count } else { count }
    }
    #expect(commands > 12)
  }

  @Test func whatStandsForAnything() {
    #expect(GuidePage.matches("a b c\n", "a … c\n"))
    #expect(GuidePage.matches("a\nb\nc\n", "a\n…\nc\n"))
    #expect(!GuidePage.matches("a b d\n", "a … c\n"))
    #expect(!GuidePage.matches("a\n", "a\nb\n"))
  }
}
