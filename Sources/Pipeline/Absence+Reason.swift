internal import Manuscript
internal import Release

extension Absence {
  /// Why a briefing is not in an audience's edition, for its author.
  func reason(_ front: FrontMatter, _ policy: Policy) -> String {
    switch self {
    case .draft: "it is a draft"
    case .notNamed: "'audiences' does not name it"
    case .embargo(let until): "embargoed until \(until)"
    case .compilation:
      "a compilation classified \(policy.scheme.text(front.classification)), and 'release-to' does "
        + "not name it"
    case .noTitle: "cleared for no version of the title"
    case .nothingLeft: "nothing of summary or body is left"
    }
  }
}
