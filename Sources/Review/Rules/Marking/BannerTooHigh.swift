internal import Diagnostics
internal import Marking

/// A banner above everything in the document, for no reason given.
struct BannerTooHigh: Rule {
  let about = RuleDescription(
    code: "marking/banner-too-high", severity: .warning,
    summary: "a classification above everything in the document, without a 'compilation'",
    guardsVisibility: true)

  func review(_ paper: Paper, _ report: inout Report) {
    let portions = paper.portions
    guard paper.front.compilation == nil, var join = portions.first?.label else { return }
    for portion in portions { join = join.joined(with: portion.label) }
    let banner = paper.front.classification
    guard !join.covers(banner) else { return }
    let scheme = paper.policy.scheme
    report.add(
      at: paper.place(line: paper.front.line(of: "classification")),
      "classified \(scheme.text(banner)), and nothing in it is above "
        + scheme.text(Label(level: join.level, compartments: join.compartments)),
      help: "lower the classification, or give 'compilation' with its reason")
  }
}
