import Foundation
import Testing

/// The banner of a briefing is what all that an audience gets of it is marked with, joined.
@Suite("Banners")
struct BannerTests {
  /// What is marked S in a briefing whose rest everybody may read: front matter, and body.
  static let marked: [(fields: String, body: String)] = [
    ("summary: (S) One.", ""), ("contact: (S) One.", ""), ("threat: {actor: \"(S) One\"}", ""),
    ("threat: {level: \"(S) high\"}", ""), ("topics: [\"(S) espionage\"]", ""),
    ("related: [\"(S) TA-2026-AAAA\"]", ""), ("supersedes: (S) TA-2026-AAAA", ""),
    ("advice:\n  - {do: \"(S) Look.\", when: now, by: all}", ""),
    ("advice:\n  - {do: \"(U) Look.\", when: \"(S) now\", by: all}", ""),
    ("judgements:\n  - {text: \"(S) One.\"}", ""),
    ("revisions:\n  - {date: 2026-11-03, note: \"(S) One.\"}", ""),
    ("sources:\n  - {description: \"(S) One\"}", ""),
    ("", "(S) One.\n"), ("", "## (S) One\n\n(U) Two.\n"), ("", "- (U) One\n- (S) Two\n"),
    ("", "::: S\nOne.\n:::\n"), ("", "::: S\n::: U\nOne.\n:::\n:::\n"),
    ("", "::: S\n(U) One.\n:::\n"),
    ("", "::: S\nOne.\n::: tear U\n(U) Two.\n:::\n"),
    ("", "(U) By [one]{S|two}.\n"), ("", "(U) One.[^a]\n\n[^a]: (S) Two.\n"),
    ("", "| (U) One | (S) Two |\n| --- | --- |\n| (U) 1 | 2 |\n"),
    ("", "| (U) One |\n| --- |\n| (S) 1 |\n"), ("", "> (S) One.\n"),
  ]

  /// A policy with a group that no audience is in.
  private static let policy = Workplace.policy.replacing(
    "{mark: NLD, name: Netherlands}", with: "{mark: NLD, name: Netherlands}, {mark: BEL}")

  /// A briefing whose title everybody may read.
  private static func briefing(_ fields: String, _ body: String) -> String {
    Workplace.briefing(fields, body: body).replacing(
      "title:\n  - (S) Title at full length\n  - (U) Title", with: "title: (U) Title")
  }

  @Test(arguments: marked)
  func isTheJoinOfWhatIsVisible(fields: String, body: String) throws {
    let place = try Workplace([
      "briefings/a.md": Self.briefing(fields, "(U) Seen by all.\n\n" + body),
      "briefings/b.md": Workplace.briefing(id: "TA-2026-AAAA"),
    ])
    defer { place.leave() }
    let low = try place.run("view", "briefings/a.md", "--as", "public")
    #expect(low.output.contains("\nbanner: \"U\"\n"), "\(low.errors)")
    let high = try place.run("view", "briefings/a.md", "--as", "national")
    #expect(high.output.contains("\nbanner: \"S\"\n"), "\(high.output)")
  }

  /// What has no part in the edition has none in its banner.
  @Test(arguments: [
    "related: [\"(S) TA-2026-BBBB\"]", "supersedes: (S) TA-2026-BBBB",
    "revisions: [{date: \"(S//REL TO BEL) 2026-11-03\", note: \"(S) One.\"}]",
    "revisions: [{date: \"(S) 2026-11-03\", note: \"(S//REL TO BEL) One.\"}]",
    "remarks: (S) One.", "topics: [\"(U) espionage\"]", "translation: {of: \"(S) nl\"}",
  ])
  func isNotThatOfWhatIsLeftOut(fields: String) throws {
    let place = try Workplace(
      policy: Self.policy.replacing("languages: [en]", with: "languages: [en, nl]"),
      [
        "briefings/a.md": Self.briefing(fields, "(U) Seen by all.\n"),
        "briefings/b.md": Workplace.briefing(id: "TA-2026-BBBB", "audiences: [public]"),
      ])
    defer { place.leave() }
    let high = try place.run("view", "briefings/a.md", "--as", "national")
    #expect(high.output.contains("\nbanner: \"U\"\n"), "\(high.output)\(high.errors)")
  }

  /// A notice of withdrawal has the banner of what it says, not of what was said before.
  @Test func aNoticeIsMarkedAsWhatItSays() throws {
    let place = try Workplace([
      "briefings/a.md": Self.briefing(
        "summary: (S) One.\nwithdrawal:\n  date: (U) 2026-11-03\n  reason: (U) Wrong.", "(S) Two.\n"
      ).replacing("status: published", with: "status: withdrawn")
    ])
    defer { place.leave() }
    let high = try place.run("view", "briefings/a.md", "--as", "national")
    #expect(high.output.contains("\nbanner: \"U\"\n"), "\(high.output)\(high.errors)")
  }

  /// The first text of an item is marked as what is shown of it.
  @Test func anItemIsMarkedAsWhatIsShownOfIt() throws {
    let place = try Workplace([
      "briefings/a.md": Self.briefing("", "- (U) By [Acme]{S|a firm}.\n- (U) Two.\n")
    ])
    defer { place.leave() }
    let high = try place.run("view", "briefings/a.md", "--as", "national", "--body")
    #expect(high.output == "- (S) By Acme.\n- (U) Two.\n", "\(high.output)\(high.errors)")
  }

