/// A piece of a site that can be made by itself.
enum Unit: Hashable, Sendable {
  /// Style, script, images, and the texts for machines.
  case files
  /// The edition's first page and its page for wrong addresses.
  case root
  /// The home page of a shelf, its feeds and its plain pages.
  case front(shelf: Int)
  /// The list of a vocabulary.
  case index(shelf: Int, Vocabulary)
  /// A topic, sector or region, by its place in the list.
  case subject(shelf: Int, Vocabulary, Int)
  /// The archive's first page, and what changed.
  case archive(shelf: Int)
  /// A year of the archive, by its place.
  case year(shelf: Int, Int)
  /// The search page of a shelf.
  case search(shelf: Int)
  /// A briefing in one language, by its place in the edition.
  case briefing(Int)

  /// The units of a site, in the order of its pages.
  static func all(of press: Press) -> [Unit] {
    var units: [Unit] = [.files, .root]
    for (number, shelf) in press.shelves.enumerated() {
      units.append(.front(shelf: number))
      for vocabulary in Vocabulary.allCases {
        let subjects = shelf.subjects(of: vocabulary)
        guard !subjects.isEmpty else { continue }
        units.append(.index(shelf: number, vocabulary))
        units += subjects.indices.map { .subject(shelf: number, vocabulary, $0) }
      }
      units.append(.archive(shelf: number))
      units += shelf.years.indices.map { .year(shelf: number, $0) }
      if press.options.search { units.append(.search(shelf: number)) }
    }
    return units + press.library.entries.indices.map { .briefing($0) }
  }
}
