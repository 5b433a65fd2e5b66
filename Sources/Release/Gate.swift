internal import Calendar
internal import Manuscript

/// Decides by the administrative fields whether a briefing may be in an audience's edition at all.
struct Gate {
  let audience: Audience
  let asOf: Day
  /// Whether drafts are let through, in a preview.
  var drafts: Bool
  /// Whether embargoes that are not over are overlooked, to see what they will let through.
  var embargoed = false

  /// Why status, audiences, embargo or compilation keep the briefing back; nil where they let it
  /// through. That a version of its title is cleared and something of it is left is decided on its
  /// content.
  func absence(of front: FrontMatter) -> Absence? {
    switch front.status {
    case .draft: guard drafts else { return .draft }
    case .published, .withdrawn: break
    }
    if let audiences = front.audiences, !audiences.contains(audience.id) { return .notNamed }
    let embargoes = [front.embargo, front.embargoes[audience.id]].compactMap(\.self)
    if !embargoed, let last = embargoes.max(), asOf < last { return .embargo(until: last) }
    guard let compilation = front.compilation else { return nil }
    let isReleased =
      audience.clearance.isCleared(for: front.classification)
      || compilation.releaseTo.contains(audience.id)
    return isReleased ? nil : .compilation
  }
}
