import Edition

/// The vocabularies by which readers find their way; the raw value is the folder's name.
enum Vocabulary: String, CaseIterable, Sendable {
  case topics, sectors, regions

  /// Its entries in `policy`.
  func terms(of policy: EditionPolicy) -> [Term] {
    switch self {
    case .topics: policy.topics
    case .sectors: policy.sectors
    case .regions: policy.regions
    }
  }

  /// Its entries that `briefing` names.
  func ids(of briefing: Briefing) -> [MarkedText] {
    switch self {
    case .topics: briefing.topics
    case .sectors: briefing.sectors
    case .regions: briefing.regions
    }
  }
}
