/// The fields of front matter.
public enum FrontMatterShape {
  /// Fields that carry no label.
  public static let administrative: [FieldShape] = [
    FieldShape(
      "id", .plain(.documentID), required: true, "names the briefing, also in its address"),
    FieldShape("kind", .plain(.declared("kinds")), required: true, "its kind"),
    FieldShape("language", .plain(.declared("languages")), required: true, "its language"),
    FieldShape(
      "status", .plain(.word(["draft", "published", "withdrawn"])), required: true,
      "a draft is in no edition"),
    FieldShape("issued", .plain(.day), required: true, "the day of issue"),
    FieldShape("expires", .plain(.day), "the last day on which it is current"),
    FieldShape(
      "classification", .plain(.label), required: true,
      "the banner; labels what nothing else labels"),
    FieldShape(
      "compilation",
      .mapping([
        FieldShape("reason", .plain(.text), required: true, "why the whole says more"),
        FieldShape("release-to", .plains(.declared("audiences")), "who gets it all the same"),
      ]), "the portions together say more than each alone"),
    FieldShape("unmarked", .plain(.label), "the label of what carries no mark"),
    FieldShape("audiences", .plains(.declared("audiences")), "the only ones that it is for"),
    FieldShape(
      "embargo", .either(.plain(.day), .keyed(.plain(.day))),
      "its first day in an edition, for all or by audience"),
    FieldShape(
      "downgrade",
      .mappings([
        FieldShape("date", .plain(.day), required: true, "from this day on"),
        FieldShape("from", .plain(.mark), required: true, "this level, wherever it is written"),
        FieldShape("to", .plain(.mark), required: true, "is read as this one"),
      ]), "levels that fall with time"),
    FieldShape("remarks", .anything, "notes to colleagues; reach no edition"),
  ]

  /// Fields that carry labels.
  public static let labelled: [FieldShape] = [
    FieldShape("title", .versions(.text), required: true, "the title"),
    FieldShape("summary", .versions(.text), "what it says, in short"),
    FieldShape("threat", .mapping(threat), "the threat in fields"),
    FieldShape("interests", .portions(.declared("interests")), "what is threatened"),
    FieldShape("vulnerabilities", .portions(.text), "what makes it possible"),
    FieldShape("topics", .portions(.declared("topics")), "topics"),
    FieldShape("sectors", .portions(.declared("sectors")), "sectors"),
    FieldShape("regions", .portions(.declared("regions")), "regions"),
    FieldShape("judgements", .mappings(judgement), "key judgements"),
    FieldShape("advice", .mappings(advice), "what each audience can do"),
    FieldShape("sources", .mappings(source), "what it rests on"),
    FieldShape("related", .portions(.documentID), "briefings that belong with it"),
    FieldShape("supersedes", .versions(.documentID), "the briefing that it takes the place of"),
    FieldShape("withdrawal", .mapping(withdrawal), "the notice of a withdrawn briefing"),
    FieldShape("revisions", .mappings(revision), "what changed, and when"),
    FieldShape("translation", .mapping(translation), "of what it is a translation"),
    FieldShape("contact", .versions(.text), "where to reach the desk"),
  ]

  /// All of them.
  public static let fields = administrative + labelled

  private static let marking = FieldShape(
    "marking", .plain(.label), "the label around all fields of this mapping")

  private static let threat = [
    marking,
    FieldShape("level", .versions(.declared("scales.threat-level")), "how high it is"),
    FieldShape("actor", .versions(.text), "who"),
    FieldShape("intent", .versions(.text), "what they want"),
    FieldShape("capability", .versions(.text), "what they can"),
    FieldShape("likelihood", .versions(.declared("scales.likelihood")), "how likely it is"),
    FieldShape("confidence", .versions(.declared("scales.confidence")), "how sure that is"),
    FieldShape("impact", .versions(.declared("scales.impact")), "how bad it would be"),
    FieldShape("horizon", .versions(.text), "how far ahead it looks"),
  ]

  private static let judgement = [
    marking,
    FieldShape("id", .plain(.id), "by which advice refers to it"),
    FieldShape("text", .versions(.text), required: true, "the judgement"),
    FieldShape("likelihood", .versions(.declared("scales.likelihood")), "how likely it is"),
    FieldShape("confidence", .versions(.declared("scales.confidence")), "how sure that is"),
    FieldShape("sources", .portions(.id), "the sources that it rests on"),
    FieldShape(
      "changed",
      .mapping([
        marking,
        FieldShape("from", .versions(.declared("scales.likelihood")), "the likelihood before"),
        FieldShape("because", .versions(.text), "why it is another one now"),
      ]), "what it was before"),
  ]

  private static let advice = [
    marking,
    FieldShape("for", .plains(.declared("audiences")), "whom it is for; all where absent"),
    FieldShape("do", .versions(.text), required: true, "what to do"),
    FieldShape("when", .versions(.word(["now", "this-week", "later"])), "when"),
    FieldShape("by", .versions(.text), "who does it"),
    FieldShape("basis", .versions(.text), "on what legal or other ground"),
    FieldShape("judgements", .portions(.id), "the judgements that it follows from"),
  ]

  private static let source = [
    marking,
    FieldShape("id", .plain(.id), "by which judgements refer to it"),
    FieldShape(
      "kind", .versions(.word(["human", "technical", "open", "partner", "regional"])), "its kind"),
    FieldShape("grade", .versions(.grade), "reliability A to F and credibility 1 to 6"),
    FieldShape("description", .versions(.text), "what it is"),
  ]

  private static let withdrawal = [
    marking,
    FieldShape("date", .versions(.day), "when"),
    FieldShape("reason", .versions(.text), "why"),
    FieldShape("do", .versions(.text), "what to do now"),
  ]

  private static let revision = [
    marking,
    FieldShape("date", .versions(.day), required: true, "when"),
    FieldShape("note", .versions(.text), required: true, "what changed"),
    FieldShape("change", .versions(.word(["substantial", "minor"])), "how much"),
  ]

  private static let translation = [
    marking,
    FieldShape("of", .versions(.declared("languages")), required: true, "the source language"),
    FieldShape("revision", .versions(.day), "the date of the source's version that it follows"),
  ]
}
