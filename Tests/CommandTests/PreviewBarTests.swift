import Foundation
import Testing

/// What a preview tells of briefings, and that it sees every change.
@Suite struct PreviewBarTests {
  /// The bar says which of the other editions and languages have the briefing.
  @Test func theBarSaysWhereElseABriefingIs() throws {
    let place = try Workplace(
      policy: Workplace.policy.replacing("languages: [en]", with: "languages: [en, nl]"),
      [
        "briefings/a.md": Workplace.briefing("audiences: [national]"),
        "briefings/b.en.md": Workplace.briefing(id: "TA-2026-8888"),
        "briefings/b.nl.md": Workplace.briefing(id: "TA-2026-8888", language: "nl"),
      ])
    defer { place.leave() }
    let preview = try RunningPreview(in: place)
    for (slug, isThere) in [("ta-2026-7k3f", false), ("ta-2026-8888", true)] {
      let page = try preview.get("/national/en/briefings/\(slug)/").replacing("&quot;", with: "\"")
      for other in ["public/en", "national/nl"] {
        #expect(
          page.contains(
            "\"href\":\"/\(other)/briefings/\(slug)/\",\"here\":false,\"there\":\(isThere)"),
          "\(other), \(slug)")
      }
    }
    #expect(preview.stop() == 0)
  }

  /// The list of all briefings is marked for all of them.
  @Test func theAuthorsListIsMarkedForAll() throws {
    let open = Workplace.briefing(id: "TA-2026-8888", body: "(U) Open.\n")
      .replacing("classification: S", with: "classification: U")
      .replacing("  - (S) Title at full length\n", with: "")
    let place = try Workplace(["briefings/a.md": open, "briefings/b.md": Workplace.briefing()])
    defer { place.leave() }
    let preview = try RunningPreview(in: place)
    #expect(try preview.get("/_author/").contains(#"<p class="banner level-2">S</p>"#))
    #expect(preview.stop() == 0)
  }

  /// What is wrong stays wrong while something else changes.
  @Test(arguments: ["templates/partials/contact.mustache", "briefings/a.md"])
  func whatIsWrongStaysWrong(path: String) throws {
    let place = try RunningPreview.place()
    defer { place.leave() }
    let preview = try RunningPreview(in: place)
    let events = try preview.events()
    _ = events.text { $0.contains("\n\n") }
    try place.write(
      path.hasPrefix("briefings") ? Workplace.briefing(body: "(X) Wrong.\n") : "{{/x}}", to: path)
    _ = events.text { $0.contains(#""errors":1"#) }
    try place.write(
      Workplace.briefing(id: "TA-2026-8888", body: "(X) Wrong too.\n"), to: "briefings/x/b.md")
    #expect(events.text { $0.contains(#""errors":2"#) }.contains(#""errors":2"#))
    #expect(try preview.get("/public" + RunningPreview.page).contains("Seen by all."))
    #expect(preview.stop() == 0)
  }

  /// Many editors write another file and move it into the place of the old one.
  @Test func whatIsMovedIntoPlaceIsSeen() throws {
    let place = try RunningPreview.place()
    defer { place.leave() }
    let preview = try RunningPreview(in: place)
    let events = try preview.events()
    _ = events.text { $0.contains("\n\n") }
    // In no folder that is watched.
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(Workplace.briefing(body: "(U) Moved here.\n").utf8).write(to: file)
    let target = place.root.appending(path: "briefings/a.md")
    #expect(rename(file.path(percentEncoded: false), target.path(percentEncoded: false)) == 0)
    _ = events.text { $0.contains(#"{"build":2,"#) }
    #expect(try preview.get("/public" + RunningPreview.page).contains("Moved here."))
    #expect(preview.stop() == 0)
  }
}
