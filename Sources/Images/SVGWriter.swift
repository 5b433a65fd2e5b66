/// Writes a cleaned SVG, always in the same way.
struct SVGWriter {
  private var text = ""

  /// The file that holds `root`, with a line end after it.
  static func bytes(of root: SVGElement) -> [UInt8] {
    var writer = SVGWriter()
    writer.write(root, before: " xmlns=\"http://www.w3.org/2000/svg\"")
    return Array((writer.text + "\n").utf8)
  }

  private mutating func write(_ element: SVGElement, before: String = "") {
    text += "<\(element.name)\(before)"
    if let id = element.id { text += " id=\"\(id)\"" }
    for attribute in element.attributes {
      text += " \(attribute.name)=\"\(Self.escaped(Self.value(of: attribute)))\""
    }
    guard !element.children.isEmpty else {
      text += "/>"
      return
    }
    text += ">"
    for child in element.children {
      switch child {
      case .element(let inner): write(inner)
      case .text(let own): text += Self.escaped(own)
      }
    }
    text += "</\(element.name)>"
  }

  private static func value(of attribute: SVGElement.Attribute) -> String {
    guard let id = attribute.reference else { return attribute.value }
    if attribute.name == "href" { return "#\(id)" }
    return attribute.value.isEmpty ? "url(#\(id))" : "url(#\(id)) \(attribute.value)"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
