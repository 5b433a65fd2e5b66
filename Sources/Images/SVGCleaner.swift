/// Keeps of an SVG the static picture, and writes it anew.
///
/// Comments, titles, descriptions, classes, data attributes and definitions that nothing shows go;
/// ids get numbers, so that no layer's name is published. Whatever could run, load, style or hide
/// something is refused, and so is all that is not known (SVG 2; row 24 of the leak channels).
struct SVGCleaner {
  private static let namespace = "http://www.w3.org/2000/svg"
  private static let deepest = 64
  private static let mostElements = 100_000
  private static let largest = 4 << 20

  private var open: [SVGElement] = []
  private var root: SVGElement?
  private var elements = 0
  private var ids: Set<String> = []
  /// How many elements deep the tokens are inside one that goes.
  private var dropDepth = 0

  static func clean(_ bytes: [UInt8]) throws(ImageFault) -> CleanImage {
    guard bytes.count <= largest else { throw .tooManyBytes("4 MiB") }
    var tokenizer = try SVGTokenizer(bytes)
    var cleaner = SVGCleaner()
    while let token = try tokenizer.next() { try cleaner.read(token) }
    guard let root = cleaner.root else { throw .damaged(.svg, "has no picture or no end") }
    let size = SVGSize(root)
    return CleanImage(
      format: .svg, bytes: SVGWriter.bytes(of: try SVGReferences.resolved(root)),
      width: size.width, height: size.height)
  }

  private mutating func read(_ token: SVGToken) throws(ImageFault) {
    switch token {
    case .open(let name, let attributes, let isClosed):
      elements += 1
      guard elements <= Self.mostElements, open.count + dropDepth < Self.deepest else {
        throw .unsafeSVG("has too many elements, or too many inside each other")
      }
      if dropDepth > 0 || SVGVocabulary.dropped.contains(name), !open.isEmpty {
        dropDepth += isClosed ? 0 : 1
        return
      }
      try start(name, attributes)
      if isClosed { try end(name) }
    case .close(let name):
      if dropDepth > 0 {
        dropDepth -= 1
      } else {
        try end(name)
      }
    case .text(let text):
      guard let parent = open.last else {
        guard text.utf8.allSatisfy(SVGTokenizer.isSpace) || text == "\u{FEFF}" else {
          throw .damaged(.svg, "has text outside its picture")
        }
        return
      }
      if dropDepth == 0, SVGVocabulary.texts.contains(parent.name) {
        open[open.count - 1].children.append(.text(text))
      }
    }
  }

  private mutating func start(
    _ name: String, _ attributes: [SVGToken.Attribute]
  ) throws(ImageFault) {
    guard !name.contains(":"), name != "metadata" else {
      throw .svgMetadata("has metadata or data of a drawing program")
    }
    guard SVGVocabulary.elements.contains(name) else {
      throw .unsafeSVG("has the element '\(name)', which is not allowed")
    }
    let hasNamespace = attributes.contains { $0.name == "xmlns" && $0.value == Self.namespace }
    if open.isEmpty {
      guard root == nil, name == "svg", hasNamespace else {
        throw .damaged(.svg, "does not begin with an svg element of the SVG namespace")
      }
    }
    var element = SVGElement(name: name, id: nil, attributes: [])
    for attribute in attributes { try add(attribute, to: &element) }
    if element.attributes.contains(where: { $0.name == "href" }) {
      element.attributes.removeAll { $0.name == "xlink:href" }
    }
    for index in element.attributes.indices where element.attributes[index].name == "xlink:href" {
      element.attributes[index].name = "href"
    }
    open.append(element)
  }

  private mutating func add(
    _ attribute: SVGToken.Attribute, to element: inout SVGElement
  ) throws(ImageFault) {
    let name = attribute.name
    if name == "xmlns" {
      guard attribute.value == Self.namespace else {
        throw .svgMetadata("has elements of another namespace")
      }
      return
    }
    if name == "id" {
      guard SVGValueRule.isID(attribute.value), ids.insert(attribute.value).inserted else {
        throw .damaged(.svg, "has a malformed id, or one id twice")
      }
      element.id = attribute.value
      return
    }
    if SVGVocabulary.isDropped(name) { return }
    guard let rule = SVGVocabulary.rule(for: name) else { throw Self.refusal(of: name) }
    let isLink = name == "href" || name == "xlink:href"
    guard !isLink || ["use", "linearGradient", "radialGradient"].contains(element.name) else {
      throw .unsafeSVG("has a link")
    }
    switch rule.accept(attribute.value) {
    case .value(let value): element.attributes.append(.init(name: name, value: value))
    case .reference(let id, let rest):
      element.attributes.append(.init(name: name, value: rest, reference: id))
    case .nothing: break
    case nil: throw Self.refusal(ofValueOf: name, rule)
    }
  }

  private mutating func end(_ name: String) throws(ImageFault) {
    guard let element = open.popLast(), element.name == name else {
      throw .damaged(.svg, "has an end tag without its start tag")
    }
    if open.isEmpty {
      root = element
    } else {
      open[open.count - 1].children.append(.element(element))
    }
  }

  private static func refusal(of name: String) -> ImageFault {
    if name.hasPrefix("on") { return .unsafeSVG("has an event handler") }
    if name == "style" { return .unsafeSVG("has a style attribute") }
    if name.contains(":"), !name.hasPrefix("xml:"), !name.hasPrefix("xlink:") {
      return .svgMetadata("has metadata or data of a drawing program")
    }
    return .unsafeSVG("has the attribute '\(name)', which is not allowed")
  }

  private static func refusal(ofValueOf name: String, _ rule: SVGValueRule) -> ImageFault {
    switch rule {
    case .visible: .unsafeSVG("hides a part of itself with '\(name)'")
    case .href, .local: .unsafeSVG("refers in '\(name)' to something outside itself")
    default: .unsafeSVG("has a value of '\(name)' that is not allowed")
    }
  }
}
