internal import Calendar
internal import Manuscript

/// Decides by the administrative fields whether a briefing may be in an audience's edition at all.
struct Gate {
  let audience: Audience
  let asOf: Day
  /// Whether drafts are let through, in a preview.
  let drafts: Bool

  /// Whether status, embargo, audiences and compilation let the briefing through. That a version of
  /// its title is cleared and something of it is left is decided on its content.
  func isOpen(for front: FrontMatter) -> Bool {
    switch front.status {
    case .draft: guard drafts else { return false }
    case .published, .withdrawn: break
    }
    if let audiences = front.audiences, !audiences.contains(audience.id) { return false }
    if let embargo = front.embargo, asOf < embargo { return false }
    if let embargo = front.embargoes[audience.id], asOf < embargo { return false }
    guard let compilation = front.compilation else { return true }
    return audience.clearance.isCleared(for: front.classification)
      || compilation.releaseTo.contains(audience.id)
  }
}
