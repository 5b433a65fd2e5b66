import Testing

@testable import Audit

/// The audit reads by itself where a text ends and what it shows.
@Suite struct SourceReadingTests {
  /// A note ends the paragraph or the item above it; what is underlined is a heading, with a bar or not.
  @Test(arguments: [
    ("(U) One[^1].\n[^1]: (S) The zeppelin crosses.", false),
    ("- (U) One[^1].\n[^1]: (S) The zeppelin crosses.", false),
    ("(S) One.\n[^1]: (U) The zeppelin crosses.", true),
    ("- (S) One.\n[^1]: (U) The zeppelin crosses.", true),
    ("(S) Part |\n---\n\nThe zeppelin crosses.", false),
    ("(U) Part |\n---\n\nThe zeppelin crosses.", true),
  ])
  func blocksEndWhereTheyDo(body: String, isSeen: Bool) {
    var fixture = Fixture()
    fixture.briefing.replace("status: published", with: "status: published\nunmarked: U")
    fixture.briefing += "\n\n" + body + "\n"
    fixture.pages["en/index.html"] = Array("<p>The zeppelin crosses</p>".utf8)
    #expect(fixture.findings.isEmpty == isSeen, "\(body)")
  }

  /// Pictures by whatever path, and by a definition: who reads the text that names them sees them.
  @Test(arguments: [
    ("![x](<my img.svg>)", "my img.svg"), ("![x](img(1).svg)", "img(1).svg"),
    ("![x](<img[1].svg>)", "img[1].svg"), ("![x](jan's.svg)", "jan's.svg"),
    ("![x](my\\_img.svg)", "my_img.svg"), ("![x](my&amp;img.svg)", "my&img.svg"),
    ("![x](my%20img.svg)", "my img.svg"), ("![x][k]\n\n[K]: img.svg", "img.svg"),
    ("![k]\n\n[k]: <my img.svg> \"x\"", "my img.svg"), ("![x](../img.svg \"y\")", "../img.svg"),
  ])
  func picturesAreFoundByEveryPath(written: String, path: String) {
    var fixture = Fixture()
    fixture.briefing.replace("status: published", with: "status: published\nunmarked: U")
    let file = path.hasPrefix("../") ? String(path.dropFirst(3)) : "briefings/" + path
    fixture.files[file] = Array("<svg><text>Montelupo</text></svg>".utf8)
    fixture.pages["en/index.html"] = Array("<p>Montelupo</p>".utf8)
    let briefing = fixture.briefing
    fixture.briefing = briefing + "\n\n(S) \(written)\n"
    #expect(fixture.findings.map(\.code) == ["audit/withheld-word"], "\(written)")
    fixture.briefing = briefing + "\n\n(U) \(written)\n\n(S) In Montelupo.\n"
    #expect(fixture.findings.isEmpty, "\(written)")
  }

  /// What is too long for a file's name is none, whatever a folder says of it.
  @Test func whatCannotBeAFileIsNone() {
    var fixture = Fixture()
    fixture.briefing += "\n\n(U) See `\(String(repeating: "a", count: 300)).png` for it.\n"
    fixture.faults = { $0.hasSuffix(".png") ? .unreadable : nil }
    #expect(fixture.findings.isEmpty)
  }

  /// Advice for others is none of theirs; a sentence that goes with a part of it is withheld whole.
  @Test(arguments: [
    ("advice: [{for: crew, do: \"(U) The zeppelin crosses.\"}]", "", "The zeppelin crosses"),
    ("", "(U) The zeppelin crosses [at four]{S} over the harbour.", "The zeppelin crosses"),
    ("", "- (U) The zeppelin [at four]{S}\n- (U) Two.", "The zeppelin"),
  ])
  func whatOthersGetIsFound(fields: String, body: String, shown: String) {
    var fixture = Fixture()
    fixture.policy.replace(
      "{name: The public, clearance: U}",
      with: "{name: The public, clearance: U}\n  crew: {name: Crew, clearance: S}")
    fixture.briefing.replace("status: published", with: "status: published\n\(fields)")
    fixture.briefing += "\n\n\(body)\n"
    let clean = fixture.pages
    fixture.pages["en/index.html"] = Array("<p>\(shown)</p>".utf8)
    #expect(Set(fixture.findings.map(\.code)) == ["audit/withheld-word"], "\(body)\(fields)")
    fixture.others = [("crew", fixture.pages)]
    fixture.pages = clean
    #expect(fixture.findings.isEmpty, "\(body)\(fields)")
  }

  /// Neither the reason of a compilation nor the names of groups are the reader's; a mark of the byte order
  /// is nothing.
  @Test func whatReachesNoEditionIsFound() {
    var fixture = Fixture()
    fixture.briefing.replace(
      "status: published",
      with: "status: published\nunmarked: U\n"
        + "compilation: {reason: Nocturne ties the dates together, release-to: [public]}")
    fixture.pages["en/index.html"] = Array("<p>Look after your cranes</p>".utf8)
    #expect(fixture.findings.isEmpty, "\(fixture.findings)")
    fixture.briefing = "\u{FEFF}" + fixture.briefing
    #expect(fixture.findings.isEmpty, "\(fixture.findings)")
    for text in ["Nocturne", "Netherlands"] {
      fixture.pages["en/index.html"] = Array("<p>\(text)</p>".utf8)
      #expect(fixture.findings.map(\.code) == ["audit/withheld-word"], "\(text)")
    }
  }
}
