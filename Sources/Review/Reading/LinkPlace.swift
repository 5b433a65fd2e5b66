internal import Manuscript
internal import Markdown

/// A link to another briefing, where it stands.
struct LinkPlace: Hashable, Sendable {
  /// The id that it names.
  var id: String
  /// The heading that it names, behind `#`.
  var anchor: String?
  /// Its line in the file, counted from 1.
  var line: Int

  init(_ address: String, line: Int) {
    let parts = address.dropFirst("briefing:".count).split(
      separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    id = parts.first.map(String.init) ?? ""
    anchor = parts.count > 1 ? String(parts[1]) : nil
    self.line = line
  }

  /// The links of a briefing, in its fields and its body.
  static func links(in paper: Paper) -> [LinkPlace] {
    var result: [LinkPlace] = []
    var found: Set<String> = []
    let scheme = Array("](briefing:".utf8)
    for passage in paper.passages where passage.kind != .code {
      var index = 0
      while let start = passage.bytes[index...].firstIndex(of: scheme[0]) {
        index = start + 1
        guard passage.bytes[start...].starts(with: scheme) else { continue }
        let address = String(
          decoding: passage.bytes[(start + 2)...].prefix { $0 != 0x29 && $0 > 0x20 },
          as: UTF8.self)
        let before = passage.bytes[..<start].count { $0 == 0x0A }
        found.insert(address)
        result.append(LinkPlace(address, line: passage.line + before))
      }
    }
    // Written otherwise: in a definition, in angle brackets, with an entity.
    for link in paper.source.links where !found.contains(link.address) {
      result.append(LinkPlace(link.address, line: link.line))
    }
    return result
  }
}
