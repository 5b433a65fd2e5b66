internal import Diagnostics
internal import Manuscript
internal import Markdown

/// A link to a heading that is not there, in this briefing (`#where`) or in another
/// (`briefing:ID#where`).
struct UnknownAnchor: Rule {
  let about = RuleDescription(
    code: "link/unknown-anchor", severity: .warning,
    summary: "a link to a heading that is not there")

  func review(_ paper: Paper, _ report: inout Report) {
    let marker = Array("](#".utf8)
    // Worked out once, and only where a link asks for them.
    lazy var anchors = Self.anchors(of: paper.source)
    for passage in paper.passages where passage.kind != .code {
      var index = 0
      while let start = passage.bytes[index...].firstIndex(of: marker[0]) {
        index = start + 1
        guard passage.bytes[start...].starts(with: marker) else { continue }
        let anchor = passage.bytes[(start + 3)...].prefix { $0 != 0x29 && $0 > 0x20 }
        let name = String(decoding: anchor, as: UTF8.self)
        guard !HeadingAnchors.has(name, among: anchors) else { continue }
        let before = passage.bytes[..<start].count { $0 == 0x0A }
        report.add(
          at: paper.place(line: passage.line + before),
          "a link to a heading that this briefing does not have", help: Self.help)
      }
    }
  }

  func review(_ library: Library, _ report: inout Report) {
    var known: [String: Set<String>] = [:]
    func anchors(_ target: SourceBriefing) -> Set<String> {
      if let anchors = known[target.path] { return anchors }
      let anchors = Self.anchors(of: target)
      known[target.path] = anchors
      return anchors
    }
    for (briefing, link) in library.references {
      // Of a briefing that cannot be read in one language, that may be the one with the heading.
      guard let name = link.anchor, !library.unread.contains(link.id),
        let targets = library.byID[link.id],
        !targets.contains(where: { HeadingAnchors.has(name, among: anchors($0)) })
      else { continue }
      report.add(
        at: Place(briefing.path, line: link.line),
        "a link to a heading that '\(link.id)' does not have", help: Self.help)
    }
  }

  private static let help =
    "name a heading in small letters with hyphens for spaces, such as #what-it-means"

  /// The anchors that the briefing's headings get where all of them are seen.
  private static func anchors(of briefing: SourceBriefing) -> Set<String> {
    var reader = PassageReader(audiences: [])
    reader.add(briefing.body.parts, .init(reached: []))
    var text: [UInt8] = []
    for passage in reader.passages {
      guard case .heading = passage.kind else { continue }
      for variant in passage.text.readings ?? [passage.text.full, passage.text.leastCleared] {
        text += Array("# ".utf8) + variant.map { $0 == 0x0A ? 0x20 : $0 } + Array("\n\n".utf8)
      }
    }
    return Set(HeadingAnchors.names(of: Parser.parse(text)))
  }
}
