import Foundation
import Testing

/// Signs that mean something to HTML, XML, JSON, YAML and Markdown come out of every format as they
/// went in.
@Suite("Special signs")
struct SpecialSignTests {
  private static let text = #"R&D <b>"it's" {{x}} 100% \\ done"#

  private func site() throws -> (Workplace, [String: Data]) {
    let policy = Workplace.policy.replacing("title: Briefings", with: "title: 'R&D <news> \"1\"'")
    let quoted = Self.text.replacing("'", with: "''").replacing("<b>", with: #"\<b>"#)
    let place = try Workplace(
      policy: policy,
      [
        "briefings/a.md": Workplace.briefing(
          "summary: '(U) \(quoted)'\nadvice:\n  - {do: '(U) \(quoted)', when: '(U) now'}",
          body: "## (U) \(Self.text.replacing("<b>", with: #"\<b>"#))\n\n(U) Text.\n"
        ).replacing("  - (U) Title", with: "  - '(U) \(quoted)'")
      ])
    let build = try place.run("build")
    #expect(build.status == 0, "\(build.errors)")
    return (place, try place.tree("site/public"))
  }

  @Test func markupIsWellFormed() throws {
    let (place, site) = try site()
    defer { place.leave() }
    var seen = 0
    for (path, bytes) in site {
      let text = String(decoding: bytes, as: UTF8.self)
      switch path.split(separator: ".").last {
      case "xml":
        seen += 1
        let entity = /&(?!(amp|lt|gt|quot|#[0-9]+|#x[0-9A-Fa-f]+);)/
        #expect(text.firstMatch(of: entity) == nil, "\(path)")
        #expect(!text.contains("<b>"), "\(path)")
      case "html":
        seen += 1
        #expect(text.firstMatch(of: /&(?!(amp|lt|gt|quot|nbsp|#[0-9]+);)/) == nil, "\(path)")
        #expect(!text.contains("<b>") && !text.contains("<news>"), "\(path)")
        // An attribute does not end at a quotation mark in a text.
        #expect(!text.contains("=\"R&amp;D &lt;b&gt;\"it"), "\(path)")
      case "json":
        seen += 1
        #expect((try? JSONSerialization.jsonObject(with: bytes)) != nil, "\(path)")
        #expect(!text.contains("<b>"), "\(path)")
      default: break
      }
    }
    #expect(seen > 12)
  }

  @Test func textsAreWhatTheyWere() throws {
    let (place, site) = try site()
    defer { place.leave() }
    let visible = Self.text.replacing(#"\\"#, with: #"\"#)
    let data = try #require(site["en/briefings/ta-2026-7k3f/index.json"])
    let fields = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    for name in ["title", "summary"] {
      let field = try #require(fields[name] as? [String: Any] ?? ["text": fields[name] ?? ""])
      let text = (field["text"] as? String ?? "").replacing(#"\<"#, with: "<")
        .replacing(#"\\"#, with: #"\"#)
      #expect(text == visible, "\(name)")
    }
    let page = try #require(site["en/briefings/ta-2026-7k3f/index.html"])
    let escaped = visible.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    #expect(String(decoding: page, as: UTF8.self).contains("<h1>\(escaped)</h1>"))
    // Through a release the site stays the same.
    let release = try place.run("release", "--audience", "public", "--to", "released")
    #expect(release.status == 0, "\(release.errors)")
    #expect(try place.run("build", "-C", "released").status == 0)
    #expect(try place.tree("released/site/public") == site)
  }

  /// Whatever stands in a field, the released publication has it and builds to the same site.
  @Test func fieldsGoThroughARelease() throws {
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing(
        #"summary: '(U) C:\temp\new "quoted" it''s: #1 \u0041'"#, body: "(U) Text.\n")
    ])
    defer { place.leave() }
    #expect(try place.run("build").status == 0)
    let release = try place.run("release", "--audience", "public", "--to", "released")
    #expect(release.status == 0, "\(release.errors)")
    let again = try place.run("build", "-C", "released")
    #expect(again.status == 0, "\(again.errors)")
    #expect(try place.tree("site/public") == place.tree("released/site/public"))
    let page = try place.run("view", "briefings/a.md", "--as", "public", "--format", "html")
    #expect(page.output.contains(#"C:\temp\new &quot;quoted&quot; it's: #1 \u0041"#))
  }
}
