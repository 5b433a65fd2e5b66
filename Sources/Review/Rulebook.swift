public import Diagnostics
public import Manuscript

/// The rules of `check`, and what a policy makes of them.
public struct Rulebook: Sendable {
  private let weights: [String: CheckSetting.Weight]

  /// The rules under a policy.
  public init(_ policy: Policy) {
    weights = Dictionary(
      policy.checks.map { ($0.code, $0.weight) }, uniquingKeysWith: { first, _ in first })
  }

  /// The rules as they stand, by code.
  public static var descriptions: [RuleDescription] {
    (all.map(\.about) + ReadingRules.descriptions).sorted { $0.code < $1.code }
  }

  /// What is wrong with a policy's `checks:`: codes that are none, and rules that may not be
  /// switched off.
  public static func findings(in policy: Policy) -> Findings {
    var findings = Findings()
    let known = Dictionary(
      descriptions.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    for setting in policy.checks {
      let place = Place(PolicyFile.name, line: setting.line)
      guard let rule = known[setting.code] else {
        findings.add(
          Diagnostic(
            "policy/check", at: place, "'\(setting.code)' is no rule of 'check'",
            help: Suggestion.help(for: setting.code, among: known.keys)
              ?? "'tearline check --rules' lists them"))
        continue
      }
      if rule.guardsVisibility {
        findings.add(
          Diagnostic(
            "policy/check", at: place,
            "'\(setting.code)' guards who sees what and cannot be switched",
            help: "delete the line"))
      }
    }
    return findings
  }

  /// How much a rule's findings weigh; nil where it is switched off.
  func severity(of about: RuleDescription) -> Diagnostic.Severity? {
    guard !about.guardsVisibility else { return about.severity }
    switch weights[about.code] {
    case nil: return about.severity
    case .off: return nil
    case .note: return .note
    case .warning: return .warning
    }
  }

  /// Every rule.
  static let all: [any Rule] = [
    // marking
    BannerTooHigh(), BareMark(), CanonicalLabel(), EmptyRelease(), NoEffectSpan(), ImageLabels(),
    NoReader(),
    NothingForAudience(),
    RepeatedSecret(), SameVersions(), SharedName(), SharedWords(), TearOrder(), TitleVersion(),
    UnheldMark(),
    // meaning
    AdviceMissing(), AdviceOwner(), AdviceTime(), AdviceVerb(), HeadingAlone(), LostJudgement(),
    MostlyWithheld(),
    // analysis
    ChangeUnexplained(), LikelihoodAndConfidence(), LikelihoodDiffers(), LooseWords(),
    MixedBands(), NoConfidence(), NoGrade(), NoSource(), OffScale(),
    // language
    Abbreviation(), BrokenMarkup(), CutText(), DoubledWord(), HeadingLevel(), ImageText(),
    LongSentence(), OtherLanguage(),
    Placeholder(), Readability(), TranslationAdvice(), TranslationMarks(),
    TranslationOriginal(), TranslationOutdated(),
    TranslationScales(),
    // links and dates
    BrokenLink(), DowngradeDue(), DraftLink(), Expired(), OutOfOrder(), SelfReference(),
    SupersededLink(), SupersededTwice(), UnknownAnchor(), UnknownBriefing(), UnknownDefinition(),
    UnusedDefinition(), WithdrawnLink(),
  ]
}
