/// How large an SVG is in CSS pixels: its width and height, or else those of its view box.
struct SVGSize {
  let width: Int?
  let height: Int?

  init(_ root: SVGElement) {
    func attribute(_ name: String) -> String? {
      root.attributes.first { $0.name == name }?.value
    }
    let box = (attribute("viewBox") ?? "").split { $0 == " " || $0 == "," }.map(String.init)
    let isBox = box.count == 4
    width = attribute("width").flatMap(Self.pixels) ?? (isBox ? Self.pixels(box[2]) : nil)
    height = attribute("height").flatMap(Self.pixels) ?? (isBox ? Self.pixels(box[3]) : nil)
  }

  /// CSS pixels of an absolute length (CSS Values Level 4, section 6.2); nil for any other.
  private static func pixels(_ length: String) -> Int? {
    let units: [(String, Double)] = [
      ("px", 1), ("pt", 4.0 / 3), ("pc", 16), ("in", 96), ("cm", 96 / 2.54), ("mm", 96 / 25.4),
    ]
    let unit = units.first { length.hasSuffix($0.0) }
    let number = Double(unit.map { String(length.dropLast($0.0.count)) } ?? length)
    guard let number, number.isFinite else { return nil }
    let pixels = (number * (unit?.1 ?? 1)).rounded()
    return (1...1_000_000).contains(pixels) ? Int(pixels) : nil
  }
}
