/// Writes a briefing as a file.
struct PaperSource {
  let house: House

  /// The text of the file.
  func text(_ paper: Paper) -> String {
    let depth = paper.path.split(separator: "/").count - 2
    let runs = RunSource(
      house: house, images: String(repeating: "../", count: depth) + "images/")
    let lines =
      ["---"] + administration(paper) + FieldSource(runs: runs).lines(paper.fields) + ["---"]
      + BodySource(runs: runs).lines(paper.body)
    return lines.joined(separator: "\n") + "\n"
  }

  private func administration(_ paper: Paper) -> [String] {
    var lines = [
      "id: \(paper.id)", "kind: \(paper.kind)", "language: \(paper.language)",
      "status: \(paper.status)", "issued: \(World.date(paper.issued))",
      "classification: \"\(paper.classification.text(in: house))\"",
    ]
    if let unmarked = paper.unmarked { lines.append("unmarked: \"\(unmarked.text(in: house))\"") }
    if let readers = paper.readers {
      lines.append("audiences: [\(readers.joined(separator: ", "))]")
    }
    if let expires = paper.expires { lines.append("expires: \(World.date(expires))") }
    if let day = paper.embargo[""] {
      lines.append("embargo: \(World.date(day))")
    } else if !paper.embargo.isEmpty {
      lines.append("embargo:")
      for (name, day) in paper.embargo.sorted(by: { $0.key < $1.key }) {
        lines.append("  \(name): \(World.date(day))")
      }
    }
    if !paper.downgrades.isEmpty { lines.append("downgrade:") }
    for entry in paper.downgrades {
      lines.append(
        "  - {date: \(World.date(entry.day)), from: \"\(house.levels[entry.from].id)\", "
          + "to: \"\(house.levels[entry.to].id)\"}")
    }
    if let readers = paper.compilation {
      lines.append("compilation:")
      lines.append("  reason: together they say more")
      if !readers.isEmpty { lines.append("  release-to: [\(readers.joined(separator: ", "))]") }
    }
    if let remarks = paper.remarks { lines.append("remarks: \(remarks)") }
    return lines
  }
}
