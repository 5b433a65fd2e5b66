/// A policy in the tests' own model.
struct House {
  /// An id and its name, a canary.
  struct Term: Hashable {
    var id: String
    var name: String
  }

  /// Title and publisher.
  var title: String
  var publisher: String
  /// The default language first.
  var languages: [String]
  /// Levels, lowest first.
  var levels: [Term]
  var compartments: [Term] = []
  var groups: [Term] = []
  var grounds: [Term] = []
  var readers: [Reader] = []
  var topics: [Term] = []
  var sectors: [Term] = []
  var regions: [Term] = []
  var interests: [Term] = []
  /// Kinds besides the four that a policy has by itself.
  var moreKinds: [String] = []
  /// Whether the levels of threat had other names before.
  var hasFormerScale = false

  /// The vocabulary of a field.
  func terms(_ field: String) -> [Term] {
    switch field {
    case "topics": topics
    case "sectors": sectors
    case "regions": regions
    default: interests
    }
  }
}
