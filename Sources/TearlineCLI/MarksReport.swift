internal import JSON
internal import Pipeline

/// Statistics of marks as tables and as JSON.
struct MarksReport {
  private let statistics: MarkStatistics

  /// The report of these statistics.
  init(_ statistics: MarkStatistics) { self.statistics = statistics }

  private var total: Int { statistics.labels.reduce(0) { $0 + $1.count } }

  /// Tables for a terminal of this width; as wide as they are for nil.
  func text(width: Int?) -> String {
    let briefings = statistics.briefings == 1 ? "1 briefing" : "\(statistics.briefings) briefings"
    let portions = total == 1 ? "1 portion" : "\(total) portions"
    var parts = ["\(briefings), \(portions), as of \(statistics.asOf)\n"]
    parts.append(counts("label", statistics.labels, width))
    parts.append(counts("rule", statistics.rules, width))
    parts.append(counts("ground", statistics.grounds, width))
    parts.append(folders(width))
    parts.append(candidates(width))
    parts.append(changes(width))
    return parts.joined(separator: "\n")
  }

  private func counts(_ name: String, _ counts: [MarkStatistics.Count], _ width: Int?) -> String {
    var table = TextTable([name, "portions", "share"], texts: [0])
    let sum = counts.reduce(0) { $0 + $1.count }
    for count in counts {
      table.add([count.name, "\(count.count)", share(count.count, of: sum)])
    }
    return table.text(width: width, numbers: [1, 2])
  }

  private func share(_ count: Int, of sum: Int) -> String {
    let tenths = sum == 0 ? 0 : (count * 1000 + sum / 2) / sum
    return "\(tenths / 10).\(tenths % 10)%"
  }

  private func folders(_ width: Int?) -> String {
    let header = ["folder", "briefings", "portions", "above \(statistics.lowest)", "share"]
    var table = TextTable(header, paths: [0])
    for folder in statistics.folders {
      table.add([
        folder.path, "\(folder.briefings)", "\(folder.portions)", "\(folder.restricted)",
        share(folder.restricted, of: folder.portions),
      ])
    }
    return table.text(width: width, numbers: [1, 2, 3, 4])
  }

  private func candidates(_ width: Int?) -> String {
    guard !statistics.candidates.isEmpty else { return "nothing that may be marked too high\n" }
    var table = TextTable(
      ["may be too high", "portion", "label", "because"], paths: [0], texts: [1, 3])
    for candidate in statistics.candidates {
      table.add([
        "\(candidate.path):\(candidate.line)", candidate.name, candidate.label, candidate.reason,
      ])
    }
    return table.text(width: width)
  }

  private func changes(_ width: Int?) -> String {
    guard !statistics.changes.isEmpty else { return "nothing falls free within a year\n" }
    var table = TextTable(["falls free", "briefing", "what", "portions"], paths: [1], texts: [2])
    for change in statistics.changes {
      table.add([change.date, change.path, change.what, "\(change.portions)"])
    }
    return table.text(width: width, numbers: [3])
  }

  /// Everything, for other programs.
  var json: JSON {
    func counts(_ counts: [MarkStatistics.Count]) -> JSON {
      .array(
        counts.map { .members(["name": .string($0.name), "portions": .number($0.count)]) })
    }
    return .members([
      "asOf": .string(statistics.asOf),
      "briefings": .number(statistics.briefings),
      "labels": counts(statistics.labels),
      "rules": counts(statistics.rules),
      "grounds": counts(statistics.grounds),
      "folders": .array(
        statistics.folders.map {
          .members([
            "folder": .string($0.path), "briefings": .number($0.briefings),
            "portions": .number($0.portions), "restricted": .number($0.restricted),
          ])
        }),
      "candidates": .array(
        statistics.candidates.map {
          .members([
            "file": .string($0.path), "line": .number($0.line), "portion": .string($0.name),
            "label": .string($0.label), "because": .string($0.reason),
          ])
        }),
      "changes": .array(
        statistics.changes.map {
          .members([
            "date": .string($0.date), "file": .string($0.path), "what": .string($0.what),
            "portions": .number($0.portions),
          ])
        }),
    ])
  }
}
