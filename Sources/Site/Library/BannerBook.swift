import Edition

/// Banners of pages, from the banners of the briefings that they show.
struct BannerBook: Sendable {
  /// A banner as a page shows it.
  struct Banner: Hashable, Sendable {
    /// Its text, such as `SECRET//BRAVO`.
    var text: String
    /// The place of its level on the ladder; nil where the level is not known.
    var level: Int?
  }

  private let levels: [NamedMark]
  private let compartments: [String]
  private let groups: [String]

  init(_ policy: EditionPolicy) {
    levels = policy.levels
    compartments = policy.compartments.map(\.mark)
    groups = policy.groups.map(\.mark)
  }

  /// The banner of one label, with the level's name in `language`.
  func banner(_ label: String, in language: String) -> Banner {
    guard let parts = Parts(label, levels: levels) else {
      return Banner(text: label, level: nil)
    }
    let level = levels[parts.level].name[language]
    return Banner(text: ([level] + parts.suffixes).joined(separator: "//"), level: parts.level)
  }

  /// The banner of a page that shows something of each of `labels`: the highest level, all the
  /// compartments, and the groups that are on every release list. The lowest level where there are
  /// no labels.
  func join(_ labels: some Sequence<String>, in language: String) -> Banner {
    var joined = Parts(level: 0)
    for label in Set(labels).sorted() {
      guard let parts = Parts(label, levels: levels) else { continue }
      joined.level = max(joined.level, parts.level)
      joined.compartments.formUnion(parts.compartments)
      if let groups = parts.groups {
        joined.groups = joined.groups.map { $0.intersection(groups) } ?? groups
      }
    }
    guard joined.level < levels.count else { return Banner(text: "", level: nil) }
    var label = [levels[joined.level].name[language]]
    let compartments = self.compartments.filter(joined.compartments.contains)
    if !compartments.isEmpty { label.append(compartments.joined(separator: "/")) }
    let groups = self.groups.filter { joined.groups?.contains($0) ?? false }
    if !groups.isEmpty { label.append("REL TO " + groups.joined(separator: ", ")) }
    return Banner(text: label.joined(separator: "//"), level: joined.level)
  }
}

/// A label taken apart, as far as showing it needs.
private struct Parts {
  var level: Int
  var compartments: Set<String> = []
  var groups: Set<String>?
  /// What stands behind the level, as it was written.
  var suffixes: [String] = []

  init(level: Int) { self.level = level }

  init?(_ label: String, levels: [NamedMark]) {
    var parts = label.split(separator: "//").map(String.init)
    guard let mark = parts.first, let index = levels.firstIndex(where: { $0.mark == mark }) else {
      return nil
    }
    level = index
    parts.removeFirst()
    suffixes = parts
    for part in parts {
      if part.hasPrefix("REL TO ") {
        groups = Set(part.dropFirst(7).split(separator: ", ").map(String.init))
      } else {
        compartments.formUnion(part.split(separator: "/").map(String.init))
      }
    }
  }
}
