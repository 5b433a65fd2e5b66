import Diagnostics

/// Help for a name that is not there: the one that was probably meant, or those there are.
enum KnownNames {
  /// How many names are worth listing.
  static let few = 8

  /// "did you mean 'x'?"; if none is near, the names there are; where they are many, where to look.
  static func help(for word: String, among names: some Sequence<String>) -> String {
    let known = Set(names).sorted()
    if let suggestion = Suggestion.help(for: word, among: known) { return suggestion }
    guard (1...few).contains(known.count) else {
      return "use a name that the built-in template of this page uses"
    }
    return "known names: \(known.map { "'\($0)'" }.joined(separator: ", "))"
  }
}
