/// Where a region lies on the map of tiles.
struct Tile: Hashable, Sendable {
  /// The region's id.
  var id: String
  /// Column and row, counted from 1.
  var column: Int
  var row: Int

  /// Reads `ID COLUMN ROW` lines; a line that is not one is left out, and so is one that starts
  /// with `#`.
  static func parse(_ bytes: [UInt8]) -> [String: Tile] {
    var tiles: [String: Tile] = [:]
    for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
    where line.first != UInt8(ascii: "#") {
      let parts = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard parts.count == 3, let column = Int(parts[1]), let row = Int(parts[2]),
        (1...12).contains(column), (1...12).contains(row)
      else { continue }
      tiles[parts[0]] = Tile(id: parts[0], column: column, row: row)
    }
    return tiles
  }
}
