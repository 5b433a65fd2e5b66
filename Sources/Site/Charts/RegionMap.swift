import Edition
import Template

/// The regions as a map of tiles: a list of links laid out by the theme's `regions.txt`.
///
/// It is drawn only where every region of the edition has a tile; otherwise a list says it all.
struct RegionMap {
  /// The fields of the tiles, in the order of the theme's map; empty where there is no map.
  let tiles: [Value]

  init(_ press: Press, _ shelf: Shelf) {
    let (tiles, cards) = (press.theme.tiles, press.cardWriter(shelf))
    let subjects = shelf.subjects(of: .regions)
    guard !subjects.isEmpty, subjects.allSatisfy({ tiles[$0.term.id] != nil }) else {
      self.tiles = []
      return
    }
    let byID = Dictionary(
      subjects.map { ($0.term.id, $0) }, uniquingKeysWith: { first, _ in first })
    let ordered = tiles.values.sorted { ($0.row, $0.column, $0.id) < ($1.row, $1.column, $1.id) }
    self.tiles = ordered.map { tile in
      let subject = byID[tile.id]
      let level = subject?.highest.flatMap { shelf.entries[$0].level }
      return .record([
        "column": .number(tile.column),
        "row": .number(tile.row),
        "code": .text(tile.id),
        "name": .text(subject?.term.name[shelf.language] ?? ""),
        "path": subject.map { .text($0.path) } ?? .none,
        "level": cards.level(level),
      ])
    }
  }
}
