/// The keys of `publication.yml`.
public enum PolicyShape {
  /// All of them but `released`, which only `tearline release` writes.
  public static let fields: [FieldShape] = [
    FieldShape("title", .name, required: true, "the publication's title"),
    FieldShape("publisher", .mapping(publisher), required: true, "the service"),
    FieldShape(
      "languages", .plains(.text), required: true, "codes such as en; the first is the default"),
    FieldShape("classification", .mapping(classification), required: true, "the marks"),
    FieldShape(
      "audiences", .keyed(.mapping(audience)), required: true, "one edition is built for each"),
    FieldShape("scales", .mapping(scales), "scales with dated versions"),
    FieldShape("topics", .keyed(.name), "topics by id"),
    FieldShape("sectors", .keyed(.name), "sectors by id"),
    FieldShape("regions", .keyed(.name), "regions by id"),
    FieldShape("interests", .keyed(.name), "what can be threatened, by id"),
    FieldShape("kinds", .plains(.id), "kinds of briefing"),
    FieldShape(
      "advice-contract",
      .mapping([
        FieldShape(
          "threat-level", .plain(.declared("scales.threat-level")),
          "from this level on, each audience finds advice")
      ]), "when there has to be advice"),
    FieldShape("words", .plains(.text), "texts that may stand in parentheses at a block's start"),
    FieldShape(
      "checks", .keyed(.plain(.word(["off", "note", "warning"]))), "rules of check, by code"),
  ]

  private static let publisher = [
    FieldShape("name", .name, required: true, "its name"),
    FieldShape("contact", .plain(.address), "an address with mailto:, tel: or https:"),
    FieldShape("url", .plain(.address), "its own site"),
  ]

  private static let mark = [
    FieldShape("mark", .plain(.mark), required: true, "as labels write it"),
    FieldShape("name", .name, "its name; the mark where absent"),
  ]

  private static let classification = [
    FieldShape(
      "levels",
      .mappings(mark + [FieldShape("color", .plain(.color), "the banner's colour, #RRGGBB")]),
      required: true, "the ladder, lowest first"),
    FieldShape("compartments", .mappings(mark), "need-to-know marks"),
    FieldShape("groups", .mappings(mark), "groups for REL TO"),
    FieldShape("grounds", .keyed(.name), "why something is withheld, by id"),
  ]

  private static let audience = [
    FieldShape("name", .name, "shown on every page; the id where absent"),
    FieldShape("clearance", .plain(.mark), required: true, "the highest level that it reads"),
    FieldShape("compartments", .plains(.mark), "those that it holds"),
    FieldShape("groups", .plains(.mark), "those that it belongs to"),
    FieldShape(
      "redaction", .plain(.word(["omit", "mark"])), "whether withheld text leaves a token"),
    FieldShape(
      "inline", .plain(.word(["portion", "token"])), "what a withheld span takes along"),
    FieldShape("portion-marks", .plain(.word(["show", "hide"])), "whether marks are shown"),
    FieldShape("base-url", .plain(.address), "the edition's address"),
  ]

  private static let scales = ["threat-level", "likelihood", "confidence", "impact"].map {
    FieldShape($0, .mappings(version), "its versions")
  }

  private static let version = [
    FieldShape("since", .plain(.day), required: true, "its first day"),
    FieldShape("values", .mappings(value), required: true, "its steps, lowest first"),
  ]

  private static let value = [
    FieldShape("id", .plain(.id), required: true, "as front matter names it"),
    FieldShape("name", .name, "its word; the id where absent"),
    FieldShape("meaning", .name, "what it means, in a sentence"),
    FieldShape("band", .plains(.number), "two percentages, for a likelihood"),
  ]
}
