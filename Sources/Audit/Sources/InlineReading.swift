/// Finds inline marks, `[text]{LABEL}` and `[text]{LABEL|substitute}`, in the text of a portion.
struct InlineReading {
  private let text: [UInt8]
  /// For each `[` the place of its `]`, for each `{` the place of its `}`; -1 where there is none.
  private let partner: [Int32]
  private(set) var pieces: [Passage.Piece] = []
  private(set) var bare: [Passage.Bare] = []
  private let isSoft: Bool

  /// Reads `text`, which stands at `stand` with this label.
  ///
  /// - Parameter isRunning: whether tokens may stand in it; not so in code and in fields.
  init(
    _ text: [UInt8], stand: Stand, label: Int, isRunning: Bool, labels: inout LabelBook
  ) {
    self.text = text
    isSoft = isRunning
    partner = InlineReading.partners(text)
    let whole = Passage.Piece(text: [], stand: stand.labelled(label))
    read(0..<text.count, as: whole, inside: nil, &labels)
  }

  private static func partners(_ text: [UInt8]) -> [Int32] {
    guard text.contains(UInt8(ascii: "{")) else { return [] }
    var result = [Int32](repeating: -1, count: text.count)
    var square: [Int] = []
    var curly: [Int] = []
    var i = 0
    while i < text.count {
      switch text[i] {
      case UInt8(ascii: "\\"): i += 1
      case UInt8(ascii: "["): square.append(i)
      case UInt8(ascii: "{"): curly.append(i)
      case UInt8(ascii: "]"): if let open = square.popLast() { result[open] = Int32(i) }
      case UInt8(ascii: "}"): if let open = curly.popLast() { result[open] = Int32(i) }
      default: break
      }
      i += 1
    }
    return result
  }

  private mutating func read(
    _ range: Range<Int>, as model: Passage.Piece, inside: Int?, _ labels: inout LabelBook,
    depth: Int = 0
  ) {
    var begin = range.lowerBound
    var i = range.lowerBound
    var hardUntil = -1
    func keep(until end: Int) {
      guard end > begin else { return }
      var piece = model
      piece.text = Array(text[begin..<end])
      pieces.append(piece)
    }
    while i < range.upperBound {
      if text[i] == UInt8(ascii: "\\") {
        i += 2
        continue
      }
      hardUntil = max(hardUntil, hardEnd(at: i, in: range))
      guard let mark = mark(at: i, in: range, &labels), depth < 24 else {
        i += 1
        continue
      }
      keep(until: i)
      let label = labels.join(mark.label, inside: model.stand.label)
      var marked = model
      marked.stand.label = label
      if let substitute = mark.substitute {
        read(mark.text, as: marked, inside: label, &labels, depth: depth + 1)
        var instead = model
        instead.stand.unless += [[label]]
        instead.isSubstitute = true
        read(substitute, as: instead, inside: inside, &labels, depth: depth + 1)
      } else {
        marked.isHole = true
        bare.append(.init(label: label, inside: inside, mayBeToken: isSoft && i >= hardUntil))
        read(mark.text, as: marked, inside: inside, &labels, depth: depth + 1)
      }
      i = mark.end
      begin = i
    }
    keep(until: range.upperBound)
  }

  /// An inline mark: what it covers, its substitute, and where it ends.
  private struct Mark {
    var label: Int
    var text: Range<Int>
    var substitute: Range<Int>?
    var end: Int
  }

  private func mark(at i: Int, in range: Range<Int>, _ labels: inout LabelBook) -> Mark? {
    guard !partner.isEmpty, text[i] == UInt8(ascii: "["), partner[i] > 0 else { return nil }
    let close = Int(partner[i])
    let open = close + 1
    guard open < range.upperBound, text[open] == UInt8(ascii: "{"), partner[open] > 0,
      Int(partner[open]) < range.upperBound
    else { return nil }
    let end = Int(partner[open])
    let inner = text[(open + 1)..<end]
    let bar = inner.firstIndex(of: UInt8(ascii: "|"))
    guard let label = labels.read(inner[..<(bar ?? end)]) else { return nil }
    return Mark(
      label: label, text: (i + 1)..<close, substitute: bar.map { ($0 + 1)..<end }, end: end + 1)
  }

  /// Where code, an image or a destination that opens at `i` ends; -1 where none does.
  private func hardEnd(at i: Int, in range: Range<Int>) -> Int {
    switch text[i] {
    case UInt8(ascii: "`"):
      if i > range.lowerBound, text[i - 1] == text[i] { return -1 }
      let run = text[i..<range.upperBound].prefix { $0 == UInt8(ascii: "`") }.count
      return closingTicks(after: i + run, count: run, before: range.upperBound)
    case UInt8(ascii: "!"):
      guard i + 1 < range.upperBound, text[i + 1] == UInt8(ascii: "["), !partner.isEmpty else {
        return -1
      }
      return Int(partner[i + 1])
    case UInt8(ascii: "("):
      guard i > range.lowerBound, text[i - 1] == UInt8(ascii: "]") else { return -1 }
      return text[i..<range.upperBound].firstIndex(of: UInt8(ascii: ")")) ?? -1
    default: return -1
    }
  }

  private func closingTicks(after start: Int, count: Int, before end: Int) -> Int {
    var i = start
    while i < end {
      let run = text[i..<end].prefix { $0 == UInt8(ascii: "`") }.count
      if run == count { return i }
      i += max(run, 1)
    }
    return -1
  }
}
