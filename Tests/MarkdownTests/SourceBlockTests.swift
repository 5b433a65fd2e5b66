import Testing

@testable import Markdown

@Suite("Blocks with their source")
struct SourceBlockTests {
  /// A short picture of blocks, with the text that is left of each line.
  private func picture(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
      SourceLine(number: $0, bytes: Array($1.utf8)[...])
    }
    return SourceBlockReader.blocks(of: lines).map(picture).joined(separator: " ")
  }

  private func picture(_ block: SourceBlock) -> String {
    func text(_ lines: [SourceLine]) -> String {
      lines.map { String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: "|")
    }
    func row(_ row: SourceRow) -> String {
      row.cells.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ";")
    }
    switch block.kind {
    case .paragraph(let lines): return "p<\(text(lines))>"
    case .heading(let level, let setext, let lines):
      return "h\(level)\(setext ? "s" : "")<\(text(lines))>"
    case .code(let info, let lines, let fenced, let closed):
      return "code\(fenced ? "" : "-indented")\(closed ? "" : "-open")<\(info):\(text(lines))>"
    case .thematicBreak: return "hr"
    case .html: return "html"
    case .misreadTask: return "task?"
    case .list(let ordered, let marker, let items):
      let inner = items.map { item in
        (item.task.map { $0 ? "x:" : "o:" } ?? "") + item.blocks.map(picture).joined(separator: " ")
      }
      let sign = String(UnicodeScalar(marker))
      return "\(ordered ? "ol" : "ul")\(sign)[\(inner.joined(separator: ", "))]"
    case .quote(let blocks): return "q[\(blocks.map(picture).joined(separator: " "))]"
    case .table(let table):
      return "t[\(row(table.header)) / \(table.rows.map(row).joined(separator: " / "))]"
    case .footnote(let label, _, let blocks):
      return "fn-\(label)[\(blocks.map(picture).joined(separator: " "))]"
    case .definitions(let lines): return "def<\(text(lines))>"
    }
  }

  @Test(arguments: [
    ("a\nb\n\nc", "p<a|b> p<c>"),
    ("# H #\nx", "h1<H> p<x>"),
    ("#", "h1<>"),
    ("H\ni\n===\nx", "h1s<H|i> p<x>"),
    ("H\n---\n[x]: /u", "h2s<H> def<[x]: /u>"),
    ("- a\n  b\n- c\n\n  d", "ul-[p<a|b>, p<c> p<d>]"),
    ("- a\nlazy", "ul-[p<a|lazy>]"),
    ("- - a\n  - b", "ul-[ul-[p<a>, p<b>]]"),
    ("10) a\n    b", "ol)[p<a|b>]"),
    ("- [x] done\n- [ ] open", "ul-[x:p<done>, o:p<open>]"),
    ("> a\n> b\nlazy", "q[p<a|b|lazy>]"),
    ("> - a\n>   - b", "q[ul-[p<a> ul-[p<b>]]]"),
    ("-\ta\n\n\tb", "ul-[p<a> p<b>]"),
    ("- a\n\n      code", "ul-[p<a> code-indented-open<:code>]"),
    ("```sw\na\n\n b\n```", "code<sw:a|| b>"),
    ("~~~\na", "code-open<:a>"),
    ("| a | b |\n| - | - |\n| 1 \\| 2 | 3 |", "t[a;b / 1 | 2;3]"),
    ("a | b\n--|--\n1 | 2\n\nx", "t[a;b / 1;2] p<x>"),
    ("para\n| a |\n| - |\n| 1 |", "p<para> t[a / 1]"),
    ("[^a]: one\n\n    two\n\nx", "fn-a[p<one> p<two>] p<x>"),
    ("x[^a]\n\n[^a]: one\n[^b]: two\nlazy", "p<x[^a]> fn-a[p<one>] fn-b[p<two|lazy>]"),
    ("[x]: /u\n  'title'\n[y]: /v", "def<[x]: /u|  'title'|[y]: /v>"),
    ("a  \nb", "p<a  |b>"),
    ("a\n***\nb", "p<a> hr p<b>"),
    ("<div>\nx\n</div>", "html"),
    ("- # H\n  x", "ul-[h1<H> p<x>]"),
    ("1. ```\n   a\n   ```", "ol.[code<:a>]"),
  ])
  func reads(text: String, wanted: String) {
    #expect(picture(text) == wanted)
  }

  @Test func oneThreadOrEightGiveTheSameTrees() async {
    let text = Array(
      "# H\n\n- a\n  - b\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1] x\n\n[^1]: y\n".utf8)
    let wanted = Parser.parse(text).plainText
    let trees = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask { (0..<500).count { _ in Parser.parse(text).plainText != wanted } }
      }
      return await group.reduce(0, +)
    }
    #expect(trees == 0)
  }
}
