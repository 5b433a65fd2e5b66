import Testing

/// Translations of one briefing agree in all that has no language.
@Suite struct TranslationTests {
  /// The labels of every field that has no language are the same, and so are the days of issue.
  @Test(arguments: [
    "threat: {level: \"(MARK) high\"}", "threat: {likelihood: \"(MARK) likely\"}",
    "topics: [\"(MARK) espionage\"]", "sectors: [\"(MARK) energy\"]", "regions: [\"(MARK) VR17\"]",
    "related: [\"(MARK) TA-2026-8888\"]", "supersedes: (MARK) TA-2026-8888",
  ])
  func translationsAgreeInTheLabelsOf(field: String) throws {
    let policy =
      Workplace.policy.replacing("languages: [en]", with: "languages: [en, nl]")
      + "\nsectors: {energy: Energy}\nregions: {VR17: Rotterdam}\n"
    for (mark, differs) in [("U", false), ("S", true)] {
      let place = try Workplace(
        policy: policy,
        [
          "briefings/a.en.md": Workplace.briefing(field.replacing("MARK", with: "U")),
          "briefings/a.nl.md": Workplace.briefing(
            language: "nl", field.replacing("MARK", with: mark)),
        ])
      defer { place.leave() }
      let check = try place.run("check")
      #expect(check.errors.contains("[translation/labels-differ]") == differs, "\(check.errors)")
    }
  }

  @Test func translationsAgreeInTheDayOfIssue() throws {
    let dutch = Workplace.briefing(language: "nl")
    let place = try Workplace(
      policy: Workplace.policy.replacing("languages: [en]", with: "languages: [en, nl]"),
      [
        "briefings/a.en.md": Workplace.briefing(),
        "briefings/a.nl.md": dutch.replacing("issued: 2026-11-02", with: "issued: 2026-11-03"),
      ])
    defer { place.leave() }
    #expect(try place.run("check").errors.contains("a.nl.md:7: error: 'issued' differs"))
  }

  /// Of a briefing in two languages one is not withdrawn, or a secret, by itself.
  @Test(arguments: [
    ("status: published", "status: draft"), ("classification: S", "classification: R"),
    ("kind: alert", "kind: advisory"),
  ])
  func translationsAgreeInWhatTheyAre(old: String, new: String) throws {
    let place = try Workplace(
      policy: Workplace.policy.replacing("languages: [en]", with: "languages: [en, nl]"),
      [
        "briefings/a.en.md": Workplace.briefing(),
        "briefings/a.nl.md": Workplace.briefing(language: "nl").replacing(old, with: new)
          .replacing("(S)", with: new.hasSuffix(" R") ? "(R)" : "(S)"),
      ])
    defer { place.leave() }
    let check = try place.run("check")
    #expect(check.status == 1 && check.errors.contains("[translation/differs]"), "\(check.errors)")
  }

  /// In number, order and ids of judgements and revisions two files may differ, and not in their labels.
  @Test(arguments: [
    (
      "judgements: [{text: \"(U) x\", likelihood: \"(S) likely\"}]",
      "judgements: [{text: \"(U) x\", likelihood: \"(U) likely\"}]", true
    ),
    (
      "judgements: [{text: \"(U) x\", likelihood: \"(S) likely\"}, {text: \"(U) y\"}]",
      "judgements: [{text: \"(U) y\"}, {text: \"(U) z\"}, {text: \"(U) x\", likelihood: \"(S) likely\"}]",
      false
    ),
    (
      "judgements: [{id: j1, text: \"(U) x\", likelihood: \"(S) likely\"}]",
      "judgements: [{id: k1, text: \"(U) x\", likelihood: \"(U) likely\"}]", true
    ),
    (
      "judgements: [{id: j1, text: \"(U) x\", likelihood: \"(S) likely\"}]",
      "judgements: [{text: \"(U) x\", likelihood: \"(U) likely\"}, {text: \"(U) y\"}]", true
    ),
    (
      "judgements: [{text: \"(U) x\", likelihood: \"(U) likely\"}]",
      "judgements: [{text: \"(U) x\", likelihood: \"(U) likely\"}, {text: \"(U) y\"}]", false
    ),
    (
      "revisions: [{date: \"(S) 2026-11-09\", note: \"(S) x\"}, {date: \"(U) 2026-11-05\", note: \"(U) y\"}]",
      "revisions: [{date: \"(U) 2026-11-05\", note: \"(U) y\"}, {date: \"(U) 2026-11-09\", note: \"(S) x\"}]",
      true
    ),
    (
      "revisions: [{date: \"(S) 2026-11-09\", note: \"(S) x\"}, {date: \"(U) 2026-11-05\", note: \"(U) y\"}]",
      "revisions: [{date: \"(U) 2026-11-05\", note: \"(U) y\"}, {date: \"(S) 2026-11-09\", note: \"(S) x\"}]",
      false
    ),
  ])
  func whatCannotBePairedIsMarkedAlike(first: String, other: String, differs: Bool) throws {
    let place = try Workplace(
      policy: Workplace.policy.replacing("languages: [en]", with: "languages: [en, nl]"),
      [
        "briefings/a.en.md": Workplace.briefing(first),
        "briefings/a.nl.md": Workplace.briefing(language: "nl", other),
      ])
    defer { place.leave() }
    let check = try place.run("check")
    #expect(check.errors.contains("[translation/labels-differ]") == differs, "\(check.errors)")
  }

  /// Two translations may both have what the original does not.
  @Test func everyLanguageIsHeldAgainstEveryOther() throws {
    func judgement(_ mark: String) -> String {
      "judgements: [{id: j2, text: \"(U) x\", likelihood: \"(\(mark)) likely\"}]"
    }
    let place = try Workplace(
      policy: Workplace.policy.replacing("languages: [en]", with: "languages: [en, fr, nl]"),
      [
        "briefings/a.en.md": Workplace.briefing(),
        "briefings/a.fr.md": Workplace.briefing(language: "fr", judgement("S")),
        "briefings/a.nl.md": Workplace.briefing(language: "nl", judgement("U")),
      ])
    defer { place.leave() }
    #expect(try place.run("check").errors.contains("[translation/labels-differ]"))
  }
}
