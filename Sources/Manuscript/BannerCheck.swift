internal import Diagnostics
internal import Marking

/// Holds a document's banner against the marks of its portions, as written.
struct BannerCheck {
  /// The classification as written.
  let banner: Label
  let scheme: MarkingScheme

  /// A finding where the banner does not cover the mark.
  ///
  /// Level and compartments have to be covered; release lists are left out. A classification that
  /// names no compartment at all is let off with a warning: it says nothing wrong about them, and
  /// nothing becomes visible by it.
  func finding(_ mark: Label, at place: Place) -> Diagnostic? {
    guard !banner.covers(mark) else { return nil }
    let isLevelTooLow = banner.level < mark.level
    return Diagnostic(
      "marking/banner-too-low",
      isLevelTooLow || !banner.compartments.isEmpty ? .error : .warning, at: place,
      "a portion marked \(scheme.text(mark)) in a document classified \(scheme.text(banner))",
      help: "raise the document's classification to \(raised(mark))")
  }

  private func raised(_ mark: Label) -> String {
    var both = banner.joined(with: mark)
    both.release = banner.release
    return scheme.text(both)
  }
}
