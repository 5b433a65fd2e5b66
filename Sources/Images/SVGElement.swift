/// An element of a cleaned SVG: allowed names, checked values, and what is in it.
struct SVGElement {
  /// An attribute whose value has been checked.
  struct Attribute {
    var name: String
    /// The value, without the reference.
    var value: String
    /// The local id that the value refers to; for `href` alone, else in `url(#...)` before `value`.
    var reference: String?
  }

  /// What stands between an element's tags.
  enum Child {
    case element(SVGElement)
    case text(String)
  }

  var name: String
  var id: String?
  var attributes: [Attribute]
  var children: [Child] = []

  /// The elements in it, in order.
  var elements: [SVGElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// Calls `visit` with this element and all within it, in the order of the file.
  func visitAll(_ visit: (SVGElement) -> Void) {
    visit(self)
    for element in elements { element.visitAll(visit) }
  }

  /// Every id that it or something in it refers to.
  var references: Set<String> {
    var found: Set<String> = []
    visitAll { found.formUnion($0.attributes.compactMap(\.reference)) }
    return found
  }
}
