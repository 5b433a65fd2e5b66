import Testing

@testable import Preview

@Suite("Reading requests")
struct RequestReaderTests {
  private func read(_ text: String) -> RequestReader.Outcome {
    RequestReader.read(Array(text.utf8))
  }

  @Test func aHeadIsReadOnceItIsThere() {
    let text = "GET /a?b HTTP/1.1\r\nHost:  localhost:1 \r\nX-Y: 1\r\nx-y: 2\r\n\r\n"
    for length in 0..<text.utf8.count {
      #expect(RequestReader.read(Array(text.utf8.prefix(length))) == .incomplete)
    }
    var request = Request(method: "GET", target: "/a?b")
    request.fields = ["host": ["localhost:1"], "x-y": ["1", "2"]]
    #expect(read(text) == .request(request))
  }

  @Test(arguments: [
    "GET / HTTP/2\r\n\r\n", "GET /\r\n\r\n", "GET  / HTTP/1.1\r\n\r\n", " GET / HTTP/1.1\r\n\r\n",
    "GET http://localhost/ HTTP/1.1\r\n\r\n", "GET * HTTP/1.1\r\n\r\n", "\r\n\r\n",
    "GET / HTTP/1.1\r\nHost\r\n\r\n", "GET / HTTP/1.1\r\n: x\r\n\r\n",
    "GET / HTTP/1.1\r\nHost : x\r\n\r\n", "GET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n",
    "GET / HTTP/1.1\nHost: x\n\r\n\r\n", "GET / HTTP/1.1\r\nA: b\rc\r\n\r\n",
    "GET / HTTP/1.1\r\nA: \u{0}\r\n\r\n", "GET /é HTTP/1.1\r\n\r\n",
    "GET / HTTP/1.1\r\nContent-Length: 1\r\n\r\n",
    "GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n",
  ])
  func anythingElseIsRefused(text: String) {
    #expect(read(text) == .refused(.badRequest))
  }

  @Test func aHeadHasALimit() {
    let long = "GET / HTTP/1.1\r\nA: " + String(repeating: "a", count: 17 << 10)
    #expect(read(long) == .refused(.headTooLarge))
    #expect(read(long + "\r\n\r\n") == .refused(.headTooLarge))
    let many = "GET / HTTP/1.1\r\n" + String(repeating: "A: b\r\n", count: 120) + "\r\n"
    #expect(read(many) == .refused(.headTooLarge))
  }

  @Test(arguments: [
    ("/", ""), ("/public/en/", "public/en/"), ("/a/b.css?x=../../y", "a/b.css"),
    ("/a%20b/%C3%A9", "a b/é"), ("/.well-known/security.txt", ".well-known/security.txt"),
    ("/_author/briefings/a.md", "_author/briefings/a.md"),
  ])
  func pathsAreDecoded(target: String, path: String) {
    #expect(RequestPath.read(target) == path)
    #expect(RequestPath.read(RequestPath.encoded(path)) == path)
  }

  @Test(arguments: [
    "/..", "/../x", "/a/../x", "/a/..", "/%2e%2e/x", "/a/%2E%2E/%2e%2e/etc/passwd", "/./a", "//a",
    "/a//b", "/a%2", "/a%zz", "/%00", "/a%5C..%5Cb", "/a\\b", "/%ff", "/.git/config",
    "/a/.hidden", "/..%2f..%2fetc/passwd", "/a/%0d%0aSet-Cookie:x", "x",
  ])
  func pathsThatLeadElsewhereAreNone(target: String) {
    #expect(RequestPath.read(target) == nil)
  }
}
