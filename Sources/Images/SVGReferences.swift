/// Follows the references within an SVG: what nothing shows goes, ids become numbers, and a `use`
/// of what itself has a `use` is refused, because a few of them would draw millions of elements.
struct SVGReferences {
  /// A part that shows only where something refers to it; the first is the picture itself.
  private struct Part {
    let parent: Int?
    var references: Set<String> = []
    var isShown = false
  }

  private var parts = [Part(parent: nil)]
  private var partOfID: [String: Int] = [:]
  private var idsWithUse: Set<String> = []
  /// How often something is used, and how many elements are in it, by id.
  private var uses: [String: Int] = [:]
  private var sizes: [String: Int] = [:]
  /// The most elements that are drawn by uses of them.
  private static let most = 100_000

  /// The same picture with only what shows in it, and with ids `i1`, `i2`, … in order.
  static func resolved(_ root: SVGElement) throws(ImageFault) -> SVGElement {
    var references = SVGReferences()
    references.collect(root, part: 0, ids: [])
    guard references.idsWithUse.isDisjoint(with: references.uses.keys) else {
      throw .unsafeSVG("has a 'use' of something that has a 'use' in it")
    }
    // Neither number is above that of the elements in a file of 4 MiB.
    guard
      references.uses.reduce(0, { $0 + $1.value * references.sizes[$1.key, default: 0] }) <= most
    else { throw .unsafeSVG("draws more than \(most) elements by 'use'") }
    try references.followAll()
    var number = 0
    var result = references.pruned(root, part: &number)
    let wanted = result.references
    var names: [String: String] = [:]
    result.visitAll {
      if let id = $0.id, wanted.contains(id) { names[id] = "i\(names.count + 1)" }
    }
    rename(&result, names)
    return result
  }

  private static func isPart(_ element: SVGElement, in parent: SVGElement) -> Bool {
    parent.name == "defs" || SVGVocabulary.shownByReference.contains(element.name)
  }

  /// Collects what is in an element; how many elements it is, with itself.
  @discardableResult
  private mutating func collect(_ element: SVGElement, part: Int, ids: [String]) -> Int {
    let ids = ids + (element.id.map { [$0] } ?? [])
    if let id = element.id { partOfID[id] = part }
    let references = element.attributes.compactMap(\.reference)
    parts[part].references.formUnion(references)
    if element.name == "use" {
      idsWithUse.formUnion(ids)
      for id in references { uses[id, default: 0] += 1 }
    }
    var size = 1
    for child in element.elements {
      let isPart = Self.isPart(child, in: element)
      if isPart { parts.append(Part(parent: part)) }
      size += collect(child, part: isPart ? parts.count - 1 : part, ids: ids)
    }
    if let id = element.id { sizes[id] = size }
    return size
  }

  private mutating func followAll() throws(ImageFault) {
    var waiting = [0]
    while let next = waiting.popLast() {
      guard !parts[next].isShown else { continue }
      parts[next].isShown = true
      if let parent = parts[next].parent { waiting.append(parent) }
      for id in parts[next].references {
        guard let part = partOfID[id] else {
          throw .damaged(.svg, "refers to a part that it does not have")
        }
        waiting.append(part)
      }
    }
  }

  /// `element` without the parts that do not show, numbered in the order of `collect`.
  private func pruned(_ element: SVGElement, part number: inout Int) -> SVGElement {
    var result = element
    result.children = []
    for child in element.children {
      guard case .element(let inner) = child else {
        result.children.append(child)
        continue
      }
      let own = number + 1
      let isPart = Self.isPart(inner, in: element)
      if isPart { number += 1 }
      let cleaned = pruned(inner, part: &number)
      if !isPart || parts[own].isShown { result.children.append(.element(cleaned)) }
    }
    return result
  }

  private static func rename(_ element: inout SVGElement, _ names: [String: String]) {
    element.id = element.id.flatMap { names[$0] }
    for index in element.attributes.indices {
      element.attributes[index].reference = element.attributes[index].reference.flatMap {
        names[$0]
      }
    }
    element.children = element.children.map { child in
      guard case .element(var inner) = child else { return child }
      rename(&inner, names)
      return .element(inner)
    }
  }
}
