internal import Manuscript

/// A briefing and one that is to say the same in another language.
struct TranslationPair {
  /// The one that was first: it is no translation, or its language comes first in the policy.
  var original: SourceBriefing
  /// The other one.
  var translation: SourceBriefing

  /// All pairs of a library: each translation with its original.
  static func all(in library: Library) -> [TranslationPair] {
    library.byID.sorted { $0.key < $1.key }.flatMap { _, briefings -> [TranslationPair] in
      guard briefings.count > 1 else { return [] }
      return briefings.compactMap { briefing in
        let named = briefing.front.translation.of?.versions.first?.value
        let original =
          briefings.first { $0.front.language == named }
          ?? briefings.first { $0.front.translation.of == nil } ?? briefings[0]
        guard original.path != briefing.path else { return nil }
        return TranslationPair(original: original, translation: briefing)
      }
    }
  }
}
