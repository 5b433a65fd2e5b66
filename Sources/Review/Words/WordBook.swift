internal import Calendar
internal import Edition
internal import Manuscript

/// The words that a policy gives rules to look for, made once for all briefings.
struct WordBook: Sendable {
  private struct Key: Hashable {
    var language: String
    var likelihood: Day?
    var confidence: Day?
  }

  /// What outlines say is to be written.
  let outlines: OutlineTexts
  private let policy: Policy
  private var scales: [Key: ScaleWords] = [:]
  private var abbreviations: [String: KnownAbbreviations] = [:]

  /// The words of a policy in all its languages, for every version of its scales.
  init(_ policy: Policy, _ outlines: OutlineTexts) {
    self.policy = policy
    self.outlines = outlines
    let likelihoods = [nil] + (policy.scales["likelihood"]?.versions ?? [])
    let confidences = [nil] + (policy.scales["confidence"]?.versions ?? [])
    for language in policy.languages {
      abbreviations[language] = KnownAbbreviations(policy, language)
      for likelihood in likelihoods {
        for confidence in confidences {
          let key = Key(
            language: language, likelihood: likelihood?.since, confidence: confidence?.since)
          scales[key] = ScaleWords(likelihood, confidence: confidence, language: language)
        }
      }
    }
  }

  /// The words of the scales that a briefing is written by; nil where there is no list of words for
  /// its language.
  func scaleWords(for front: FrontMatter) -> ScaleWords? {
    func version(_ scale: String) -> Day? {
      policy.scales[scale]?.version(on: front.issued)?.since
    }
    return scales[
      Key(
        language: front.language, likelihood: version("likelihood"),
        confidence: version("confidence"))]
  }

  /// Abbreviations that need no explanation in a language.
  func abbreviations(in language: String) -> KnownAbbreviations? { abbreviations[language] }
}
