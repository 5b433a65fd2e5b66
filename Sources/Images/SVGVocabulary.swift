/// What may stand in a published SVG: the static, self-contained part of SVG 2.
enum SVGVocabulary {
  /// Elements that draw, group or define.
  static let elements: Set = [
    "svg", "g", "defs", "symbol", "use", "path", "rect", "circle", "ellipse", "line", "polyline",
    "polygon", "text", "tspan", "linearGradient", "radialGradient", "stop", "clipPath", "marker",
  ]

  /// Elements that show nothing in a page; they go, with all that is in them.
  static let dropped: Set = ["title", "desc"]

  /// Elements that show only where something refers to them.
  static let shownByReference: Set = [
    "symbol", "linearGradient", "radialGradient", "clipPath", "marker",
  ]

  /// Elements whose text is shown.
  static let texts: Set = ["text", "tspan"]

  /// Whether the attribute changes nothing in a picture without style sheets and scripts, so that
  /// it can go.
  static func isDropped(_ name: String) -> Bool {
    droppedAttributes.contains(name) || name.hasPrefix("data-") || name.hasPrefix("aria-")
  }

  private static let droppedAttributes: Set = [
    "baseProfile", "class", "focusable", "pointer-events", "role", "tabindex", "version",
    "xmlns:xlink",
  ]

  /// What the value of an attribute may be; nil for an attribute that is not allowed.
  static func rule(for name: String) -> SVGValueRule? { rules[name] }

  private static let rules: [String: SVGValueRule] = {
    var rules: [String: SVGValueRule] = [
      "baseline-shift": .numbers(["baseline", "sub", "super"]),
      "clip-path": .local, "d": .path, "display": .visible(["inline", "block"]),
      "font-family": .families, "font-size": .numbers(fontSizes), "lang": .language,
      "font-weight": .numbers(["normal", "bold", "bolder", "lighter"]),
      "gradientTransform": .transform, "href": .href, "letter-spacing": .numbers(["normal"]),
      "marker": .local, "marker-end": .local, "marker-mid": .local, "marker-start": .local,
      "orient": .numbers(["auto", "auto-start-reverse"]),
      "stroke-dasharray": .numbers(["none"]), "transform": .transform,
      "visibility": .visible(["visible"]), "word-spacing": .numbers(["normal"]),
      "xlink:href": .href, "xml:lang": .language,
    ]
    for name in numeric { rules[name] = .numbers([]) }
    for name in ["color", "fill", "stop-color", "stroke"] { rules[name] = .paint }
    for (name, words) in keywords { rules[name] = .words(words.union(["inherit"])) }
    return rules
  }()

  private static let numeric = [
    "cx", "cy", "dx", "dy", "fill-opacity", "fr", "fx", "fy", "height", "markerHeight",
    "markerWidth", "offset", "opacity", "pathLength", "points", "r", "refX", "refY", "rotate", "rx",
    "ry", "stop-opacity", "stroke-dashoffset", "stroke-miterlimit", "stroke-opacity",
    "stroke-width", "textLength", "viewBox", "width", "x", "x1", "x2", "y", "y1", "y2",
  ]

  private static let fontSizes: Set = [
    "xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large", "smaller", "larger",
  ]

  private static let baselines: Set = [
    "auto", "baseline", "before-edge", "text-before-edge", "middle", "central", "after-edge",
    "text-after-edge", "text-top", "text-bottom", "ideographic", "alphabetic", "hanging",
    "mathematical", "use-script",
  ]

  private static let keywords: [String: Set<String>] = [
    "alignment-baseline": baselines, "dominant-baseline": baselines,
    "clip-rule": ["nonzero", "evenodd"], "fill-rule": ["nonzero", "evenodd"],
    "clipPathUnits": units, "gradientUnits": units,
    "color-interpolation": ["auto", "sRGB", "linearRGB"],
    "direction": ["ltr", "rtl"],
    "font-stretch": [
      "normal", "ultra-condensed", "extra-condensed", "condensed", "semi-condensed",
      "semi-expanded", "expanded", "extra-expanded", "ultra-expanded",
    ],
    "font-style": ["normal", "italic", "oblique"],
    "font-variant": ["normal", "small-caps"],
    "lengthAdjust": ["spacing", "spacingAndGlyphs"],
    "markerUnits": ["strokeWidth", "userSpaceOnUse"],
    "overflow": ["visible", "hidden", "auto", "scroll"],
    "paint-order": ["normal", "fill", "stroke", "markers"],
    "preserveAspectRatio": [
      "none", "meet", "slice", "xMinYMin", "xMidYMin", "xMaxYMin", "xMinYMid", "xMidYMid",
      "xMaxYMid", "xMinYMax", "xMidYMax", "xMaxYMax",
    ],
    "shape-rendering": ["auto", "optimizeSpeed", "crispEdges", "geometricPrecision"],
    "spreadMethod": ["pad", "reflect", "repeat"],
    "stroke-linecap": ["butt", "round", "square"],
    "stroke-linejoin": ["miter", "miter-clip", "round", "bevel", "arcs"],
    "text-anchor": ["start", "middle", "end"],
    "text-decoration": ["none", "underline", "overline", "line-through"],
    "text-rendering": ["auto", "optimizeSpeed", "optimizeLegibility", "geometricPrecision"],
    "unicode-bidi": ["normal", "embed", "isolate", "bidi-override", "plaintext"],
    "vector-effect": ["none", "non-scaling-stroke"],
    "writing-mode": ["horizontal-tb", "vertical-rl", "vertical-lr", "lr-tb", "lr", "tb-rl", "tb"],
    "xml:space": ["default", "preserve"],
  ]

  private static let units: Set = ["userSpaceOnUse", "objectBoundingBox"]
}
