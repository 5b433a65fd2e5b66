internal import Diagnostics
internal import Manuscript

/// A reference to a footnote or to a link definition that is not there, which would be printed with
/// its brackets.
struct UnknownDefinition: Rule {
  let about = RuleDescription(
    code: "link/unknown-definition", severity: .warning,
    summary: "a reference to a footnote or a link definition that is not there")

  func review(_ paper: Paper, _ report: inout Report) {
    var defined: Definitions?
    for passage in paper.passages
    where passage.kind != .code
      && (passage.text.hasMarks || passage.bytes.contains(UInt8(ascii: "[")))
    {
      let known: Definitions
      if passage.isBody {
        known = defined ?? Definitions(of: paper.source.body.parts)
        defined = known
      } else {
        known = Definitions()
      }
      var found: Set<Found> = []
      for variant in passage.text.readings ?? [passage.text.full, passage.text.leastCleared] {
        for reference in DefinitionUse(variant, known).unknown {
          let before = variant[..<reference.offset].count { $0 == 0x0A }
          found.insert(Found(kind: reference.kind, line: passage.line + before))
        }
      }
      for one in found {
        let (message, help) = Self.words(one.kind, isBody: passage.isBody)
        report.add(at: paper.place(line: one.line), message, help: help)
      }
    }
  }

  private struct Found: Hashable {
    var kind: DefinitionUse.Kind
    var line: Int
  }

  private static func words(
    _ kind: DefinitionUse.Kind, isBody: Bool
  ) -> (message: String, help: String) {
    switch (kind, isBody) {
    case (.link, true):
      (
        "a reference to a link definition that this briefing does not have",
        "add '[label]: address' on a line of its own, or write '[words](address)'"
      )
    case (.footnote, true):
      (
        "a reference to a footnote that this briefing does not have",
        "add the footnote, '[^1]: text', on a line of its own, or take the reference out"
      )
    case (.link, false):
      (
        "a reference to a link definition in a field, where none is used",
        "write '[words](address)'"
      )
    case (.footnote, false):
      (
        "a reference to a footnote in a field, where none is used",
        "write the note into the body, or take the reference out"
      )
    }
  }
}
