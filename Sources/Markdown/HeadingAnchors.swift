/// The anchors of a document's headings.
public enum HeadingAnchors {
  /// The anchors in the order of the headings, those in lists and quotes included.
  public static func names(of document: Node) -> [String] {
    var names = AnchorNames(reserved: [String]())
    var result: [String] = []
    collect(document, &names, &result)
    return result
  }

  /// Whether a link's fragment, which may be percent-encoded, leads to one of these anchors.
  public static func has(_ fragment: String, among anchors: Set<String>) -> Bool {
    if anchors.contains(fragment) { return true }
    guard fragment.utf8.contains(UInt8(ascii: "%")) else { return false }
    return anchors.contains(String(decoding: PercentEncoding.decoded(fragment), as: UTF8.self))
  }

  private static func collect(_ node: Node, _ names: inout AnchorNames, _ result: inout [String]) {
    if case .heading = node.kind { return result.append(names.name(for: node.plainText)) }
    for child in node.children { collect(child, &names, &result) }
  }
}

extension Node {
  /// The destinations of all images in the node.
  public var imageURLs: [String] {
    var result: [String] = []
    if case .image(let url, _) = kind { result.append(url) }
    for child in children { result += child.imageURLs }
    return result
  }
}
