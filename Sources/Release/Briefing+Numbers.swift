internal import Edition

extension Briefing {
  /// Gives judgements and sources new ids, `j1`, `j2`, … and `s1`, `s2`, … in their order here:
  /// the author's ids would show by their gaps that something is missing.
  mutating func renumber() {
    var names: [String: String] = [:]
    for index in sources.indices {
      guard let id = sources[index].id else { continue }
      names[id] = "s\(names.count + 1)"
      sources[index].id = names[id]
    }
    for index in judgements.indices {
      judgements[index].sources = judgements[index].sources.compactMap { names[$0] }
    }
    names = [:]
    for index in judgements.indices {
      guard let id = judgements[index].id else { continue }
      names[id] = "j\(names.count + 1)"
      judgements[index].id = names[id]
    }
    for index in advice.indices {
      advice[index].judgements = advice[index].judgements.compactMap { names[$0] }
    }
  }
}
