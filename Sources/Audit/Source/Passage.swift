/// A piece of a source, and who may read it.
///
/// An audience can be in neither set: where the rules leave the audit in doubt, and where it gets
/// another version.
struct Passage: Sendable {
  /// The text, without the mark in front.
  var text: [UInt8]
  /// The line it begins in, counted from 1.
  var line: Int
  /// Who reads it.
  var visible: Readers
  /// Who may not read it.
  var withheld: Readers
  /// Whether it is a piece of a picture, and no text.
  var isPicture = false

  /// The passage as those see it who read it.
  var shown: Passage {
    var result = self
    result.withheld = []
    return result
  }
}

/// What is around a passage: the labels, and who is left out for another reason.
struct Around {
  /// The labels of all that encloses it, joined; nil where nothing that encloses it has one.
  var label: AuditLabel?
  /// Whether one of them is a mark: then no heading governs it that stands with it in an item.
  var hasMark = false
  /// Who gets no other version in its place and is not tailored out.
  var reach: Readers
  /// Who may not read it whatever its label.
  var denied: Readers = []

  /// With one more label around.
  func inside(_ label: AuditLabel?) -> Around {
    var result = self
    result.label = AuditLabel.join(self.label, label)
    result.hasMark = hasMark || label != nil
    return result
  }

  /// In an item without a mark, whose text has this label and with it all that is in it.
  func inside(unmarked label: AuditLabel) -> Around {
    var result = inside(label)
    result.hasMark = hasMark
    return result
  }

  /// Without some audiences, who may not read what is in it.
  func denying(_ readers: Readers) -> Around {
    var result = self
    result.reach.subtract(readers)
    result.denied.formUnion(readers)
    return result
  }
}

/// Collects the passages of one briefing.
struct PassageList {
  let policy: AuditPolicy
  /// What each level is read as, as downgrades in force have it.
  let steps: [Int]
  private(set) var passages: [Passage] = []

  init(policy: AuditPolicy, steps: [Int]) {
    self.policy = policy
    self.steps = steps
  }

  /// A label as this briefing's downgrades have it.
  func label(_ text: some StringProtocol) -> AuditLabel? { policy.label(text, steps: steps) }

  /// The leading mark of a text, and the text without it.
  func leading(_ text: ArraySlice<UInt8>) -> (label: AuditLabel, rest: ArraySlice<UInt8>)? {
    guard text.first == UInt8(ascii: "("), let end = text.firstIndex(of: UInt8(ascii: ")")),
      end + 1 == text.endIndex || [0x20, 0x0A, 0x09].contains(text[end + 1]),
      end - text.startIndex < 400,
      let label = label(String(decoding: text[text.startIndex + 1..<end], as: UTF8.self))
    else { return nil }
    return (label, text[(end + 1)...].drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A })
  }

  /// Adds a text with this label, taken apart at its inline marks. It gives back who sees the text
  /// around a part that they may not, and so loses the portion it stands in.
  ///
  /// - Parameters:
  ///   - isRunning: whether a token may stand in it.
  @discardableResult
  mutating func add(
    _ text: ArraySlice<UInt8>, line: Int, label: AuditLabel, _ around: Around,
    isRunning: Bool = true
  ) -> Readers {
    let cleared = policy.mayRead(label)
    let visible = cleared.intersection(around.reach)
    let withheld = Readers.all(policy.readers.count).subtracting(cleared).union(around.denied)
    let pieces = InlineText(policy: policy, steps: steps).pieces(text)
    guard pieces.count > 1 || text.contains(UInt8(ascii: "{")) else {
      passages.append(
        Passage(text: Array(text), line: line, visible: visible, withheld: withheld))
      return []
    }
    return add(pieces, line, label, visible, withheld, isRunning)
  }

  /// Adds what each audience gets of a text with marks.
  private mutating func add(
    _ pieces: [InlinePiece], _ line: Int, _ label: AuditLabel, _ visible: Readers,
    _ withheld: Readers, _ running: Bool
  ) -> Readers {
    var holes: Readers = []
    // In the readers' order: what a finding is called depends on the first of its passages.
    var same: [(text: [UInt8], readers: Readers)] = []
    for (number, reader) in policy.readers.enumerated() where visible.contains(Readers(number)) {
      let isKept = running && reader.keepsSentences
      var hasHole = false
      let text = resolved(pieces, label, for: reader, &hasHole)
      if hasHole { holes.insert(Readers(number)) }
      guard !hasHole || isKept else { continue }
      if let index = same.firstIndex(where: { $0.text == text }) {
        same[index].readers.insert(Readers(number))
      } else {
        same.append((text, Readers(number)))
      }
    }
    for (text, readers) in same {
      passages.append(Passage(text: text, line: line, visible: readers, withheld: []))
    }
    let lost = running ? holes.subtracting(policy.keepingSentences) : holes
    passages.append(
      Passage(
        text: whole(pieces), line: line, visible: [], withheld: withheld.union(lost)))
    addMarked(pieces, label, line, visible, withheld)
    return lost
  }

  /// Adds the marked parts themselves, for those who may read the text around them, which has a label
  /// that is joined to theirs, and the substitutes, which those may not read who may not read that.
  private mutating func addMarked(
    _ pieces: [InlinePiece], _ around: AuditLabel, _ line: Int, _ visible: Readers,
    _ withheld: Readers
  ) {
    for piece in pieces {
      guard case .mark(let own, let inner, let substitute) = piece else { continue }
      let label = around.joined(own)
      let cleared = policy.mayRead(label)
      let barred = Readers.all(policy.readers.count).subtracting(cleared).union(withheld)
      passages.append(Passage(text: whole(inner), line: line, visible: [], withheld: barred))
      addMarked(inner, label, line, visible.intersection(cleared), barred)
      guard let substitute else { continue }
      passages.append(
        Passage(text: whole(substitute), line: line, visible: [], withheld: withheld))
      addMarked(substitute, around, line, visible, withheld)
    }
  }

  /// What a reader gets of a text inside this label; a hole ends the run of words.
  private func resolved(
    _ pieces: [InlinePiece], _ around: AuditLabel, for reader: AuditReader, _ hasHole: inout Bool
  ) -> [UInt8] {
    var result: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .text(let text): result += text
      case .mark(let own, let inner, let substitute):
        let label = around.joined(own)
        if reader.mayRead(label) {
          result += resolved(inner, label, for: reader, &hasHole)
        } else if let substitute {
          result += resolved(substitute, around, for: reader, &hasHole)
        } else {
          result.append(Letters.end)
          hasHole = true
        }
      }
    }
    return result
  }

  /// The text as who may read everything has it.
  private func whole(_ pieces: [InlinePiece]) -> [UInt8] {
    pieces.flatMap { piece -> [UInt8] in
      switch piece {
      case .text(let text): text
      case .mark(_, let inner, _): whole(inner)
      }
    }
  }

  /// Makes all passages so far and to come those of a briefing that only some get.
  mutating func confine(to readers: Readers) {
    let others = Readers.all(policy.readers.count).subtracting(readers)
    for index in passages.indices {
      passages[index].visible.formIntersection(readers)
      passages[index].withheld.formUnion(others)
    }
  }

  /// Adds a text whose readers are known.
  mutating func add(_ text: String, line: Int, visible: Readers, withheld: Readers) {
    passages.append(
      Passage(text: Array(text.utf8), line: line, visible: visible, withheld: withheld))
  }
}
