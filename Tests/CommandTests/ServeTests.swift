import Foundation
import Testing

@Suite("Preview")
struct ServeTests {
  @Test func everyEditionIsServedAndNothingElse() throws {
    let place = try RunningPreview.place()
    defer { place.leave() }
    let preview = try RunningPreview(in: place)
    let high = try preview.get("/national" + RunningPreview.page)
    #expect(high.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(high.contains("Seen by few."))
    let low = try preview.get("/public" + RunningPreview.page)
    #expect(low.contains("Seen by all."))
    #expect(!low.contains("Seen by few."))
    #expect(!low.contains("at full length"))
    #expect(low.contains("\r\nContent-Security-Policy: default-src 'none'; script-src 'self';"))
    let start = try preview.get("/")
    #expect(start.contains("href=\"/national/\""))
    #expect(try preview.get("/public").contains("\r\nLocation: /public/\r\n"))
    #expect(
      try preview.get("/public/en/briefings/ta-2026-7k3f/index.md")
        .contains("\r\nContent-Type: text/markdown; charset=utf-8\r\n"))
    for path in [
      "/publication.yml", "/briefings/a.md", "/public/../publication.yml",
      "/public/%2e%2e/briefings/a.md", "/..%2fpublication.yml", "/site/", "/public/briefings/a.md",
      "/nobody/", "/public/en/briefings/", "/.output",
    ] {
      let answer = try preview.get(path)
      #expect(answer.hasPrefix("HTTP/1.1 404 "), "\(path)")
      #expect(!answer.contains("Seen by"), "\(path)")
    }
    #expect(preview.stop() == 0)
  }

  @Test func pagesAreThoseOfTheBuildButForTheBar() throws {
    let place = try RunningPreview.place()
    defer { place.leave() }
    #expect(try place.run("build").status == 0)
    let built = try place.tree("site")
    let preview = try RunningPreview(in: place, "--no-drafts")
    for (path, bytes) in built where !path.hasSuffix("/manifest.json") {
      let answer = try preview.get("/" + path)
      let body = answer.split(separator: "\r\n\r\n", maxSplits: 1)[1]
        .replacing(/<script src="\/_preview\/bar.js" defer data-bar="[^"]*"><\/script>\n/, with: "")
      #expect(body == String(decoding: bytes, as: UTF8.self), "\(path)")
    }
    #expect(built.count > 20)
    #expect(preview.stop(SIGINT) == 0)
    #expect(try place.tree("site") == built)
  }

  @Test(arguments: [[], ["--poll"]])
  func aChangeReachesTheBrowser(arguments: [String]) throws {
    let place = try RunningPreview.place()
    defer { place.leave() }
    let preview =
      arguments.isEmpty
      ? try RunningPreview(in: place) : try RunningPreview(in: place, "--poll")
    _ = try preview.get("/public" + RunningPreview.page)
    _ = try preview.get("/national/en/briefings/ta-2026-8888/")
    let events = try preview.events()
    #expect(events.text { $0.contains("\n\n") }.contains(#"data: {"build":1,"errors":0"#))
    try place.write(
      Workplace.briefing(body: "## (U) What\n\n(U) Changed for all.\n\n(S) Changed for few.\n"),
      to: "briefings/a.md")
    #expect(events.text { $0.contains(#"{"build":2,"#) }.contains(#"{"build":2,"errors":0"#))
    let low = try preview.get("/public" + RunningPreview.page)
    #expect(low.contains("Changed for all."))
    #expect(!low.contains("for few."))
    // The link of another briefing leads to the heading that is there now.
    let other = try preview.get("/national/en/briefings/ta-2026-8888/")
    #expect(other.contains("ta-2026-7k3f/#what"))
    try place.write(Workplace.briefing(id: "TA-2026-9999"), to: "briefings/new/folder/c.md")
    _ = events.text { $0.contains(#"{"build":3,"#) }
    #expect(try preview.get("/public/en/briefings/ta-2026-9999/").contains("Seen by all."))
    try FileManager.default.removeItem(at: place.root.appending(path: "briefings/a.md"))
    _ = events.text { $0.contains(#"{"build":4,"#) }
    #expect(try preview.get("/public" + RunningPreview.page).hasPrefix("HTTP/1.1 404 "))
    #expect(!(try preview.get("/national/en/briefings/ta-2026-8888/").contains("7k3f")))
    #expect(preview.stop() == 0)
  }

  @Test func errorsAreToldOverTheLastGoodBuild() throws {
    let place = try RunningPreview.place()
    defer { place.leave() }
    let preview = try RunningPreview(in: place)
    let events = try preview.events()
    _ = events.text { $0.contains("\n\n") }
    try place.write(Workplace.briefing(body: "(X) Wrong.\n"), to: "briefings/a.md")
    let told = events.text { $0.contains(#""errors":1"#) && $0.hasSuffix("\n\n") }
    #expect(
      told.hasSuffix(
        #"""
        data: {"build":1,"errors":1,"warnings":0,"findings":[{"place":"briefings/a.md:13:1","severity":"error","code":"marking/unknown-label","message":"unknown label (X)","help":"the policy's levels are U, R, S; if it is text, escape the bracket: '\\('","excerpt":"(X) Wrong."}]}


        """#))
    #expect(try preview.get("/public" + RunningPreview.page).contains("Seen by all."))
    try place.write(Workplace.briefing(body: "(U) Right.\n"), to: "briefings/a.md")
    _ = events.text { $0.contains(#"{"build":2,"errors":0"#) }
    #expect(try preview.get("/public" + RunningPreview.page).contains("Right."))
    // What is wrong in the policy is told as 'check' tells it.
    try place.write(
      Workplace.policy + "checks:\n  marking/no-such-rule: note\n", to: "publication.yml")
    _ = events.text { $0.contains(#""code":"policy/check""#) }
    #expect(preview.stop() == 0)
  }

  @Test func theAuthorSeesEverythingAndWhoGetsWhat() throws {
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing(
        body: "(U) Seen by [Jan]{S|someone} & all.\n\n(S) Seen by few.\n")
    ])
    defer { place.leave() }
    let preview = try RunningPreview(in: place)
    let list = try preview.get("/_author/")
    #expect(list.contains(#"<p class="banner level-2">S</p>"#))
    #expect(list.contains(#"<a href="/_author/briefings/a.md">Title at full length</a>"#))
    let view = try preview.get("/_author/briefings/a.md")
    #expect(view.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(view.contains("<p class=\"source\">Seen by Jan &amp; all.</p>"))
    #expect(view.contains("<p class=\"source\">Seen by few.</p>"))
    #expect(
      view.contains(
        """
        <li class="substitute"><span class="who">public</span> <span class="what">\
        <span aria-hidden="true">◐</span> substitute</span> \
        <span class="detail">Seen by someone &amp; all.</span></li>
        """))
    #expect(
      view.contains(
        """
        <li class="nothing"><span class="who">public</span> <span class="what">\
        <span aria-hidden="true">○</span> nothing</span> <span class="detail">not cleared</span></li>
        """))
    #expect(view.contains(#"<li><a href="/public/en/briefings/ta-2026-7k3f/">public</a>"#))
    #expect(
      try preview.get("/_author/levels.css").contains("\r\nContent-Type: text/css; charset=utf-8"))
    for path in ["/_author/briefings/b.md", "/_author/publication.yml", "/_author/a.md"] {
      #expect(try preview.get(path).hasPrefix("HTTP/1.1 404 "))
    }
    #expect(try preview.get("/_author/", host: "evil.example").hasPrefix("HTTP/1.1 421 "))
    #expect(preview.stop() == 0)
  }

  @Test func otherHostsAndOriginsAreRefused() throws {
    let place = try RunningPreview.place()
    defer { place.leave() }
    let preview = try RunningPreview(in: place)
    for host in ["evil.example", "evil.example:\(preview.port)", "localhost"] {
      let answer = try preview.get("/national" + RunningPreview.page, host: host)
      #expect(answer.hasPrefix("HTTP/1.1 421 "))
      #expect(!answer.contains("Seen by"))
    }
    let foreign = try preview.get(
      "/_preview/events", fields: ["Origin: https://evil.example"])
    #expect(foreign.hasPrefix("HTTP/1.1 403 "))
    #expect(try preview.get("/", method: "POST").hasPrefix("HTTP/1.1 405 "))
    #expect(preview.stop() == 0)
  }

  @Test func draftsAreShownUnlessTheyAreNotWanted() throws {
    let draft = Workplace.briefing().replacing("status: published", with: "status: draft")
    let place = try Workplace(["briefings/a.md": draft])
    defer { place.leave() }
    let preview = try RunningPreview(in: place)
    #expect(try preview.get("/public" + RunningPreview.page).contains("class=\"preview\""))
    #expect(preview.stop() == 0)
    let published = try RunningPreview(in: place, "--no-drafts")
    #expect(try published.get("/public" + RunningPreview.page).hasPrefix("HTTP/1.1 404 "))
    #expect(published.stop() == 0)
  }

  @Test func audiencesCanBeChosen() throws {
    let place = try RunningPreview.place()
    defer { place.leave() }
    let preview = try RunningPreview(in: place, "--audience", "public")
    #expect(try preview.get("/national/").hasPrefix("HTTP/1.1 404 "))
    #expect(try preview.printed().hasSuffix("  http://localhost:\(preview.port)/public/\n"))
    #expect(preview.stop() == 0)
    #expect(try place.run("serve", "--port", "0", "--audience", "nobody").status == 64)
    #expect(try place.run("serve", "--port", "70000").status == 64)
  }

  @Test func aTakenPortIsSaid() throws {
    let place = try RunningPreview.place()
    defer { place.leave() }
    let preview = try RunningPreview(in: place)
    let second = try place.run("serve", "--port", "\(preview.port)")
    #expect(second.status == 4)
    #expect(
      second.errors == """
        tearline: error: port \(preview.port) is taken
          help: stop what listens there, or give another with --port; 0 takes any that is free

        """)
    #expect(preview.stop() == 0)
  }

  @Test func nothingIsWrittenToDisk() throws {
    let place = try RunningPreview.place()
    defer { place.leave() }
    let preview = try RunningPreview(in: place)
    let before = try place.tree("").keys.sorted()
    _ = try preview.get("/national/")
    _ = try preview.get("/public" + RunningPreview.page)
    #expect(try place.tree("").keys.sorted() == before)
    #expect(preview.stop() == 0)
  }

  /// Of a machine's addresses a preview listens at 127.0.0.1 alone; 127.0.0.2 is the machine as well.
  @Test func noOtherAddressIsListenedAt() throws {
    let place = try RunningPreview.place()
    defer { place.leave() }
    let preview = try RunningPreview(in: place)
    _ = try RunningPreview.Stream(port: preview.port)
    #expect(throws: (any Error).self) {
      _ = try RunningPreview.Stream(port: preview.port, at: 0x7F00_0002)
    }
    #expect(preview.stop() == 0)
  }
}
