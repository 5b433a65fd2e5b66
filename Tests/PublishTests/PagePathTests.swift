import Testing

@testable import Publish

@Suite struct PagePathTests {
  @Test(arguments: [
    "", "/", "/etc/passwd", "a//b", "a/", "./a", "a/./b", "../a", "a/../../b", "a/..",
    ".git/config",
    "en/.htaccess", ".well-known", "x/.well-known/y", "a\0b", "a\nb", "a\\b", "a\u{7F}",
    String(repeating: "a", count: 256), String(repeating: "a/", count: 600) + "b",
  ])
  func refusesAnUnsafePath(_ path: String) {
    #expect(PagePath.problem(in: path) != nil)
  }

  @Test(arguments: [
    "index.html", "en/briefings/ta-2026-7k3f/index.html", ".well-known/security.txt", "a..b/c...",
    "één/ruit.svg", String(repeating: "a", count: 255),
  ])
  func acceptsASafePath(_ path: String) {
    #expect(PagePath.problem(in: path) == nil)
  }

  @Test(arguments: [
    (["a", "a"], "the path is there twice"),
    (["a/b", "a"], "the path is both a file and a folder"),
    (["a", "a/b"], "the path is both a file and a folder"),
    (["en/A.html", "en/a.html"], "the path differs from another by case alone"),
    (["EN/a.html", "en/b.html"], "the path differs from another by case alone"),
    (["\u{E9}", "e\u{301}"], "the path differs from another by case alone"),
  ])
  func refusesPathsThatCollide(_ paths: [String], _ reason: String) {
    let fault = fault { () throws(PublishFault) in try PagePath.check(paths) }
    #expect(fault?.kind == .unsafePath)
    #expect(fault?.reason == reason)
  }

  @Test func refusesAPageInThePlaceOfTheManifest() throws {
    let folder = TemporaryFolder()
    let publisher = try folder.publisher()
    let fault = fault { () throws(PublishFault) in
      _ = try publisher.stage(
        [SitePage(path: "manifest.json", bytes: [])], for: "public", at: 0)
    }
    #expect(fault?.kind == .unsafePath)
    #expect(try names(in: folder.output) == [])
  }

  @Test(arguments: ["", "..", "a/b", ".hidden", "a\0"])
  func refusesAnAudienceThatIsNoFolder(_ audience: String) {
    let folder = TemporaryFolder()
    let fault = fault { () throws(PublishFault) in _ = try folder.publisher([audience]) }
    #expect(fault?.kind == .unsafePath)
  }
}
