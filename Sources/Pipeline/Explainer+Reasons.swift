internal import Manuscript
internal import Release

/// What the door did is taken from the door; these are the words for it.
extension Explainer {
  /// Why an audience does not get a portion of a briefing that is in its edition.
  func reason(_ portion: SourcePortion, _ audience: Audience, _ front: FrontMatter) -> String {
    if let named = portion.audiences, !named.contains(audience.id) { return "for others" }
    guard audience.clearance.isCleared(for: portion.label) else { return "not cleared" }
    if front.status == .withdrawn { return "withdrawn" }
    let isHeld = portion.spans.allSatisfy {
      $0.substitute != nil || audience.clearance.isCleared(for: $0.label)
    }
    return isHeld ? "goes with its neighbours" : "a span in it"
  }
}
