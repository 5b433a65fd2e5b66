import Edition

/// The regions as a map of tiles laid out by the theme's `regions.txt`: each tile with briefings is
/// a link that says the region's name and level.
///
/// It is drawn only where every region of the edition has a tile; otherwise a list says it all.
struct RegionMap {
  private static let width = 100
  private static let height = 84
  private static let gap = 6

  private let tiles: [Tile]
  private let subjects: [String: Subject]
  private let shelf: Shelf
  /// The way from the page to the language's folder.
  private let up: String

  /// The map for a page at `up` from its language's folder; nil where there is none.
  init?(_ press: Press, _ shelf: Shelf, up: String) {
    let all = shelf.subjects(of: .regions)
    let tiles = press.theme.tiles
    guard !all.isEmpty, all.allSatisfy({ tiles[$0.term.id] != nil }) else { return nil }
    self.tiles = tiles.values.sorted { ($0.row, $0.column, $0.id) < ($1.row, $1.column, $1.id) }
    subjects = Dictionary(all.map { ($0.term.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.shelf = shelf
    self.up = up
  }

  private var words: Words { shelf.words }

  /// The chart.
  var chart: Chart {
    Chart(
      id: "regions", title: words["mapTitle"], finding: finding, svg: svg,
      notes: [words["mapNote"]], caption: words["mapTable"],
      columns: [
        words["one.regions"], words["code"], words["threatLevel"], words["number"],
        words["steps"], words["standsNow"],
      ],
      rows: shelf.subjects(of: .regions).map { subject in
        let level = level(of: subject)
        return [
          Chart.Cell(name(subject), path: subject.path), Chart.Cell(subject.term.id),
          Chart.Cell(level?.value.name[words.language] ?? words["noLevel"]),
          Chart.Cell(level.map { String($0.number) } ?? ""),
          Chart.Cell(level.map { String($0.steps) } ?? ""),
          Chart.Cell(String(subject.current.count)),
        ]
      })
  }

  private func name(_ subject: Subject) -> String { subject.term.name[words.language] }

  private func level(of subject: Subject) -> Reading? {
    subject.highest.flatMap { shelf.entries[$0].level }
  }

  private var finding: String {
    let all = shelf.subjects(of: .regions)
    let top = all.compactMap { level(of: $0) }.max { $0.height < $1.height }
    guard let top else { return words["mapFindingNone"] }
    let regions = all.filter { level(of: $0)?.height == top.height }.map(name)
    return words.fill(
      regions.count > 4 ? "mapFindingMany" : "mapFinding",
      [
        "word": top.value.name[words.language], "regions": words.list(regions),
        "n": String(regions.count),
      ])
  }
}

// MARK: - Drawing

extension RegionMap {
  private var svg: [UInt8] {
    var markup = Markup()
    let columns = tiles.map(\.column).max() ?? 1
    let rows = tiles.map(\.row).max() ?? 1
    markup.raw("<svg class=\"tiles\" viewBox=\"0 0 ")
    markup.number(columns * (RegionMap.width + RegionMap.gap) - RegionMap.gap)
    markup.raw(" ")
    markup.number(rows * (RegionMap.height + RegionMap.gap) - RegionMap.gap)
    markup.raw("\" aria-labelledby=\"_regions-t\" aria-describedby=\"_regions-d\">")
    markup.describe(id: "regions", title: words["mapTitle"], description: finding)
    for tile in tiles { draw(tile, to: &markup) }
    markup.raw("</svg>")
    return markup.bytes
  }

  private func draw(_ tile: Tile, to markup: inout Markup) {
    let x = (tile.column - 1) * (RegionMap.width + RegionMap.gap)
    let y = (tile.row - 1) * (RegionMap.height + RegionMap.gap)
    guard let subject = subjects[tile.id] else {
      markup.raw("<g class=\"tile empty\" aria-hidden=\"true\">")
      box("tile-box", x, y, RegionMap.height, to: &markup)
      text("tile-code", tile.id, x, y + 50, to: &markup)
      markup.raw("</g>")
      return
    }
    let level = level(of: subject)
    markup.raw("<a class=\"tile")
    if let level {
      markup.raw(" rank-")
      markup.number(level.rank)
    }
    markup.raw("\"")
    markup.attribute("href", up + subject.path)
    markup.attribute("aria-label", label(subject, level))
    markup.raw(">")
    box("tile-box", x, y, RegionMap.height, to: &markup)
    if level != nil { box("tile-rank", x, y, 7, to: &markup) }
    text("tile-code", tile.id, x, y + (level == nil ? 50 : 32), to: &markup)
    let lines = RegionMap.lines(name(subject))
    for (index, line) in lines.enumerated() {
      text("tile-name", line, x, y + 21 + 13 * index, to: &markup)
    }
    if let level { text("tile-number", String(level.number), x, y + 77, to: &markup) }
    markup.raw("</a>")
  }

  private func label(_ subject: Subject, _ level: Reading?) -> String {
    guard let level else { return name(subject) }
    let of = words.fill("levelOf", ["n": String(level.number), "steps": String(level.steps)])
    return "\(name(subject)): \(level.value.name[words.language]), \(of)"
  }

  private func box(
    _ name: StaticString, _ x: Int, _ y: Int, _ height: Int, to markup: inout Markup
  ) {
    markup.raw("<rect class=\"")
    markup.raw(name)
    markup.raw("\"")
    markup.attribute("x", String(x))
    markup.attribute("y", String(y))
    markup.attribute("width", String(RegionMap.width))
    markup.attribute("height", String(height))
    markup.raw("/>")
  }

  private func text(
    _ name: StaticString, _ text: String, _ x: Int, _ y: Int, to markup: inout Markup
  ) {
    markup.raw("<text class=\"")
    markup.raw(name)
    markup.raw("\" text-anchor=\"middle\"")
    markup.attribute("x", String(x + RegionMap.width / 2))
    markup.attribute("y", String(y))
    markup.raw(">")
    markup.text(text)
    markup.raw("</text>")
  }

  /// A name in lines of at most 14 letters, broken at spaces and behind hyphens; three at most.
  static func lines(_ name: String) -> [String] {
    var parts: [String] = [""]
    for character in name {
      if character == " " {
        parts.append(" ")
      } else {
        parts[parts.count - 1].append(character)
        if character == "-" { parts.append("") }
      }
    }
    var lines: [String] = [""]
    for part in parts {
      if lines[lines.count - 1].count + part.count > 14, !lines[lines.count - 1].isEmpty {
        lines.append(part.first == " " ? String(part.dropFirst()) : part)
      } else {
        lines[lines.count - 1] += part
      }
    }
    return Array(lines.prefix(3))
  }
}
