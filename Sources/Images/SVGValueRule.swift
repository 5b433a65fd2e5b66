/// What the value of an attribute may be.
///
/// Values are read against a grammar rather than searched for what is bad: what is not understood
/// is refused.
enum SVGValueRule {
  /// Numbers with units, or one of these words.
  case numbers(Set<String>)
  /// Words of this set.
  case words(Set<String>)
  /// A word of this set, all of which mean that the element shows; the attribute then goes.
  case visible(Set<String>)
  /// Commands and numbers of a path.
  case path
  /// Functions of numbers.
  case transform
  /// A colour, or a local gradient with perhaps a colour after it.
  case paint
  /// A local reference, `url(#id)`, or `none`.
  case local
  /// A local reference, `#id`.
  case href
  /// Names of fonts.
  case families
  /// A language tag.
  case language

  /// A value that was understood.
  enum Accepted: Equatable {
    /// It may stay.
    case value(String)
    /// It refers to `id`; `rest` may stay beside the reference.
    case reference(id: String, rest: String)
    /// The attribute changes nothing.
    case nothing
  }

  /// What `value` says, or nil where that is not allowed.
  func accept(_ value: String) -> Accepted? {
    let value = Self.spaced(value)
    switch self {
    case .numbers(let words): return accept(value, words: words)
    case .words(let words):
      let own = value.split(separator: " ")
      return !own.isEmpty && own.count <= 4 && own.allSatisfy { words.contains(String($0)) }
        ? .value(value) : nil
    case .visible(let words): return words.contains(value) ? .nothing : nil
    case .path:
      let isPath = SVGNumberScanner.accepts(value, letters: "MmZzLlHhVvCcSsQqTtAa")
      return isPath || value.isEmpty || value == "none" ? .value(value) : nil
    case .transform:
      return SVGNumberScanner.accepts(value, functions: Self.transforms) || value == "none"
        ? .value(value) : nil
    case .paint: return Self.paint(value)
    case .local:
      if value == "none" || value == "inherit" { return .value(value) }
      guard let (id, rest) = Self.localURL(value), rest.isEmpty else { return nil }
      return .reference(id: id, rest: "")
    case .href:
      guard value.hasPrefix("#"), Self.isID(value.dropFirst()) else { return nil }
      return .reference(id: String(value.dropFirst()), rest: "")
    case .families: return Self.isFontList(value) ? .value(value) : nil
    case .language:
      let isTag = value.utf8.allSatisfy { Self.isWord($0) || $0 == UInt8(ascii: "-") }
      return isTag && value.utf8.count <= 35 ? .value(value) : nil
    }
  }

  private static let transforms: Set = [
    "matrix", "translate", "scale", "rotate", "skewX", "skewY",
  ]

  private func accept(_ value: String, words: Set<String>) -> Accepted? {
    let known = words.contains(value) || value == "inherit" || SVGNumberScanner.accepts(value)
    return known ? .value(value) : nil
  }

  private static func paint(_ value: String) -> Accepted? {
    if let (id, rest) = localURL(value) {
      return rest.isEmpty || isColour(rest) ? .reference(id: id, rest: rest) : nil
    }
    return isColour(value) ? .value(value) : nil
  }

  private static func isColour(_ value: String) -> Bool {
    if value.hasPrefix("#") {
      return [4, 5, 7, 9].contains(value.utf8.count)
        && value.utf8.dropFirst().allSatisfy { isWord($0) && $0 | 0x20 <= UInt8(ascii: "f") }
    }
    return SVGColours.names.contains(value.lowercased())
      || SVGNumberScanner.accepts(value, functions: ["rgb", "rgba", "hsl", "hsla"])
  }

  /// The id in `url(#id)` and what follows; nil for any other reference.
  private static func localURL(_ value: String) -> (id: String, rest: String)? {
    guard value.hasPrefix("url("), let end = value.firstIndex(of: ")") else { return nil }
    var target = value[..<end].dropFirst(4)
    for quote in ["\"", "'"] where target.count > 2 && target.hasPrefix(quote) {
      guard target.hasSuffix(quote) else { return nil }
      target = target.dropFirst().dropLast()
    }
    guard target.hasPrefix("#"), isID(target.dropFirst()) else { return nil }
    return (String(target.dropFirst()), spaced(String(value[end...].dropFirst())))
  }

  /// Whether `text` can be an id: letters, digits, `-`, `_`, `.`, `:`, and all beyond ASCII.
  static func isID(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.count <= 256
      && text.utf8.allSatisfy { isWord($0) || $0 >= 0x80 || "-_.:".utf8.contains($0) }
  }

  private static func isFontList(_ value: String) -> Bool {
    !value.isEmpty && value.utf8.count <= 200
      && value.utf8.allSatisfy { isWord($0) || " ,'\"-".utf8.contains($0) }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) && byte >= 0x41
  }

  /// `value` with each run of white space as one space, and none at its ends.
  private static func spaced(_ value: String) -> String {
    value.utf8.contains(where: SVGTokenizer.isSpace)
      ? value.utf8.split(whereSeparator: SVGTokenizer.isSpace).map { String(Substring($0)) }
        .joined(separator: " ")
      : value
  }
}
