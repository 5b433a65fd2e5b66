/// Makes what stands in for withheld portions: other texts, other lengths, other numbers, other
/// kinds of block, texts equal to visible ones.
struct Variation {
  var maker: Maker
  /// Visible texts of plain words, which withheld ones may come to equal.
  var echoes: [[Run]]
  /// Whether fields that translations have to agree in stay as they are.
  var keepsSharedFields = false
  /// Whether a block of another kind may come to stand at the place in hand.
  var isFree = true
  /// The longest text, in words.
  var longest = 1200

  /// A text with other words in it, and perhaps with more of them.
  mutating func fresh(_ runs: [Run], mayHaveLines: Bool = false) -> [Run] {
    let isPlain = runs.allSatisfy { if case .word = $0 { true } else { false } }
    if isPlain, maker.dice.chance(25), !echoes.isEmpty { return maker.dice.pick(echoes) }
    var result = renamed(runs)
    guard isPlain, maker.dice.chance(20) else { return result }
    let count = maker.dice.pick([1, 5, 40, mayHaveLines ? longest : 200])
    for number in 1...count {
      if mayHaveLines, number % 15 == 0 { result.append(.lineEnd) }
      result.append(.word(maker.mint.word()))
    }
    return result
  }

  /// A text with other words.
  mutating func renamed(_ runs: [Run]) -> [Run] {
    var mint = maker.mint
    defer { maker.mint = mint }
    return runs.mapRuns { run in
      switch run {
      case .word: [.word(mint.word())]
      case .link(let inner, let to) where to.hasPrefix("https:"):
        [.link(inner, to: "https://example.org/\(mint.word())")]
      default: [run]
      }
    }
  }

  /// A block with other words throughout.
  mutating func renamed(_ node: Node) -> Node {
    var copy = self
    defer { self = copy }
    return node.mapTexts { copy.renamed($0) }
  }

  /// A visible text with its withheld spans changed.
  mutating func spans(_ runs: [Run], _ label: Mark, _ sight: Sight) -> [Run] {
    runs.map { run in
      switch run {
      case .word, .lineEnd, .note: return run
      case .strong(let inner): return .strong(spans(inner, label, sight))
      case .code(let inner): return .code(spans(inner, label, sight))
      case .link(let inner, let to): return .link(spans(inner, label, sight), to: to)
      case .reference(let inner, let to): return .reference(spans(inner, label, sight), label: to)
      case .image(let inner, let file): return .image(spans(inner, label, sight), file: file)
      case .mark(let mark, let inner, let instead):
        let joined = label.joined(sight.paper.inForce(mark))
        if sight.mayRead(joined) {
          return .mark(mark, spans(inner, joined, sight), instead: instead)
        }
        return .mark(mark, renamed(inner), instead: instead.map { spans($0, label, sight) })
      }
    }
  }

  /// A mark that hides from the reader what stands there; nil where none is found.
  mutating func hidingMark(_ sight: Sight, _ around: Around) -> Mark? {
    for _ in 0..<6 {
      let mark = maker.mark(within: sight.paper.classification)
      if !sight.mayRead(sight.label(mark, around)) { return mark }
    }
    return nil
  }
}
