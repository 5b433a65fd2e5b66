import Diagnostics
import Testing

@testable import Preview

@Suite("What is answered")
struct AnswerTests {
  @Test func everyAnswerIsGuarded() {
    for path in ["/public/", "/public", "/nothing", "/_preview/bar.js", "/_preview/events", "/.."] {
      let answer = Shelf.answer(to: request(path))
      for field in [
        "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; "
          + "img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; "
          + "form-action 'self'; frame-ancestors 'none'",
        "X-Content-Type-Options: nosniff", "Cache-Control: no-store",
        "Cross-Origin-Resource-Policy: same-origin", "Referrer-Policy: no-referrer",
        "Cross-Origin-Opener-Policy: same-origin",
      ] {
        #expect(answer.contains("\r\n\(field)\r\n"), "\(path): \(field)")
      }
      #expect(!answer.contains("Access-Control"))
    }
  }

  @Test func aPageHasTheBarAndIsOtherwiseAsItWas() {
    let answer = Shelf.answer(to: request("/public/"))
    #expect(answer.contains("\r\nContent-Type: text/html; charset=utf-8\r\n"))
    let body = answer.components("\r\n\r\n")[1]
    let script = #"""
      <script src="/_preview/bar.js" defer data-bar="{&quot;build&quot;:3,&quot;editions&quot;:[{&quot;name&quot;:&quot;The \&quot;public\&quot; \u0026 \u003cothers\u003e&quot;,&quot;href&quot;:&quot;/public/en/&quot;,&quot;here&quot;:true,&quot;there&quot;:true},{&quot;name&quot;:&quot;Local&quot;,&quot;href&quot;:&quot;/local/en/&quot;,&quot;here&quot;:false,&quot;there&quot;:false}],&quot;languages&quot;:[{&quot;name&quot;:&quot;English&quot;,&quot;href&quot;:&quot;/public/en/&quot;,&quot;here&quot;:false,&quot;there&quot;:true}],&quot;author&quot;:{&quot;name&quot;:&quot;Author's view&quot;,&quot;href&quot;:&quot;/_author/briefings/a%20b.md&quot;,&quot;here&quot;:false,&quot;there&quot;:true}}"></script>

      """#
    #expect(body == "<html><head><title>T</title>\(script)</head><body>B</body></html>")
  }

  @Test func aPageWithoutAHeadGetsTheBarAtItsEnd() {
    let answer = Shelf.answer(to: request("/public/gone/"))
    #expect(answer.hasPrefix("HTTP/1.1 404 Not Found\r\n"))
    #expect(answer.components("\r\n\r\n")[1].hasPrefix("<p>Gone.</p><script src="))
    let upper = BarInjection.page(Array("<HEAD></HEAD>".utf8), with: Shelf.bar)
    #expect(String(decoding: upper, as: UTF8.self).hasSuffix("</script>\n</HEAD>"))
  }

  @Test func filesAreAsTheyAre() {
    let answer = Shelf.answer(to: request("/public/a/index.md"))
    #expect(answer.contains("\r\nContent-Type: text/markdown; charset=utf-8\r\n"))
    #expect(answer.hasSuffix("Content-Length: 4\r\n\r\n# A\n"))
  }

  @Test func aHeadHasNoBody() {
    let answer = Shelf.answer(to: request("/public/a/index.md", method: "HEAD"))
    #expect(answer.hasSuffix("Content-Length: 4\r\n\r\n"))
  }

  @Test func folderNamesAreCompleted() {
    let answer = Shelf.answer(to: request("/public"))
    #expect(answer.hasPrefix("HTTP/1.1 302 Found\r\n"))
    #expect(answer.contains("\r\nLocation: /public/\r\n"))
  }

  @Test func nothingElseIsThere() {
    for path in ["/x", "/_preview/", "/_preview/bar", "/_preview/frame.mustache", "/public/../x"] {
      #expect(Shelf.status(of: request(path)) == 404)
    }
  }

  @Test func aStreamBeginsWithTheState() {
    let answer = Shelf.answer(to: request("/_preview/events"))
    #expect(answer.contains("\r\nContent-Type: text/event-stream\r\n"))
    #expect(!answer.contains("Content-Length"))
    #expect(answer.hasSuffix("\r\n\r\nevent: state\ndata: {}\n\n"))
  }

  @Test func aStateIsOneEvent() {
    let finding = Diagnostic(
      "marking/unknown-label", at: Place("briefings/a.md", line: 4, column: 3),
      "unknown label (X)", help: "write\nanother")
    let event = PreviewState(build: 2, findings: [finding]).event
    #expect(
      String(decoding: event, as: UTF8.self) == #"""
        event: state
        data: {"build":2,"errors":1,"warnings":0,"findings":[{"place":"briefings/a.md:4:3","severity":"error","code":"marking/unknown-label","message":"unknown label (X)","help":"write\nanother"}]}


        """#)
  }

  @Test func manyFindingsAreCounted() {
    let findings = (1...80).map { line in
      Diagnostic("a/b", at: Place("f", line: line), "wrong")
    }
    let event = String(
      decoding: PreviewState(build: 0, findings: findings).event, as: UTF8.self)
    #expect(event.contains(#""errors":80,"#))
    #expect(event.components(#""code":"#).count - 1 == 50)
  }

  @Test(arguments: [
    ("index.html", "text/html; charset=utf-8"), ("a/style.0a.css", "text/css; charset=utf-8"),
    ("feed.xml", "application/atom+xml"), ("sitemap.xml", "application/xml"),
    ("feed.json", "application/feed+json"), ("index.json", "application/json"),
    ("robots.txt", "text/plain; charset=utf-8"), ("x.PNG", "image/png"),
    ("x.svg", "image/svg+xml"), ("x", "application/octet-stream"),
    ("x.exe", "application/octet-stream"),
    ("assets/search.0a.js", "text/javascript; charset=utf-8"),
    ("levels.csv", "text/csv; charset=utf-8"), ("x.jpg", "image/jpeg"), ("x.jpeg", "image/jpeg"),
    ("x.gif", "image/gif"), ("x.webp", "image/webp"), ("x.woff2", "font/woff2"),
    ("en/search/opensearch.xml", "application/opensearchdescription+xml"),
  ])
  func mediaTypesFollowNames(path: String, type: String) {
    #expect(MediaType.of(path) == type)
  }
}

extension String {
  fileprivate func components(_ separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }

  /// Errors come first, then warnings; notes stay away.
  @Test func warningsAreToldBehindErrors() {
    let event = PreviewState(
      build: 1,
      findings: [
        Diagnostic("a/note", .note, at: Place("a.md"), "x"),
        Diagnostic("a/warning", .warning, at: Place("a.md"), "x"),
        Diagnostic("a/error", at: Place("b.md"), "x"),
      ]
    ).event
    let text = String(decoding: event, as: UTF8.self)
    #expect(text.contains(#""errors":1,"warnings":1,"#))
    #expect(text.matches(of: /"code":"a\/([a-z]+)"/).map { String($0.1) } == ["error", "warning"])
  }
}
