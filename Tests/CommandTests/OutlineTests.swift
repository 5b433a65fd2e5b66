import Foundation
import Testing

@Suite("new: outlines that teach and pass")
struct OutlineTests {
  private static let kinds = ["assessment", "advisory", "alert", "bulletin"]

  @Test(arguments: ["virbi", "tlp", "nato"])
  func everyOutlinePassesAsADraftAndWhenPublished(policy: String) throws {
    let place = try Workplace(policy: nil)
    defer { place.leave() }
    #expect(try place.run("init", "p", "--policy", policy).status == 0)
    let languages = policy == "virbi" ? ["en", "nl"] : ["en"]
    var paths: [String] = []
    for kind in Self.kinds {
      for language in languages {
        let made = try place.run(
          "new", kind, "A \"title\": \\ #", "--language", language, "-C", "p")
        #expect(made.status == 0, "\(made.errors)")
        paths.append(made.output.trimmingCharacters(in: .newlines))
      }
    }
    let checked = try place.run("check", "--strict", "-C", "p")
    #expect(checked.status == 0, "\(policy): \(checked.errors)")
    for path in paths {
      let text = try String(contentsOf: place.root.appending(path: "p/\(path)"), encoding: .utf8)
      #expect(text.contains("status: draft\n"))
      try place.write(
        text.replacing("status: draft", with: "status: published"), to: "p/\(path)")
    }
    let published = try place.run("check", "-C", "p")
    #expect(published.status == 0, "\(policy): \(published.errors)")
    #expect(try place.run("build", "-C", "p").status == 0)
    for file in try place.tree("p/site").values {
      let page = String(decoding: file, as: UTF8.self)
      #expect(!page.contains("notes to you") && !page.contains("zijn voor jou"))
    }
  }

  @Test func otherKindsAndLanguages() throws {
    let policy = Workplace.policy.replacing("[en]", with: "[fr, nl]") + "\nkinds: [memo]\n"
    let place = try Workplace(policy: policy)
    defer { place.leave() }
    let french = try place.run("new", "memo", "Titre")
    #expect(french.status == 0, "\(french.errors)")
    let path = french.output.trimmingCharacters(in: .newlines)
    #expect(path.hasSuffix(".fr.md"))
    let text = try String(contentsOf: place.root.appending(path: path), encoding: .utf8)
    #expect(text.contains("kind: memo\nlanguage: fr\n"))
    #expect(text.contains("## (U) What is happening\n"))
    #expect(try place.run("new", "memo", "Titel", "--language", "nl").status == 0)
    #expect(try place.run("check", "--strict").status == 0)
    let wrong = try place.run("new", "memo", "Title", "--language", "en")
    #expect(wrong.status == 64)
    #expect(wrong.errors.contains("the policy has no language 'en'; it has fr, nl"))
  }

  @Test func aTitleIsOneLineOfWords() throws {
    let place = try Workplace()
    defer { place.leave() }
    for title in ["", " ", "two\nlines"] {
      let wrong = try place.run("new", "alert", title)
      #expect(wrong.status == 64)
      #expect(wrong.errors.contains("a title is one line of words"))
    }
    let made = try place.run("new", "alert", "Title", "--as-of", "2027-01-02")
    let path = made.output.trimmingCharacters(in: .newlines)
    #expect(path.hasPrefix("briefings/ta-2027-"))
  }

  @Test func everySentenceOfAnOutlineIsFoundOnceItIsPublished() throws {
    let place = try Workplace(policy: nil)
    defer { place.leave() }
    #expect(try place.run("init", "p").status == 0)
    var texts: [String: String] = [:]
    for kind in Self.kinds {
      for language in ["en", "nl"] {
        let made = try place.run("new", kind, "Drones", "--language", language, "-C", "p")
        let path = made.output.trimmingCharacters(in: .newlines)
        let text = try String(contentsOf: place.root.appending(path: "p/\(path)"), encoding: .utf8)
        texts[path] = text
        try place.write(
          text.replacing("status: draft", with: "status: published"), to: "p/\(path)")
      }
    }
    let errors = try place.run("check", "-C", "p").errors
    // What authors have to write stands behind a mark, or in a container.
    let asks =
      #/^ .*(?:- "\([A-Z]\) |actor: |intent: |text: |do: |by: |description: )|^(?:- )?\([A-Z]\) |^[WTH][a-z]+ .*\.$/#
    for (path, text) in texts {
      for (index, line) in text.components(separatedBy: "\n").enumerated() {
        let isFound = errors.contains("\(path):\(index + 1):")
        let isAsked = line.contains(asks) && !line.contains("Drones")
        #expect(isFound == isAsked, "\(path):\(index + 1): \(line)")
      }
    }
  }

  @Test func oneLevelHasNothingToPart() throws {
    let policy = """
      title: Notes
      publisher: {name: The Service}
      languages: [en]
      classification: {levels: [{mark: U, name: UNCLASSIFIED}]}
      audiences: {all: {clearance: U}}
      """
    let place = try Workplace(policy: policy)
    defer { place.leave() }
    let made = try place.run("new", "alert", "Title")
    #expect(made.status == 0, "\(made.errors)")
    let checked = try place.run("check", "--strict")
    #expect(!checked.errors.contains("briefings/"), "\(checked.errors)")
  }

  /// A title may begin with a bracket; the mark in front of it stays the only one.
  @Test(arguments: ["(EU) rules", "[x] y", "{z}", "<b> w"])
  func aTitleMayBeginWithABracket(title: String) throws {
    let place = try Workplace([:])
    defer { place.leave() }
    #expect(try place.run("new", "alert", title).status == 0)
    let check = try place.run("check")
    #expect(!check.errors.contains(": error: "), "\(check.errors)")
  }

  /// In a released publication everything is visible: it is no place to write in.
  @Test func aReleasedPublicationIsNotWrittenIn() throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing()])
    defer { place.leave() }
    #expect(try place.run("release", "--audience", "public", "--to", "released").status == 0)
    let before = try place.tree("released")
    let made = try place.run("new", "alert", "Title", "-C", "released")
    #expect(made.status == 64 && made.errors.contains("a released publication is not written in"))
    #expect(try place.tree("released") == before)
  }

  /// A title that would be refused is no title.
  @Test(arguments: ["x {{withheld}}", "<b>x</b>", "Title\u{1B}[2J"])
  func aTitleThatWouldBeRefusedIsRefused(title: String) throws {
    let place = try Workplace([:])
    defer { place.leave() }
    let made = try place.run("new", "alert", title)
    #expect(made.status == 64 && made.errors.contains("without marks and markup"), "\(made.errors)")
    #expect(try place.tree("briefings").isEmpty)
  }
}
