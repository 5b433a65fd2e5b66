import Foundation
import Testing

/// After each change a preview shows what a build of the changed publication has, in every file.
@Suite("Preview, change after change")
struct PreviewChangeTests {
  private static func picture(_ width: Int) -> String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"9\"><path d=\"M0 0\"/></svg>"
  }

  private static let first = Workplace.briefing(
    "topics: [\"(U) espionage\"]\nthreat: {level: \"(U) high\"}", body: "## (U) What\n\n(U) Seen.\n"
  )

  /// The words of the theme.
  private static let words: String = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../templates/words/en.txt")
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }()

  /// Changes, each a path with what is written there; nothing takes the file away.
  private static let changes: [(path: String, text: String?)] = [
    ("briefings/a.md", first.replacing("status: published", with: "status: draft")),
    ("briefings/a.md", first),
    ("templates/words/en.txt", words.replacing("kind.alert = Alert", with: "kind.alert = Warning")),
    ("briefings/p.svg", picture(20)),
    (
      "briefings/new.md",
      Workplace.briefing(
        id: "TA-2026-BBBB", "supersedes: (U) TA-2026-7K3F\ntopics: [\"(U) espionage\"]")
    ),
    ("briefings/a.md", first.replacing("(U) Title", with: "(S) Title")),
    ("briefings/new.md", nil),
    ("publication.yml", Workplace.policy.replacing("Espionage", with: "Spying")),
    ("briefings/a.md", nil),
    ("templates/words/en.txt", nil),
  ]

  @Test func showsWhatABuildHas() throws {
    let place = try Workplace([
      "briefings/a.md": Self.first,
      "briefings/b.md": Workplace.briefing(
        id: "TA-2026-8888", "related: [\"(U) TA-2026-7K3F\"]",
        body: "(U) See [it](briefing:TA-2026-7K3F#what).\n\n(U) ![A](p.svg)\n"),
      "briefings/p.svg": Self.picture(10),
    ])
    defer { place.leave() }
    let preview = try RunningPreview(in: place, "--no-drafts")
    let events = try preview.events()
    var before: Set<String> = []
    var number = 1
    try expectTheSame(as: preview, place, &before, "the first build")
    for (path, text) in Self.changes {
      if let text {
        try place.write(text, to: path)
      } else {
        try FileManager.default.removeItem(at: place.root.appending(path: path))
      }
      number += 1
      _ = events.text { $0.contains("{\"build\":\(number),\"errors\":0") }
      try expectTheSame(as: preview, place, &before, "\(path), build \(number)")
    }
    #expect(before.count > 20)
    #expect(preview.stop() == 0)
  }

  /// Changes between which nobody looks are all there.
  @Test func keepsWhatNobodyLookedAt() throws {
    let place = try Workplace([
      "briefings/a.md": Self.first, "briefings/b.md": Workplace.briefing(id: "TA-2026-8888"),
    ])
    defer { place.leave() }
    let preview = try RunningPreview(in: place, "--no-drafts")
    let events = try preview.events()
    #expect(try preview.get("/public/en/archive/2026/").contains("Alert"))
    let words = Self.words.replacing("kind.alert = Alert", with: "kind.alert = Warning")
    try place.write(words, to: "templates/words/en.txt")
    _ = events.text { $0.contains("{\"build\":2,\"errors\":0") }
    try place.write(
      Workplace.briefing(id: "TA-2026-8888", body: "(U) Other.\n"), to: "briefings/b.md")
    _ = events.text { $0.contains("{\"build\":3,\"errors\":0") }
    let archive = try preview.get("/public/en/archive/2026/")
    #expect(archive.contains("Warning") && !archive.contains(">Alert<"), "\(archive)")
    #expect(preview.stop() == 0)
  }

  /// A tool that copies into the file itself can leave its size and its time as they were.
  @Test func seesAChangeThatKeepsSizeAndTime() throws {
    let place = try Workplace(["briefings/a.md": Self.first])
    defer { place.leave() }
    let preview = try RunningPreview(in: place, "--no-drafts")
    let events = try preview.events()
    let path = place.root.appending(path: "briefings/a.md").path(percentEncoded: false)
    var before = stat()
    #expect(stat(path, &before) == 0)
    let file = try FileHandle(forUpdating: URL(filePath: path))
    try file.write(contentsOf: Data(Self.first.replacing("(U) Seen", with: "(S) Seen").utf8))
    try file.close()
    #expect(utimensat(AT_FDCWD, path, [before.st_atim, before.st_mtim], 0) == 0)
    #expect(events.text { $0.contains("{\"build\":2,\"errors\":0") }.contains("\"build\":2"))
    let page = try preview.get("/public/en/briefings/ta-2026-7k3f/")
    #expect(!page.contains("Seen."))
    #expect(preview.stop() == 0)
  }

  private func expectTheSame(
    as preview: RunningPreview, _ place: Workplace, _ before: inout Set<String>, _ change: String
  ) throws {
    let build = try place.run("build")
    #expect(build.status == 0, "\(change): \(build.errors)")
    let built = try place.tree("site")
    for (path, bytes) in built where !path.hasSuffix("/manifest.json") {
      let answer = try preview.get("/" + path)
      let body = answer.split(separator: "\r\n\r\n", maxSplits: 1)[1]
        .replacing(/<script src="\/_preview\/bar.js" defer data-bar="[^"]*"><\/script>\n/, with: "")
      #expect(body == String(decoding: bytes, as: UTF8.self), "\(change): \(path)")
    }
    for path in before.subtracting(built.keys) {
      #expect(try preview.get("/" + path).hasPrefix("HTTP/1.1 404 "), "\(change): \(path)")
    }
    before = Set(built.keys)
  }

  /// Where the policy has other levels, labels are read by these.
  @Test func readsLabelsByTheLevelsThereAre() throws {
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing(body: "(U) Seen by all.\n\n(R) Seen by some.\n")
    ])
    defer { place.leave() }
    let preview = try RunningPreview(in: place, "--no-drafts")
    let events = try preview.events()
    try place.write(
      Workplace.policy.replacing("{mark: R, ", with: "{mark: N, name: NARROW}, {mark: R, ")
        .replacing("public: {clearance: U", with: "public: {clearance: N"),
      to: "publication.yml")
    _ = events.text { $0.contains("{\"build\":2,\"errors\":0") }
    let page = try preview.get("/public/en/briefings/ta-2026-7k3f/")
    #expect(page.contains("Seen by all.") && !page.contains("Seen by some."))
    #expect(preview.stop() == 0)
  }

  /// A picture may lie in a hidden folder; a change of it is a change.
  @Test func seesAPictureInAHiddenFolder() throws {
    func picture(_ width: Int) -> String {
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"2\"><path d=\"M0 0\"/></svg>"
    }
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing(body: "(U) ![A](.pics/p.svg)\n"),
      "briefings/.pics/p.svg": picture(21),
    ])
    defer { place.leave() }
    let preview = try RunningPreview(in: place)
    let events = try preview.events()
    _ = events.text { $0.contains("\n\n") }
    try place.write(picture(43), to: "briefings/.pics/p.svg")
    _ = events.text { $0.contains("{\"build\":2,\"errors\":0") }
    let page = try preview.get("/public/en/briefings/ta-2026-7k3f/")
    #expect(page.contains("width=\"43\""), "\(page)")
    #expect(preview.stop() == 0)
  }

  /// A lost folder of briefings is an error in a preview, as it is for a build.
  @Test func tellsOfALostFolderOfBriefings() throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing()])
    defer { place.leave() }
    let preview = try RunningPreview(in: place)
    let events = try preview.events()
    _ = events.text { $0.contains("\n\n") }
    try FileManager.default.moveItem(
      at: place.root.appending(path: "briefings"), to: place.root.appending(path: "elsewhere"))
    #expect(events.text { $0.contains(#""errors":1"#) }.contains("publication/no-briefings"))
    #expect(preview.stop() == 0)
  }
}
