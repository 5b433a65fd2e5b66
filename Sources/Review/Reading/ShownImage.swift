internal import Diagnostics
internal import Manuscript
internal import Markdown
internal import Marking

/// An image where it is shown, with the label of what it stands in.
struct ShownImage: Sendable {
  /// Path of the image within the publication.
  var path: String
  /// The label that it is shown at.
  var label: Label
  /// The audiences that are cleared for that label.
  var cleared: Readers
  /// Where it is shown.
  var place: Place

  /// The images that the passages of a briefing show.
  static func images(in paper: Paper) -> [ShownImage] {
    guard !paper.source.images.isEmpty else { return [] }
    var result: [ShownImage] = []
    for passage in paper.passages where passage.bytes.contains(UInt8(ascii: "!")) {
      for link in InlineScan(passage.bytes).links where link.isImage {
        guard let range = link.destination,
          let path = ImageReference.path(
            of: String(decoding: passage.bytes[range], as: UTF8.self), in: paper.source.path)
        else { continue }
        let before = passage.bytes[..<range.lowerBound].count { $0 == 0x0A }
        result.append(
          ShownImage(
            path: path, label: passage.label, cleared: passage.cleared,
            place: paper.place(line: passage.line + before)))
      }
    }
    return result
  }
}
