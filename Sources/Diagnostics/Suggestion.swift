/// Finds the word that a misspelled one was probably meant to be.
public enum Suggestion {
  /// The candidate nearest to `word` by edit distance, if it is near enough to be worth naming:
  /// at most a third of the word's length away, or equal but for case. A word of one or two letters
  /// is near to any other: no mark is proposed for a clearance that was not meant.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(word.lowercased())
    guard wanted.count <= 64 else { return nil }
    let most = wanted.count < 3 ? 0 : max(1, wanted.count / 3)
    var best: (distance: Int, word: String)?
    for candidate in candidates.sorted() {
      let distance = editDistance(wanted, Array(candidate.lowercased()))
      if distance <= most, distance < best?.distance ?? .max {
        best = (distance, candidate)
      }
    }
    return best?.word
  }

  /// "did you mean 'x'?", or nil where nothing is near.
  public static func help(for word: String, among candidates: some Sequence<String>) -> String? {
    nearest(to: word, among: candidates).map { "did you mean '\($0)'?" }
  }

  private static func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var beforeThat: [Int] = []
    var previous = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var current = [i + 1]
      for (j, y) in b.enumerated() {
        let swap = previous[j] + (x == y ? 0 : 1)
        var best = min(swap, min(previous[j + 1], current[j]) + 1)
        // Two letters in the wrong order are one mistake.
        if i > 0, j > 0, x == b[j - 1], a[i - 1] == y { best = min(best, beforeThat[j - 1] + 1) }
        current.append(best)
      }
      beforeThat = previous
      previous = current
    }
    return previous[b.count]
  }
}
