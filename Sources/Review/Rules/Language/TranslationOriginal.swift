internal import Diagnostics
internal import Manuscript

/// A translation of a briefing that is not there: its id was typed wrong, or its language.
struct TranslationOriginal: Rule {
  let about = RuleDescription(
    code: "translation/original", severity: .warning,
    summary: "a translation whose original is not there")

  func review(_ library: Library, _ report: inout Report) {
    for briefing in library.briefings where !library.unread.contains(briefing.front.id) {
      guard let language = briefing.front.translation.of?.versions.first?.value,
        !(library.byID[briefing.front.id] ?? []).contains(where: {
          $0.front.language == language
        })
      else { continue }
      report.add(
        at: Place(briefing.path, line: briefing.front.line(of: "translation")),
        "a translation from '\(language)' of a briefing that is not there in that language",
        help: "give both the same id, or correct 'of:'")
    }
  }
}
