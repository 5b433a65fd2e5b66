import Foundation
import Testing

/// What the parser of YAML or Markdown makes of a source in another way than who wrote it: text that would
/// lose its mark, or get lost, is an error.
@Suite struct HiddenTextTests {
  private static func check(_ briefing: String) throws -> Workplace.Outcome {
    let place = try Workplace(["briefings/a.md": briefing])
    defer { place.leave() }
    return try place.run("check")
  }

  /// A `#` that begins a line cuts a text off as one behind a space does.
  @Test(arguments: [
    "summary: (U) By [Unit 7\n  #5 of the GRU]{S|an actor} in May",
    "summary: (U) By [Unit 7\n\n  #5 of the GRU]{S|an actor} in May",
    "summary: (U) By [Unit 7\n  # of the\n  # GRU]{S|an actor} in May",
    "summary:\n  - (U) By [Unit 7\n    #5 of the GRU]{S|an actor} in May",
    "summary: >\n    (U) By [Unit 7\n  #5 of the GRU]{S|an actor} in May",
    "summary: |-\n    (U) By [Unit 7\n  #5 of the GRU]{S|an actor} in May",
    "threat:\n  actor: (U) By [Unit 7\n   #5 of the GRU]{S|x}",
    "judgements:\n  - text: (U) By [Unit 7 #5 of the GRU]{S|x}",
  ])
  func aCommentCutsNoMarkOff(fields: String) throws {
    let run = try Self.check(Workplace.briefing(fields))
    #expect(run.status == 1 && run.errors.contains("[marking/unbalanced]"), "\(run.errors)")
  }

  @Test(arguments: [
    "summary: \"(U) By [Unit 7 #5 of the GRU]{S|an actor} in May\"",
    "summary: (U) Open [bracket\n# a note\ncontact: (U) x", "summary: (U) Closed [bracket] # [x]",
    "summary: >\n  (U) By [Unit 7\n  #5 of the GRU]{S|an actor} in May",
  ])
  func commentsBehindWholeTextsAreNone(fields: String) throws {
    let run = try Self.check(Workplace.briefing(fields))
    #expect(!run.errors.contains("cuts off an inline mark"), "\(run.errors)")
  }

  /// The library takes `10: [ ]` in an item for the item's box, and cuts three bytes off its text.
  @Test(arguments: [
    "- (S) The secret agent.\n\n  10: [ ] foo", "- (U) Visible item\n\n  24h [x] done",
    "- (U) Visible item\n\n  2026: [ ] plan made", "- (U) Visible item\n\n  24 [x] done",
    "- [ ] (U) Task\n\n  1: [x] done", "1. (U) Item\n   - (U) Inner\n\n     7: [ ] foo",
    "- (U) Visible\n\n  1\u{E9} [x] done",
  ])
  func aNumberBeforeABoxMakesNoTask(body: String) throws {
    let run = try Self.check(Workplace.briefing("unmarked: U", body: body))
    #expect(run.status == 1 && run.errors.contains("[content/misread-task]"), "\(run.errors)")
  }

  @Test(arguments: [
    "- [ ] (U) Task\n  1. [x] (U) inner\n  2. (U) more", "- [x] (U) Task\n\n  10: [y] foo",
    "- (U) Item with 10: [ ] foo", "- (U) Item\n  10: [ ] foo", "- (U) Item\n\n  10: \\[ ] foo",
    "- (U) Item\n\n  ```\n  10: [ ] foo\n  ```",
  ])
  func tasksStay(body: String) throws {
    let run = try Self.check(Workplace.briefing("unmarked: U", body: body))
    #expect(run.status == 0 && !run.errors.contains(" error: "), "\(run.errors)")
  }

  /// Where its destination is not that of a link, a definition leads nowhere safe.
  @Test(arguments: [
    "javascript:alert(1)//<", "<javascript:alert(1)>", "data:x,<b>", "javascript:alert((1)",
  ])
  func definitionsLeadNowhereElse(destination: String) throws {
    let run = try Self.check(Workplace.briefing(body: "[x]: \(destination)\n\n(U) See [x].\n"))
    #expect(run.status == 1 && run.errors.contains("[link/scheme]"), "\(run.errors)")
  }

  /// A parenthesis that opens in an address and does not close is the library's all the same.
  @Test func definitionsInsideAParagraphAreFound() throws {
    let run = try Self.check(
      Workplace.briefing(body: "(U) Open.\n\n[x]: https://a.example/foo(bar\nText with [x].\n"))
    #expect(run.status == 1, "\(run.errors)")
    #expect(run.errors.contains("[marking/misplaced-definition]"), "\(run.errors)")
  }

  @Test(arguments: [
    ("(U) More [^note: see\non page 3] text.", true),
    ("(U) More \\[^note: see\non page 3] text.", false),
    ("(U) More [^note: see [it\n on] page 3] text.", false), ("(U) More `[^a\nb]` text.", false),
    ("(U) More [^a]\nand [b].\n\n[^a]: (U) x", false),
  ])
  func aReferenceStandsOnOneLine(body: String, isFault: Bool) throws {
    let run = try Self.check(Workplace.briefing("unmarked: U", body: body))
    #expect(run.errors.contains("[content/divided-reference]") == isFault, "\(run.errors)")
  }

  /// What looks like a mark looks like one where an inline mark begins it, too.
  @Test(arguments: ["[(s) secret]{U} more", "[[S] secret]{U} more", "[x]{S|(s) y} text"])
  func anInlineMarkHidesNoFalseOne(body: String) throws {
    let run = try Self.check(Workplace.briefing("unmarked: U", body: body))
    #expect(run.status == 1 && run.errors.contains("[marking/unknown-label]"), "\(run.errors)")
    #expect(
      try Self.check(Workplace.briefing("unmarked: U", body: "[C]{S|a source} x")).status == 0)
  }

  /// A link that who reads the page does not get leads nowhere in released Markdown either.
  @Test(arguments: ["<a[words](briefing:TA-2026-BBBB)@b>", "[words](briefing:TA-2026-BBBB( \"t\")"])
  func linksToNothingAreTheirText(text: String) throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing(body: "(U) See \(text).\n")])
    defer { place.leave() }
    let view = try place.run("view", "briefings/a.md", "--as", "public", "--body")
    #expect(!view.output.contains("BBBB"), "\(view.output)\(view.errors)")
  }
}
