/// A definition of a picture's address, `[label]: path`.
struct PictureDefinition {
  /// Its address and title, as behind `](`.
  let text: [UInt8]
  /// `[label]`, in small letters.
  fileprivate let label: [UInt8]

  /// The definition that a passage is; nil where it is none.
  init?(_ passage: Passage) {
    guard Self.begins(passage.text), let colon = passage.text.firstIndex(of: UInt8(ascii: ":"))
    else {
      return nil
    }
    label = Self.small(passage.text[..<colon])
    text = Array("](".utf8) + passage.text[(colon + 1)...]
  }

  /// Whether a text is a definition, of no footnote.
  static func begins(_ text: [UInt8]) -> Bool {
    guard let definition = Shape.definition(text[...]) else { return false }
    return !definition.isFootnote
  }

  /// Whether a text in small letters refers to it.
  fileprivate func isNamed(in text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { text in
      label.withUnsafeBufferPointer { ByteSearch.first($0, in: text, from: 0) != nil }
    }
  }

  fileprivate static func small(_ text: ArraySlice<UInt8>) -> [UInt8] {
    text.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }
}

/// The definitions of pictures in a briefing. There may be thousands, and as many texts.
struct PictureDefinitions {
  /// Those whose label has no brackets or backslashes in it, by their label.
  private var plain: [[UInt8]: [PictureDefinition]] = [:]
  private var others: [PictureDefinition] = []

  /// Those among the passages of the briefing at `path`.
  init(_ passages: [Passage], of path: String) {
    for definition in passages.compactMap(PictureDefinition.init)
    where !PicturePath.all(in: definition.text, of: path).isEmpty {
      let inner = definition.label.dropFirst().dropLast()
      if definition.label.last == UInt8(ascii: "]"),
        !inner.contains(where: { "[]\\".utf8.contains($0) })
      {
        plain[definition.label, default: []].append(definition)
      } else {
        others.append(definition)
      }
    }
  }

  var isEmpty: Bool { plain.isEmpty && others.isEmpty }

  /// Those that a text refers to.
  func named(in text: [UInt8]) -> [PictureDefinition] {
    let text = PictureDefinition.small(text[...])
    var result = others.filter { $0.isNamed(in: text) }
    var seen: Set<[UInt8]> = []
    var open: Int?
    for (index, byte) in text.enumerated() {
      if byte == UInt8(ascii: "[") {
        open = index
      } else if byte == UInt8(ascii: "]"), let start = open {
        let label = Array(text[start...index])
        if let found = plain[label], seen.insert(label).inserted { result += found }
        open = nil
      }
    }
    return result
  }
}