  /// A list of briefings is marked with what all of them may be released to; a page that names another
  /// briefing counts its title.
  @Test func pagesAreMarkedAsWhatTheyName() throws {
    let policy = Workplace.policy
      .replacing(
        "groups: [{mark: NLD, name: Netherlands}]",
        with: "groups: [{mark: NLD, name: Netherlands}, {mark: BEL, name: Belgium}]"
      ).replacing("groups: [NLD]", with: "groups: [NLD, BEL]")
    let topics = "topics: [\"(U) espionage\"]\n"
    let place = try Workplace(
      policy: policy,
      [
        "briefings/a.md": Self.briefing(topics, "(R//REL TO NLD) One.\n"),
        "briefings/b.md": Self.briefing(topics, "(R//REL TO NLD, BEL) Two.\n").replacing(
          "TA-2026-7K3F", with: "TA-2026-AAAA"),
        "briefings/c.md": Self.briefing("", "(U) Old.\n").replacing(
          "TA-2026-7K3F", with: "TA-2026-BBBB"),
        "briefings/d.md": Self.briefing("supersedes: (U) TA-2026-BBBB", "(U) New.\n")
          .replacing("TA-2026-7K3F", with: "TA-2026-CCCC")
          .replacing("title: (U) Title", with: "title: (R) Newer title"),
      ])
    defer { place.leave() }
    let build = try place.run("build")
    #expect(build.status == 0, "\(build.errors)")
    let pages = try place.tree("site/national/en")
    func page(_ path: String) -> String {
      pages[path].map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
    let topic = page("topics/espionage/index.html")
    #expect(topic.contains("RESTRICTED"))
    #expect(!topic.contains("Belgium") && !topic.contains("BEL"), "\(topic.prefix(3000))")
    let old = page("briefings/ta-2026-bbbb/index.html")
    #expect(old.contains("Newer title") && old.contains("RESTRICTED"))
  }

  /// Code counts, in a quote and by itself.
  @Test(arguments: ["::: S\n```\nx\n```\n:::\n", "::: S\n> ```\n> x\n> ```\n:::\n"])
  func codeCounts(body: String) throws {
    let place = try Workplace(["briefings/a.md": Self.briefing("", "(U) Open.\n\n" + body)])
    defer { place.leave() }
    let view = try place.run("view", "briefings/a.md", "--as", "national")
    #expect(view.output.contains("banner: \"S\""), "\(view.output)")
  }

  /// A topic's page lists what has expired, and is marked with it.
  @Test func pagesAreMarkedWithWhatHasExpiredToo() throws {
    let topics = "topics: [\"(U) espionage\"]\n"
    let place = try Workplace([
      "briefings/a.md": Self.briefing(topics + "expires: 2026-11-10\n", "(S) One.\n"),
      "briefings/b.md": Self.briefing(topics, "(U) Two.\n").replacing(
        "TA-2026-7K3F", with: "TA-2026-AAAA"),
    ])
    defer { place.leave() }
    let build = try place.run("build")
    #expect(build.status == 0, "\(build.errors)")
    for (audience, isMarked) in [("national", true), ("public", false)] {
      let pages = try place.tree("site/\(audience)/en")
      let page = pages["topics/espionage/index.html"].map { String(decoding: $0, as: UTF8.self) }
      #expect(page?.contains("SECRET") == isMarked)
    }
  }

  /// An audience with a group, a compartment or a level of its own is not everybody: its pages say what
  /// they are, and ask to stay out of search engines.
  @Test(arguments: [
    ("{clearance: U, groups: [NLD], base-url: \"https://a.example\"}", true),
    ("{clearance: R, base-url: \"https://a.example\"}", true),
    ("{clearance: U, base-url: \"https://a.example\"}", false),
  ])
  func pagesForFewHaveABanner(audience: String, isForFew: Bool) throws {
    let place = try Workplace(
      policy: Workplace.policy.replacing(
        "{clearance: U, redaction: omit, base-url: \"https://www.service.example\"}", with: audience
      ),
      [
        "briefings/a.md": Workplace.briefing(
          body: "(U) Seen by all.\n\n(U//REL TO NLD) Seen by some.\n")
      ])
    defer { place.leave() }
    let build = try place.run("build")
    #expect(build.status == 0, "\(build.errors)")
    let tree = try place.tree("site/public").mapValues { String(decoding: $0, as: UTF8.self) }
    let page = tree["en/briefings/ta-2026-7k3f/index.html"] ?? ""
    #expect(page.contains("noindex") == isForFew)
    #expect(page.contains("class=\"banner") == isForFew)
    #expect(
      tree["robots.txt"]?.contains("Disallow: /\n") == isForFew, "\(tree["robots.txt"] ?? "")")
    // With drafts nothing of it is for search engines.
    #expect(try place.run("build", "--drafts", "--output", "drafts").status == 0)
    let drafts = try place.tree("drafts/public")["en/briefings/ta-2026-7k3f/index.html"]
    #expect(drafts.map { String(decoding: $0, as: UTF8.self).contains("noindex") } == true)
  }

  /// A page that shows the level of another briefing is marked as that level is.
  @Test func pagesAreMarkedAsTheLevelsThatTheyShow() throws {
    for mark in ["U", "S"] {
      let place = try Workplace([
        "briefings/a.md": Self.briefing("related: [\"(U) TA-2026-AAAA\"]", "(U) One.\n"),
        "briefings/b.md": Self.briefing("threat: {level: \"(\(mark)) high\"}", "(U) Two.\n")
          .replacing("TA-2026-7K3F", with: "TA-2026-AAAA"),
      ])
      defer { place.leave() }
      let build = try place.run("build", "--audience", "national")
      #expect(build.status == 0, "\(build.errors)")
      let page = try place.tree("site/national/en/briefings/ta-2026-7k3f")["index.html"]
      let html = page.map { String(decoding: $0, as: UTF8.self) } ?? ""
      #expect(html.contains("TA-2026-AAAA") || html.contains("ta-2026-aaaa"))
      #expect(html.contains("SECRET") == (mark == "S"), "\(mark)")
    }
  }
}
