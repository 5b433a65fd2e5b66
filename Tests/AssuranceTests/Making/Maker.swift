/// Makes marks and texts for one publication.
struct Maker {
  var dice: Dice
  var mint: Mint
  let house: House

  /// A mark within a classification; its release list is free.
  mutating func mark(within top: Mark) -> Mark {
    var mark = Mark(level: dice.below(top.level + 1))
    if dice.chance(50) { mark.level = dice.pick([0, top.level]) }
    if dice.chance(25) { mark.compartments = Set(dice.some(top.compartments.sorted(), 60)) }
    if !house.groups.isEmpty, dice.chance(15) {
      let groups = Set(dice.some(Array(house.groups.indices), 50))
      if !groups.isEmpty { mark.groups = groups }
    }
    return mark
  }

  /// A mark, or none.
  mutating func someMark(within top: Mark, _ percent: Int) -> Mark? {
    dice.chance(percent) ? mark(within: top) : nil
  }

  /// Some canaries.
  mutating func words(_ range: ClosedRange<Int>) -> [Run] {
    (0..<dice.among(range)).map { _ in .word(mint.word()) }
  }

  /// What a text may hold.
  struct Allowance {
    var top: Mark
    /// Labels of footnotes and of reference definitions within reach.
    var footnotes: [String] = []
    var definitions: [String] = []
    var images: [String] = []
    /// Ids of briefings, and anchors.
    var links: [String] = []
    var mayHaveLines = false
    /// Whether spans without a substitute may stand in it.
    var mayHaveHoles = true
  }

  /// A text of a few runs.
  mutating func text(_ allowance: Allowance) -> [Run] {
    // Nothing but a word begins a text: it is never taken for another kind of block.
    var result: [Run] = [.word(mint.word())]
    for _ in 0..<dice.below(4) {
      if allowance.mayHaveLines, dice.chance(20) {
        result += [.lineEnd, .word(mint.word())]
      }
      result.append(run(allowance, depth: 0))
    }
    if case .note? = result.last { result.append(.word(mint.word())) }
    return result
  }

  private mutating func run(_ allowance: Allowance, depth: Int) -> Run {
    switch dice.below(depth > 1 ? 50 : 100) {
    case ..<45: return .word(mint.word())
    case ..<50: return .code(words(1...2))
    case ..<56: return .strong([run(allowance, depth: depth + 1)])
    case ..<62: return link(allowance, depth)
    case ..<68:
      guard let label = one(of: allowance.footnotes) else { return .word(mint.word()) }
      return .note(label)
    case ..<73:
      guard let label = one(of: allowance.definitions), depth == 0 else {
        return .word(mint.word())
      }
      return .reference(words(1...2), label: label)
    case ..<78:
      guard let file = one(of: allowance.images), depth == 0 else { return .word(mint.word()) }
      return .image(
        dice.chance(70) ? words(1...2) : [mark(allowance, inner: words(1...1))], file: file)
    case ..<82: return .code([mark(allowance, inner: words(1...2))])
    default:
      let inner = [run(plain(allowance), depth: depth + 1)] + words(0...1)
      return mark(allowance, inner: inner)
    }
  }

  private mutating func one(of elements: [String]) -> String? {
    elements.isEmpty ? nil : dice.pick(elements)
  }

  /// What may stand within a link or a mark: no other link.
  private func plain(_ allowance: Allowance) -> Allowance {
    var result = allowance
    result.links = []
    result.images = []
    result.definitions = []
    result.footnotes = []
    return result
  }

  private mutating func link(_ allowance: Allowance, _ depth: Int) -> Run {
    guard depth == 0 else { return .word(mint.word()) }
    var inner = words(1...2)
    if dice.chance(25) { inner.append(mark(allowance, inner: words(1...1))) }
    if dice.chance(60), let to = one(of: allowance.links) { return .link(inner, to: to) }
    return .link(inner, to: "https://example.org/\(mint.word())")
  }

  private mutating func mark(_ allowance: Allowance, inner: [Run]) -> Run {
    let hasSubstitute = !allowance.mayHaveHoles || dice.chance(60)
    let mark = mark(within: allowance.top)
    // A span that shows with its substitute's word would be two words side by side.
    return .mark(mark, inner, instead: hasSubstitute ? words(1...2) : nil)
  }
}
