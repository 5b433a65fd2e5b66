import Foundation
import Testing

/// `tearline verify`, on an edition as it was built and on one that was tampered with.
@Suite struct VerifyCommandTests {
  @Test func verifyComparesAnEditionWithItsManifest() throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing()])
    defer { place.leave() }
    #expect(try place.run("build").status == 0)
    let whole = try place.run("verify", "site/public")
    #expect(whole.status == 0)
    #expect(whole.errors == "site/public: as its manifest says\n")
    #expect(try place.run("verify", "site/public", "--quiet").errors == "")
    try place.write("more", to: "site/public/en/index.html")
    try place.write("stray", to: "site/public/stray.txt")
    try FileManager.default.removeItem(at: place.root.appending(path: "site/public/robots.txt"))
    let changed = try place.run("verify", "site/public")
    #expect(changed.status == 1)
    #expect(
      changed.errors.split(separator: "\n").filter { $0.contains("error:") }.map {
        $0.replacing(/\d+/, with: "N")
      } == [
        "site/public/en/index.html: error: it has N bytes where the manifest says N [edition/changed]",
        "site/public/robots.txt: error: the file is not there [edition/missing]",
        "site/public/stray.txt: error: the manifest does not name it [edition/extra]",
      ])
    #expect(changed.errors.hasSuffix("3 errors\n"))
    #expect(try place.run("verify", "site").errors.contains("[edition/manifest]"))
    #expect(try place.run("verify", "nothing").errors.contains("nothing: error: "))
    // Root may read everything: then somebody else verifies.
    let path = place.root.path(percentEncoded: false)
    for name in ["", "/site", "/site/public", "/site/public/en"] { chmod(path + name, 0o755) }
    chmod(path + "/site/public/sitemap.xml", 0)
    let outcome =
      getuid() != 0
      ? try place.run("verify", "site/public")
      : try place.run(
        program: URL(filePath: "/bin/sh"),
        command: [
          "-c", "exec setpriv --reuid 65534 --clear-groups \"$@\"", "sh",
          Workplace.executable.path(percentEncoded: false), "verify", "site/public",
        ])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("site/public/sitemap.xml: error: "), "\(outcome.errors)")
    #expect(outcome.errors.contains("[edition/unreadable]"))
    let json = try place.run("verify", "site/public", "--format", "json")
    #expect(json.output.contains("\"edition/extra\""))
  }
}
