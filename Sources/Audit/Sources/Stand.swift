/// Who sees what stands at a place in a document: all that encloses it, taken together.
struct Stand: Hashable, Sendable {
  /// The joined label of what encloses it; nil where nothing with a label does.
  var label: Int?
  /// The audiences it is for, as positions in the policy; nil is all.
  var audiences: Set<Int>?
  /// Versions before it: a reader who is cleared for all labels of one of them gets that one.
  var unless: [[Int]] = []

  /// The same place, for these audiences alone.
  func tailored(for named: Set<Int>) -> Stand {
    var result = self
    result.audiences = audiences.map { $0.intersection(named) } ?? named
    return result
  }

  /// The same place with another label.
  func labelled(_ label: Int) -> Stand {
    var result = self
    result.label = label
    return result
  }

  /// The same place, for those who are not cleared for these.
  func otherwise(than versions: [[Int]]) -> Stand {
    var result = self
    result.unless += versions
    return result
  }
}
