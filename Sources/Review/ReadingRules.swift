internal import Diagnostics

/// The rules that reading itself holds to, where nothing is left of a briefing to review once they
/// are broken: the marking language, fields, limits. They live with the readers; `check --rules`
/// lists those that find something an author might have meant.
enum ReadingRules {
  static let descriptions = [
    RuleDescription(
      code: "marking/banner-too-low", severity: .error,
      summary: "a mark that the document's classification does not cover", guardsVisibility: true),
    RuleDescription(
      code: "marking/short-fence", severity: .warning,
      summary: "a line that looks like a container line and has too few colons",
      guardsVisibility: true),
    RuleDescription(
      code: "front-matter/embargo", severity: .warning,
      summary: "an embargo that ends after the briefing has expired", guardsVisibility: true),
    RuleDescription(
      code: "link/supersedes-cycle", severity: .error,
      summary: "briefings that supersede each other in a circle", guardsVisibility: true),
    RuleDescription(
      code: "policy/no-base-url", severity: .note,
      summary: "an audience without an address, whose site has no feeds", guardsVisibility: true),
  ]
}
