import Edition
import Template

/// Impact against likelihood as a table in which one cell is marked: a step that officials are used
/// to. Made where the briefing gives both and its audience is not the open one.
struct ImpactMatrix {
  private let likelihood: Reading
  private let impact: Reading
  private let columns: [ScaleValue]
  private let rows: [ScaleValue]
  private let words: Words

  init?(_ entry: Entry, _ library: Library, _ words: Words) {
    let (threat, day) = (entry.briefing.threat, entry.briefing.issued)
    guard library.edition.policy.audience.showsBanner,
      let likelihood = library.scales.reading(.likelihood, threat.likelihood, on: day),
      let impact = library.scales.reading(.impact, threat.impact, on: day)
    else { return nil }
    columns = library.scales.values(.likelihood, around: likelihood, on: day)
    rows = library.scales.values(.impact, around: impact, on: day).reversed()
    guard columns.count <= 9, rows.count <= 9 else { return nil }
    self.likelihood = likelihood
    self.impact = impact
    self.words = words
  }

  /// The fields of the partial `matrix`.
  var value: Value {
    .record([
      "finding": .text(
        words.fill("matrixFinding", ["likelihood": name(likelihood), "impact": name(impact)])),
      "columns": .list(columns.map { .text($0.name[words.language]) }),
      "rows": .list(
        rows.map { row in
          .record([
            "name": .text(row.name[words.language]),
            "cells": .list(columns.map { .flag(isHere(row, $0)) }),
          ])
        }),
      "file": .text(AssessmentTable.file),
    ])
  }

  private func isHere(_ row: ScaleValue, _ column: ScaleValue) -> Bool {
    row.id == impact.value.id && column.id == likelihood.value.id
  }

  private func name(_ reading: Reading) -> String { reading.value.name[words.language] }
}
