import Template

/// A chart as readers get it: what it shows in words, the drawing, and the same as a table and as a
/// file.
struct Chart {
  /// A cell of the table.
  struct Cell {
    /// What the page shows.
    var text: String
    /// What the file holds; nil for the same.
    var data: String?
    /// Where it leads, seen from the language's folder; empty for nowhere.
    var path = ""

    init(_ text: String, data: String? = nil, path: String = "") {
      self.text = text
      self.data = data
      self.path = path
    }
  }

  /// Names its parts on the page, and its file: letters and hyphens.
  let id: String
  let title: String
  /// What it shows, in a sentence.
  let finding: String
  let svg: [UInt8]
  /// What stands under the left and the right end of the drawing.
  var ends: (from: String, until: String)?
  /// What the drawing needs to be understood.
  var notes: [String] = []
  /// The caption of the table.
  let caption: String
  let columns: [String]
  /// The rows of the table; the first cell of each is its head.
  let rows: [[Cell]]
  /// Rows that only the file has.
  var moreRows: [[Cell]] = []
  /// The name of the file; nil where it is that of the chart.
  var sharedFile: String?

  /// The fields of the partial `chart`.
  ///
  /// - Parameter folder: the way to the folder of its file; empty where that is the page's own.
  func value(at folder: String = "") -> Value {
    .record([
      "id": .text(id), "chartTitle": .text(title), "finding": .text(finding), "svg": .html(svg),
      "from": ends.map { .text($0.from) } ?? .none,
      "until": ends.map { .text($0.until) } ?? .none,
      "notes": .list(notes.map { .text($0) }),
      "caption": .text(caption),
      "columns": .list(columns.map { .text($0) }),
      "rows": .list(
        rows.map { row in
          .record([
            "head": row.first.map(value) ?? .none,
            "cells": .list(row.dropFirst().map(value)),
          ])
        }),
      "file": .text(folder + file),
    ])
  }

  /// The file of its table.
  ///
  /// - Parameter folder: the folder it belongs to, relative to the edition's.
  func csv(in folder: String) -> Page {
    Page(
      path: folder + file,
      bytes: CSV.bytes([columns] + (rows + moreRows).map { $0.map { $0.data ?? $0.text } }))
  }

  private var file: String { sharedFile ?? "\(id).csv" }

  private func value(_ cell: Cell) -> Value {
    .record(["text": .text(cell.text), "path": .text(cell.path)])
  }
}
