import Edition
import Template

/// Impact against likelihood as a table in which one cell is marked: a step that officials are used
/// to. Made where the briefing gives both and its audience is not the open one.
struct ImpactMatrix {
  /// The fields of the partial `matrix`.
  let value: Value

  init?(_ entry: Entry, _ library: Library, _ words: Words) {
    let (threat, day) = (entry.briefing.threat, entry.briefing.issued)
    guard library.edition.policy.audience.showsBanner,
      let likelihood = library.scales.reading(.likelihood, threat.likelihood, on: day),
      let impact = library.scales.reading(.impact, threat.impact, on: day),
      let columns = library.scales[.likelihood]?.version(on: day)?.values,
      let rows = library.scales[.impact]?.version(on: day)?.values,
      columns.count <= 9, rows.count <= 9
    else { return nil }
    let language = words.language
    value = .record([
      "finding": .text(
        words.fill(
          "matrixFinding",
          [
            "likelihood": likelihood.value.name[language],
            "impact": impact.value.name[language],
          ])),
      "columns": .list(columns.map { .text($0.name[language]) }),
      "rows": .list(
        rows.reversed().map { row in
          .record([
            "name": .text(row.name[language]),
            "cells": .list(
              columns.map { column in
                .flag(row.id == impact.value.id && column.id == likelihood.value.id)
              }),
          ])
        }),
    ])
  }
}
