/// What an audience gets of a briefing, portion by portion.
///
/// It is read off what the door lets out: a portion is read where its number is on something
/// visible, and hidden behind a token where its number is on one. Nothing is decided here again.
public struct Account: Sendable {
  /// What an audience gets of a portion.
  public enum Fate: Hashable, Sendable {
    /// Its text, as this audience reads it, in released Markdown.
    case reads(String)
    /// A token stands for it, alone or with its neighbours.
    case token
  }

  /// Why the audience gets nothing of the briefing at all; nil where it is in the edition.
  public var absence: Absence?
  /// What the audience gets, by the portion's number; it gets nothing of a portion that is not here.
  public var fates: [Int: Fate] = [:]
  /// What became of the inline marks in the texts that are read, by their number.
  public var spans: [Int: SpanFate] = [:]
}

/// A text of the front matter as it was let through.
struct SeenField: Sendable {
  var text: [UInt8]
  var spans: [ReadSpan]
}

extension Account {
  /// The account of fields and blocks that were let through; texts of fields are given as `links`
  /// leaves them.
  init(fields: [Int: SeenField], blocks: [VisibleBlock], links: (String) -> String) {
    for (number, field) in fields {
      see([number], Array(links(String(decoding: field.text, as: UTF8.self)).utf8), field.spans)
    }
    read(blocks)
  }

  private mutating func see(_ numbers: [Int], _ text: [UInt8], _ read: [ReadSpan]) {
    for number in numbers { fates[number] = .reads(String(decoding: text, as: UTF8.self)) }
    for span in read { spans[span.number] = span.fate }
  }

  private mutating func hide(_ numbers: [Int]) { for number in numbers { fates[number] = .token } }

  private mutating func read(_ blocks: [VisibleBlock]) {
    for block in blocks {
      switch block.kind {
      case .token: hide(block.portions)
      case .paragraph(let text), .heading(_, _, let text), .code(_, let text):
        see(block.portions, text, block.spans)
      case .definition(let definition): see(block.portions, definition.destination, [])
      case .thematicBreak: see(block.portions, [], [])
      case .quote(let inner), .footnote(_, _, let inner): read(inner)
      case .list(_, _, let items):
        for item in items {
          see(item.portions, [], [])
          read(item.blocks)
        }
      case .table(let table):
        for cell in table.header + table.rows.flatMap(\.cells) {
          if cell.isToken {
            hide(cell.portions)
          } else {
            see(cell.portions, cell.text, cell.spans)
          }
        }
      }
    }
  }
}
