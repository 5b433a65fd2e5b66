internal import BuiltIn
internal import Calendar
internal import Diagnostics
internal import Manuscript
internal import Marking
internal import Review
internal import Template

/// The outline of a new briefing: a draft that says where everything goes, with notes that teach.
///
/// Its notes are comments of YAML and stand in the front matter alone: a comment in the body would
/// be raw HTML. Its marks, values and audiences are those of the policy.
struct Outline {
  let policy: Policy
  let today: Day

  /// The file's text: the outline of that kind and language, or the one for every other kind, in
  /// English where there is none in the language.
  func text(
    kind: String, language: String, title: String, id: String
  ) throws(TemplateFault) -> [UInt8] {
    var findings = Findings()
    let templates = TemplateSet(
      BuiltInOutlines.files.mapValues { name, bytes in
        TemplateSource(file: name, text: String(decoding: bytes, as: UTF8.self))
      }, findings: &findings)
    var values: Fields = [
      "id": raw(id), "kind": raw(kind), "language": raw(language), "today": raw("\(today)"),
      "title": raw(quoted("(\(top)) \(Outline.asText(title))")),
    ]
    values.merge(marks)
    values.merge(choices)
    var output: [UInt8] = []
    try templates.render(
      Outline.name(kind: kind, language: language), .record(values), into: &output)
    return output
  }

  /// A title that begins with a bracket, with that escaped: a mark stands in front of it, and a second one
  /// would be refused.
  private static func asText(_ title: String) -> String {
    let isBracket = title.first.map("([{<".contains) ?? false
    return isBracket ? "\\" + title : title
  }

  /// The sentences of the outlines that `new` knows for a policy, in its kinds and languages.
  static func texts(policy: Policy, today: Day) -> OutlineTexts {
    let outline = Outline(policy: policy, today: today)
    let reader = BriefingReader(policy: policy, asOf: today)
    var seen: Set<String> = []
    var briefings: [SourceBriefing] = []
    for language in policy.languages {
      for kind in policy.kinds where seen.insert(name(kind: kind, language: language)).inserted {
        var findings = Findings()
        guard
          let text = outline.rendered(kind: kind, language: language),
          let briefing = reader.read(path: "outline", bytes: text, findings: &findings)
        else { continue }
        briefings.append(briefing)
      }
    }
    return OutlineTexts(briefings, policy: policy)
  }

  /// The outline without a title; nil where its template cannot be rendered, which `new` reports.
  private func rendered(kind: String, language: String) -> [UInt8]? {
    do {
      return try text(kind: kind, language: language, title: "-", id: Starter.placeholderID)
    } catch {
      return nil
    }
  }

  /// The outline of a kind and a language, by its name.
  private static func name(kind: String, language: String) -> String {
    let spoken = BuiltInOutlines.languages.contains(language) ? language : "en"
    let known = BuiltInOutlines.files["\(kind).\(spoken)"] == nil ? "other" : kind
    return "\(known).\(spoken)"
  }

  /// The highest level that some audience reads without a compartment or a group.
  private var highest: Int { policy.audiences.map(\.clearance.level).max() ?? 0 }
  private var top: String { policy.scheme.levels[highest] }

  private var marks: Fields {
    [
      "top": raw(top), "low": raw(policy.scheme.levels[0]), "spanMark": raw("{\(top)|"),
      // With one level there is nothing to part.
      "tears": .flag(highest > 0),
      "ground": policy.grounds.first.map { raw($0.id) } ?? .none,
      "audienceNames": raw(policy.audiences.map(\.id).joined(separator: ", ")),
      "audiences": .list(
        policy.audiences.map { audience in
          .record([
            "id": raw(audience.id), "mark": raw(policy.scheme.levels[audience.clearance.level]),
          ])
        }),
    ]
  }

  /// What the policy lets an author choose from, each with its first entry.
  private var choices: Fields {
    func scale(_ id: String) -> [String] {
      policy.scales[id]?.version(on: today)?.values.map(\.id) ?? []
    }
    func terms(_ id: String) -> [String] { policy.vocabularies[id]?.map(\.id) ?? [] }
    let lists = [
      "level": scale("threat-level"), "likelihood": scale("likelihood"),
      "confidence": scale("confidence"), "impact": scale("impact"), "topics": terms("topics"),
      "sectors": terms("sectors"), "regions": terms("regions"),
    ]
    var values = Fields(
      lists.mapValues { ids -> Value in
        guard let first = ids.first else { return .none }
        return .record(["first": raw(first), "all": raw(ids.joined(separator: ", "))])
      })
    values["threat"] = .flag(policy.scales["threat-level"] != nil)
    return values
  }

  /// A text that goes into the outline as it is.
  private func raw(_ text: String) -> Value { .html(Array(text.utf8)) }

  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
