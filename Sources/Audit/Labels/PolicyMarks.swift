/// The marks of the policy, by what they say, for reading labels.
struct PolicyMarks: Sendable {
  var levels: [[UInt8]: Int] = [:]
  var compartments: [[UInt8]: Int] = [:]
  var groups: [[UInt8]: Int] = [:]

  /// The label that `text` is, or nil.
  ///
  /// A level, then parts behind `//`: one that starts with `REL` is a release list, any other a
  /// list of compartments.
  func label(_ text: [UInt8]) -> ReadLabel? {
    let parts = Bytes.split(text, by: "//")
    guard let first = parts.first, let level = levels[first] else { return nil }
    var label = ReadLabel(level: level)
    for part in parts.dropFirst() {
      if let list = releaseList(part) {
        guard let groups = numbers(list, by: ",", in: groups) else { return nil }
        label.groups = label.groups.map { $0.intersection(groups) } ?? groups
      } else {
        guard let more = numbers(part, by: "/", in: compartments) else { return nil }
        label.compartments.formUnion(more)
      }
    }
    return label
  }

  private func releaseList(_ part: [UInt8]) -> [UInt8]? {
    for opening in ["REL TO ", "REL "] where part.starts(with: opening.utf8) {
      return Array(part.dropFirst(opening.utf8.count))
    }
    return nil
  }

  private func numbers(
    _ list: [UInt8], by separator: String, in known: [[UInt8]: Int]
  ) -> Set<Int>? {
    var result: Set<Int> = []
    for item in Bytes.split(list, by: separator) {
      guard let number = known[Bytes.trimmed(item)] else { return nil }
      result.insert(number)
    }
    return result
  }
}
