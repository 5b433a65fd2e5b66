/// Writes a policy as a file.
struct HouseSource {
  let house: House

  /// The text of `publication.yml`.
  var text: String {
    var lines = [
      "title: \(house.title)", "publisher: {name: \(house.publisher)}",
      "languages: [\(house.languages.joined(separator: ", "))]", "classification:", "  levels:",
    ]
    lines += house.levels.map(mark)
    if !house.compartments.isEmpty { lines += ["  compartments:"] + house.compartments.map(mark) }
    if !house.groups.isEmpty { lines += ["  groups:"] + house.groups.map(mark) }
    if !house.grounds.isEmpty {
      lines += ["  grounds:"] + house.grounds.map { "    \($0.id): \($0.name)" }
    }
    lines.append("audiences:")
    lines += house.readers.flatMap(reader)
    lines += ["scales:", "  threat-level:"]
    if house.hasFormerScale { lines += HouseSource.formerScale }
    lines += HouseSource.scales
    if !house.moreKinds.isEmpty {
      let kinds = ["assessment", "advisory", "alert", "bulletin"] + house.moreKinds
      lines.append("kinds: [\(kinds.joined(separator: ", "))]")
    }
    for field in ["topics", "sectors", "regions", "interests"] {
      let terms = house.terms(field)
      if !terms.isEmpty { lines += ["\(field):"] + terms.map { "  \($0.id): \($0.name)" } }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func mark(_ term: House.Term) -> String {
    "    - {mark: \"\(term.id)\", name: \(term.name)}"
  }

  private func reader(_ reader: Reader) -> [String] {
    func list(_ positions: Set<Int>, _ terms: [House.Term]) -> String {
      "[" + positions.sorted().map { "\"\(terms[$0].id)\"" }.joined(separator: ", ") + "]"
    }
    var lines = [
      "  \(reader.id):", "    name: \(reader.name)",
      "    clearance: \"\(house.levels[reader.level].id)\"",
      "    compartments: \(list(reader.compartments, house.compartments))",
      "    groups: \(list(reader.groups, house.groups))",
      "    redaction: \(reader.seesTokens ? "mark" : "omit")",
      "    portion-marks: \(reader.seesMarks ? "show" : "hide")",
    ]
    if reader.keepsSentences { lines.append("    inline: token") }
    if reader.hasAddress { lines.append("    base-url: https://\(reader.id).example/") }
    return lines
  }

  private static let formerScale = [
    "    - since: 2009-01-01", "      values:", "        - {id: green, name: Green}",
    "        - {id: amber, name: Amber}",
  ]

  private static let scales = [
    "    - since: 2016-07-01", "      values:",
    "        - {id: minimal, name: Minimal}", "        - {id: limited, name: Limited}",
    "        - {id: substantial, name: Substantial}", "        - {id: critical, name: Critical}",
    "  confidence:", "    - since: 2016-07-01", "      values:", "        - {id: low, name: Low}",
    "        - {id: moderate, name: Moderate}", "  impact:", "    - since: 2016-07-01",
    "      values:", "        - {id: minor, name: Minor}", "        - {id: major, name: Major}",
  ]
}
