/// Random fields and bodies with labels written in every way that is allowed, and versions in any
/// order.
struct RandomSource {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  /// SplitMix64 (Steele, Lea, Flood, 2014).
  private mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ z >> 31) % UInt64(bound))
  }

  private mutating func pick(_ texts: [String]) -> String { texts[next(texts.count)] }

  private mutating func label() -> String {
    let level = pick(["U", "R", "C", "S"])
    let compartments = pick(["", "", "//BRAVO", "//DELTA/BRAVO", "//BRAVO/DELTA"])
    let release = pick([
      "", "", "//REL NLD", "//REL TO BEL,NLD", "//REL TO NLD, BEL", "//REL VR17, NLD",
    ])
    return level + compartments + release
  }

  private mutating func words() -> String {
    (0...next(6)).map { _ in pick(["one", "two", "three", "four", "five", "six"]) }
      .joined(separator: " ")
  }

  private mutating func text() -> String {
    switch next(5) {
    case 0: words() + " [\(words())]{\(label())} " + words()
    case 1: words() + " [\(words())]{\(label())|\(words())} " + words()
    default: words()
    }
  }

  /// Fields with versions.
  mutating func front() -> String {
    var result = ""
    for key in ["summary", "contact"] where next(2) == 0 {
      result += "\(key):\n"
      for _ in 0...next(3) { result += "  - (\(label())) \(words())\n" }
    }
    return result
  }

  /// Paragraphs, lists, tables, code and containers.
  mutating func body() -> String {
    (0...next(5)).map { _ in block(depth: 0) }.joined(separator: "\n\n") + "\n"
  }

  private mutating func block(depth: Int) -> String {
    switch next(depth < 2 ? 8 : 5) {
    case 0: return text()
    case 1: return "(\(label())) \(text())"
    case 2: return (0...next(3)).map { _ in "- (\(label())) \(text())" }.joined(separator: "\n")
    case 3: return "| (\(label())) A | B |\n| --- | --- |\n| (\(label())) \(words()) | \(words()) |"
    case 4: return "```\n\(words()) (\(label())) \(words())\n```"
    default: return container(depth: depth)
    }
  }

  private mutating func container(depth: Int) -> String {
    let tailoring = pick(["", "", " for national", " for local, public", " for partner"])
    var result = "::: \(label())\(tailoring)\n\(block(depth: depth + 1))\n"
    for _ in 0..<next(4) { result += "::: tear \(label())\n\(block(depth: depth + 1))\n" }
    return result + ":::"
  }
}
