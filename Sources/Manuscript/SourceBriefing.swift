public import Calendar
public import Diagnostics
internal import Markdown
public import Marking

/// A briefing as its author wrote it, at full classification.
///
/// A class with constant fields: it has some sixty of them, and lists of all briefings are handed
/// on and gone through again and again (decision 0007).
public final class SourceBriefing: Sendable {
  /// Path relative to the publication.
  public let path: String
  /// Its fields.
  public let front: FrontMatter
  /// Its body, in portions with labels.
  public let body: Body
  /// Every label written in it, for statistics and the banner's check.
  public let writtenLabels: [Label]
  /// Images that some reader may see.
  public let images: [ImageReference]
  /// Links to other briefings in the body.
  public let links: [BriefingLink]
  /// Links to other briefings in fields.
  public let fieldLinks: [BriefingLink]
  /// In a released publication: the body as it is, visible throughout.
  public let releasedBody: String?

  init(
    path: String, front: FrontMatter, body: Body, writtenLabels: [Label] = [],
    images: [ImageReference] = [], links: [BriefingLink] = [],
    fieldLinks: [BriefingLink] = [], releasedBody: String? = nil
  ) {
    self.path = path
    self.front = front
    self.body = body
    self.writtenLabels = writtenLabels
    self.images = images
    self.links = links
    self.fieldLinks = fieldLinks
    self.releasedBody = releasedBody
  }
}

extension SourceBriefing {
  /// Its id, and the ids that it names in links, as related and as superseded.
  public var namedIDs: Set<String> {
    var ids: Set<String> = [front.id]
    ids.formUnion((links + fieldLinks).map(\.id))
    ids.formUnion(front.related.map(\.value))
    ids.formUnion(front.supersedes?.versions.map(\.value) ?? [])
    return ids
  }
}

/// Reads briefings.
public struct BriefingReader: Sendable {
  private let policy: Policy
  private let asOf: Day

  /// A reader for briefings under `policy`, with the labels in force on `asOf`.
  public init(policy: Policy, asOf: Day) {
    self.policy = policy
    self.asOf = asOf
  }

  /// The briefing in `bytes`, or nil where too little of it can be read; all that is wrong with it
  /// is among the findings.
  public func read(path: String, bytes: [UInt8], findings: inout Findings) -> SourceBriefing? {
    let isReleased = policy.released != nil
    guard
      let file = SourceFile(
        path: path, bytes: bytes, isReleased: isReleased, findings: &findings),
      let parts = file.parts(findings: &findings)
    else { return nil }
    var yaml = YAMLReader(
      path: path, area: "front-matter", lines: parts.front, isReleased: isReleased)
    let root = yaml.read()
    findings.add(contentsOf: yaml.findings)
    guard let root else { return nil }
    var fields = FrontMatterReader(
      path: path, policy: policy, asOf: asOf, lines: parts.front)
    let read = fields.read(root)
    findings.add(contentsOf: fields.findings)
    guard let read else { return nil }
    if isReleased { return released(path, read, parts.body, &findings) }
    return withBody(path, read, parts.body, &findings)
  }

  private func withBody(
    _ path: String, _ read: FrontMatterReader.Result, _ lines: ArraySlice<SourceLine>,
    _ findings: inout Findings
  ) -> SourceBriefing {
    let containers = ContainerReader(
      path: path, labels: read.labels, audiences: Set(policy.audiences.map(\.id)),
      grounds: Set(policy.grounds.map(\.id)))
    let parts = containers.read(lines, findings: &findings)
    var reader = BodyReader(
      path: path, labels: read.labels, classification: read.front.classification,
      unmarked: read.front.unmarked, definitions: read.definitions)
    let body = reader.read(parts)
    reader.definitions.check(path: path, findings: &reader.findings)
    findings.add(contentsOf: reader.findings)
    let banner = BannerCheck(
      banner: reader.definitions.banner, line: read.front.line(of: "classification"),
      scheme: policy.scheme)
    if let finding = banner.finding(reader.definitions.uncovered, path: path) {
      findings.add(finding)
    }
    return SourceBriefing(
      path: path, front: read.front, body: body, writtenLabels: reader.definitions.written,
      images: reader.images, links: reader.links, fieldLinks: read.links)
  }

  /// A body that the door has let through is taken as it is, within limits.
  private func released(
    _ path: String, _ read: FrontMatterReader.Result, _ lines: ArraySlice<SourceLine>,
    _ findings: inout Findings
  ) -> SourceBriefing {
    for excess in Limits.excesses(in: Array(lines), isReleased: true) {
      findings.add(
        Diagnostic(
          "limit/\(excess.code)", at: Place(path, line: excess.line + 1), excess.message,
          help: "split it"))
    }
    var text: [UInt8] = []
    for line in lines {
      text += line.bytes
      text.append(0x0A)
    }
    // The line end behind the last line is not a line of its own.
    if lines.last?.bytes.isEmpty ?? true, !text.isEmpty { text.removeLast() }
    let images = Parser.parse(text).imageURLs.map { ImageReference(destination: $0, line: 1) }
    return SourceBriefing(
      path: path, front: read.front, body: Body(), writtenLabels: [], images: images,
      releasedBody: String(decoding: text, as: UTF8.self))
  }
}
