import Foundation
import Testing

@Suite struct NewPublicationTests {
  /// What `init` makes is like no other publication, and keeps its editions out of a version control.
  @Test func aNewPublicationIsOfItsOwn() throws {
    let place = try Workplace(policy: nil)
    defer { place.leave() }
    var ids: Set<String> = []
    for name in ["one", "two"] {
      #expect(try place.run("init", name).status == 0)
      let files = try place.tree(name)
      #expect(files["site/.gitignore"] == Data("*\n!.gitignore\n".utf8))
      let text = String(decoding: files["briefings/fake-invoices.en.md"] ?? Data(), as: UTF8.self)
      ids.insert(String(try #require(text.firstMatch(of: /\nid: (TA-2026-[0-9A-Z]{4})\n/)).1))
    }
    #expect(ids.count == 2)
    let wrong = try place.run("init", "three", "--policy", "tpl")
    #expect(wrong.status == 64 && wrong.errors.contains("no policy 'tpl'"), "\(wrong.errors)")
    #expect(try place.tree("three").isEmpty)
  }
}
