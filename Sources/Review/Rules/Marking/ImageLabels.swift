internal import Diagnostics

/// An image that is shown at two labels: who may not see it in the one place sees it in the other.
struct ImageLabels: Rule {
  let about = RuleDescription(
    code: "marking/image-labels", severity: .warning,
    summary: "an image that is shown at two labels", guardsVisibility: true)

  func review(_ library: Library, _ report: inout Report) {
    let scheme = library.policy.scheme
    let places = Dictionary(grouping: library.images, by: \.path)
    for (_, shown) in places.sorted(by: { $0.key < $1.key }) {
      let sorted = shown.sorted { $0.place < $1.place }
      guard let first = sorted.first else { continue }
      for image in sorted.dropFirst() where image.label != first.label {
        report.add(
          at: image.place,
          "an image marked \(scheme.text(image.label)) here and \(scheme.text(first.label)) at "
            + "\(first.place)",
          help: "mark it the same in both places, or use two images")
      }
    }
  }
}
