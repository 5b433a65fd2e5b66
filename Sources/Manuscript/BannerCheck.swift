internal import Diagnostics
internal import Marking

/// Holds a document's banner against the marks of its portions, as written.
struct BannerCheck {
  /// The classification as written.
  let banner: Label
  /// Its line.
  let line: Int
  let scheme: MarkingScheme

  /// One finding about all marks that the banner does not cover: at the mark, where it is the only
  /// one, and else at the classification, with the marks beside it.
  ///
  /// Level and compartments have to be covered; release lists are left out. A classification that
  /// names no compartment at all is let off with a warning: it says nothing wrong about them, and
  /// nothing becomes visible by it.
  func finding(_ uncovered: [(mark: Label, line: Int)], path: String) -> Diagnostic? {
    guard let first = uncovered.first else { return nil }
    let isError =
      !banner.compartments.isEmpty || uncovered.contains { banner.level < $0.mark.level }
    let marks = Set(uncovered.map(\.line)).sorted().map { Place(path, line: $0) }
    let classification = Place(path, line: line)
    let isAlone = marks.count == 1
    let raised = raised(uncovered.map(\.mark))
    return Diagnostic(
      "marking/banner-too-low", isError ? .error : .warning,
      at: isAlone ? marks[0] : classification,
      isAlone
        ? "a portion marked \(scheme.text(first.mark)) in a document classified "
          + scheme.text(banner)
        : "a classification, \(scheme.text(banner)), that does not cover the marks of "
          + "\(marks.count) portions",
      help: "raise the document's classification to \(raised), or lower the "
        + (isAlone ? "mark" : "marks"),
      related: isAlone ? [classification] : marks)
  }

  private func raised(_ marks: [Label]) -> String {
    var all = marks.reduce(banner) { $0.joined(with: $1) }
    all.release = banner.release
    return scheme.text(all)
  }
}
