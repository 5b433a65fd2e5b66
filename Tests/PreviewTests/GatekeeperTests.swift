import Testing

@testable import Preview

@Suite("Who is answered")
struct GatekeeperTests {
  @Test(arguments: ["localhost:8400", "127.0.0.1:8400", "[::1]:8400", "LocalHost:8400"])
  func namesOfThisMachineAre(host: String) {
    #expect(Shelf.status(of: request("/public/", ["host": host])) == 200)
  }

  @Test(arguments: [
    "evil.example", "evil.example:8400", "localhost", "localhost:8401", "127.0.0.1",
    "localhost:8400.evil.example", "127.0.0.2:8400", "0.0.0.0:8400", "localhost.:8400",
    "user@localhost:8400", "localhost:8400, evil.example", "2130706433:8400", "",
  ])
  func otherNamesAreNot(host: String) {
    #expect(Shelf.status(of: request("/public/", ["host": host])) == 421)
    #expect(!Shelf.answer(to: request("/public/", ["host": host])).contains("<body>"))
  }

  @Test func twoHostsAreNone() {
    let two = "GET /public/ HTTP/1.1\r\nHost: localhost:8400\r\nHost: localhost:8400\r\n\r\n"
    #expect(Shelf.status(of: Array(two.utf8)) == 421)
  }

  @Test(arguments: [
    "https://evil.example", "null", "http://localhost:8401", "https://localhost:8400",
    "http://localhost:8400.evil.example", "file://",
  ])
  func otherOriginsAreNot(origin: String) {
    for path in ["/_preview/events", "/public/"] {
      #expect(Shelf.status(of: request(path, ["origin": origin])) == 403)
    }
  }

  @Test func pagesOfThePreviewAre() {
    let own = ["origin": "http://127.0.0.1:8400", "sec-fetch-site": "same-origin"]
    #expect(Shelf.status(of: request("/_preview/events", own)) == 200)
  }

  @Test func otherSitesMayLinkAndNothingElse() {
    let link = ["sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"]
    #expect(Shelf.status(of: request("/public/", link)) == 200)
    for site in ["cross-site", "same-site"] {
      let script = ["sec-fetch-site": site, "sec-fetch-mode": "no-cors"]
      #expect(Shelf.status(of: request("/public/", script)) == 403)
    }
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "TRACE", "get"])
  func aPreviewIsReadAlone(method: String) {
    let answer = Shelf.answer(to: request("/public/", method: method))
    #expect(answer.hasPrefix("HTTP/1.1 405 "))
    #expect(answer.contains("\r\nAllow: GET, HEAD\r\n"))
  }
}
