/// What the scan of markup knows of names.
enum AttributeWords {
  private static func set(_ names: String) -> Set<[UInt8]> {
    Set(names.split(separator: " ").map { Array($0.utf8) })
  }

  /// Elements over which words go on.
  static let inline = set(
    "a abbr b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike "
      + "strong time tspan tt u var wbr")

  /// Elements that end words, and not runs of words.
  static let breaks = set("br sub sup img")

  /// Elements without content.
  static let void = set(
    "area base br col embed hr img input link meta param source track wbr")

  /// Attributes with measures of a drawing in them.
  static let measures = set(
    "cx cy d dx dy fx fy height offset opacity points r refx refy rx ry size sizes stroke-dasharray "
      + "stroke-dashoffset stroke-width font-size tabindex transform viewbox width x x1 x2 y y1 y2 "
      + "colspan rowspan start maxlength minlength textlength")

  /// Attributes whose values are words of the format.
  static let structural = set(
    "charset class crossorigin dir dominant-baseline enctype fill font-family font-style font-weight for form href http-equiv lang "
      + "media method name preserveaspectratio property rel role scope stroke target text-anchor type "
      + "version xml:lang xml:space")

  /// Attributes that may be colours.
  static let colours = set("color content fill flood-color lighting-color stop-color stroke")

  /// Whether a value is a colour, `#` and hexadecimal digits.
  static func isColour(_ value: some Collection<UInt8>) -> Bool {
    value.first == UInt8(ascii: "#") && value.count <= 9
      && value.dropFirst().allSatisfy { Bytes.hexValue($0) != nil }
  }

  /// Whether a style makes what has it invisible.
  static func conceals(_ style: some Collection<UInt8>) -> Bool {
    let text = Bytes.lowered(style).filter { !Bytes.isSpace($0) }
    let hiding = ["display:none", "visibility:hidden", "font-size:0", "opacity:0"]
    return hiding.contains { Bytes.split(text, by: $0).count > 1 }
  }
}
