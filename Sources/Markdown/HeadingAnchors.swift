/// The anchors of a document's headings.
public enum HeadingAnchors {
  /// The anchors in the order of the headings, those in lists and quotes included.
  public static func names(of document: Node) -> [String] {
    var names = AnchorNames(reserved: [String]())
    var result: [String] = []
    collect(document, &names, &result)
    return result
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
