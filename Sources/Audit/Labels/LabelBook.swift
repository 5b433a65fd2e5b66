/// The labels of one document, each with a number, so that passages carry numbers.
struct LabelBook: Sendable {
  private(set) var labels: [ReadLabel] = []
  private var numbers: [ReadLabel: Int] = [:]
  private var written: [[UInt8]: Int?] = [:]
  private var joins: [Int: Int] = [:]
  private let marks: PolicyMarks
  /// What each level counts as, after the document's downgrades in force.
  private let downgrades: [Int: Int]

  /// An empty book for a document with these downgrades.
  init(marks: PolicyMarks, downgrades: [Int: Int]) {
    self.marks = marks
    self.downgrades = downgrades
  }

  /// The number of a label.
  mutating func number(of label: ReadLabel) -> Int {
    if let known = numbers[label] { return known }
    labels.append(label)
    numbers[label] = labels.count - 1
    return labels.count - 1
  }

  /// The number of the join of two labels.
  mutating func join(_ a: Int, _ b: Int) -> Int {
    if a == b { return a }
    let pair = a << 32 | b
    if let known = joins[pair] { return known }
    let number = number(of: labels[a].joined(with: labels[b]))
    joins[pair] = number
    return number
  }

  /// The number of the join of a label with what encloses it, if anything does.
  mutating func join(_ a: Int, inside enclosing: Int?) -> Int {
    enclosing.map { join($0, a) } ?? a
  }

  /// The number of a written label, `S//BRAVO/DELTA//REL TO NLD, BEL`; nil where it is none.
  mutating func read(_ text: some Collection<UInt8>) -> Int? {
    let key = Array(text)
    if let known = written[key] { return known }
    let label = marks.label(key).map { label in
      var label = label
      label.level = downgrades[label.level] ?? label.level
      return number(of: label)
    }
    written[key] = .some(label)
    return label
  }

  /// The label that nobody is cleared for, for what cannot be read.
  mutating func nobody() -> Int { number(of: ReadLabel(level: .max)) }
}
