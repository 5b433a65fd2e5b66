import Markdown
import Testing

@Suite("Anchors of headings")
struct AnchorNamesTests {
  @Test(
    "A text of ASCII gets the anchor that it has with a letter of another kind behind it",
    arguments: [
      "What is happening", "  A  b -- c  ", "1. First (2026)", "C++, C# & co.", "tab\tand\nline",
      "under_score", "UPPER lower 42nd",
    ])
  func ascii(text: String) {
    var names = AnchorNames()
    var others = AnchorNames()
    #expect(names.name(for: text) + "é" == others.name(for: text.trimmed + "é"))
  }

  @Test("Nothing that could be an anchor is 'section', and a second one is numbered")
  func empty() {
    var names = AnchorNames()
    #expect(names.name(for: "?!") == "section")
    #expect(names.name(for: "") == "section-2")
  }
}

extension String {
  /// The text without what would part the letter behind it from its last word.
  fileprivate var trimmed: String {
    var text = self[...]
    while let last = text.last, !last.isLetter, !last.isNumber { text.removeLast() }
    return String(text)
  }
}
