internal import Marking

extension InlineText {
  /// The most texts that the marks of one text may make of it.
  static let mostReadings = 32

  /// What stands in a reading where a mark without a substitute is withheld. A reader gets a token there
  /// or, with the whole portion, nothing: never the text without those words. It begins and ends as a
  /// token does, so that what is around it reads as it would.
  private static let hole = Array("{\(holeSign)}".utf8)
  /// The character in it, which stands for an object (Unicode 15, 23.8).
  static let holeSign: Character = "\u{FFFC}"

  /// Every text that a reader can get of this one: for each choice of labels that somebody may be cleared
  /// for, the words or the substitutes of its marks; the signs of a token for a mark that has none. Nil
  /// where there are more than `mostReadings`.
  ///
  /// Whoever is cleared for a label is cleared for those below it. More is not asked: the portion
  /// around the text, and an audience that comes later, may part what this policy's audiences do not.
  public var readings: [[UInt8]]? {
    guard hasMarks else { return [full] }
    var distinct: [Label] = []
    for label in labels(within: Label(level: 0)) where !distinct.contains(label) {
      distinct.append(label)
    }
    var choices: [[Bool]] = [[]]
    for label in distinct {
      choices = choices.flatMap { choice in
        [true, false].filter { isCleared in
          choice.indices.allSatisfy { other in
            choice[other] == isCleared
              || !(choice[other] ? distinct[other] : label).isAtLeast(
                choice[other] ? label : distinct[other])
          }
        }.map { choice + [$0] }
      }
      if choices.count > InlineText.mostReadings { return nil }
    }
    var readings: [[UInt8]] = []
    for choice in choices {
      var reading: [UInt8] = []
      read(within: Label(level: 0), into: &reading) { label in
        distinct.firstIndex(of: label).map { choice[$0] } ?? false
      }
      if !readings.contains(reading) { readings.append(reading) }
    }
    return readings
  }

  private func read(
    within label: Label, into result: inout [UInt8], _ isCleared: (Label) -> Bool
  ) {
    for piece in pieces {
      switch piece {
      case .text(let bytes): result += bytes
      case .mark(let mark):
        let joined = label.joined(with: mark.label)
        if isCleared(joined) {
          mark.text.read(within: joined, into: &result, isCleared)
        } else if let substitute = mark.substitute {
          substitute.read(within: label, into: &result, isCleared)
        } else {
          result += InlineText.hole
        }
      }
    }
  }
}

extension Label {
  /// Whether everybody who is cleared for this label is cleared for `other`.
  fileprivate func isAtLeast(_ other: Label) -> Bool { joined(with: other) == self }
}
