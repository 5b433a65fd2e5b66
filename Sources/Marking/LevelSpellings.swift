/// How people write the names of levels, which is shorter than a policy does.
///
/// `Stg. GEHEIM` is written `Geheim` and `Stg. G.`, and `NATO SECRET` is written `Secret`; whoever does
/// so at the head of a portion means a mark.
enum LevelSpellings {
  /// For each level its names and what stands for them; nothing stands for two levels.
  ///
  /// - Parameter names: the names of each level in all languages.
  static func all(of names: [[String]]) -> [[String]] {
    let own = Set(names.joined().map { $0.lowercased() })
    var firsts: [String: Set<Int>] = [:]
    for (level, names) in names.enumerated() {
      for name in names { firsts[first(of: name), default: []].insert(level) }
    }
    let short = names.map { names in
      names.flatMap { name in
        shortened(name, hasShared: (firsts[first(of: name)]?.count ?? 0) > 1)
      }
    }
    var levels: [String: Set<Int>] = [:]
    for (level, words) in short.enumerated() {
      for word in words { levels[word.lowercased(), default: []].insert(level) }
    }
    return zip(names, short).map { names, short in
      names
        + short.filter { !own.contains($0.lowercased()) && levels[$0.lowercased()]?.count == 1 }
    }
  }

  private static func first(of name: String) -> String {
    name.prefix { $0 != " " }.lowercased()
  }

  /// A name without the abbreviations that it begins with, and those with its first letters alone;
  /// without a first word that other levels begin with too, where the rest is in capitals.
  private static func shortened(_ name: String, hasShared: Bool) -> [String] {
    let words = name.split(separator: " ").map(String.init)
    let abbreviations = words.prefix { $0.hasSuffix(".") }
    let rest = words.dropFirst(abbreviations.count)
    guard !rest.isEmpty else { return [] }
    guard !abbreviations.isEmpty else {
      let tail = words.dropFirst().joined(separator: " ")
      return hasShared && tail.count > 3 && tail == tail.uppercased() ? [tail] : []
    }
    let letters = rest.map { String($0.prefix(1)) }
    let initials = Set([
      letters.joined(), letters.joined() + ".", letters.joined(separator: ".") + ".",
      letters.joined(separator: ". ") + ".",
    ]).sorted()
    let head = abbreviations.joined(separator: " ")
    let heads = [head + " ", head, head.filter { $0 != "." } + " "]
    return [rest.joined(separator: " ")] + heads.flatMap { head in initials.map { head + $0 } }
  }
}
