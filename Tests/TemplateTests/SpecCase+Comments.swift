import Template

extension SpecCase {
  static let comments: [SpecCase] = [
    SpecCase("Inline", "12345{{! Comment Block! }}67890", writes: "1234567890"),
    SpecCase(
      "Multiline", "12345{{!\n  This is a\n  multi-line comment...\n}}67890\n",
      writes: "1234567890\n"),
    SpecCase("Standalone", "Begin.\n{{! Comment Block! }}\nEnd.\n", writes: "Begin.\nEnd.\n"),
    SpecCase(
      "Indented standalone", "Begin.\n  {{! Indented Comment Block! }}\nEnd.\n",
      writes: "Begin.\nEnd.\n"),
    SpecCase(
      "Standalone line endings", "|\r\n{{! Standalone Comment }}\r\n|", writes: "|\r\n|"),
    SpecCase(
      "Standalone without previous line", "  {{! I'm Still Standalone }}\n!", writes: "!"),
    SpecCase("Standalone without newline", "!\n  {{! I'm Still Standalone }}", writes: "!\n"),
    SpecCase(
      "Multiline standalone", "Begin.\n{{!\nSomething's going on here...\n}}\nEnd.\n",
      writes: "Begin.\nEnd.\n"),
    SpecCase(
      "Indented multiline standalone",
      "Begin.\n  {{!\n    Something's going on here...\n  }}\nEnd.\n",
      writes: "Begin.\nEnd.\n"),
    SpecCase("Indented inline", "  12 {{! 34 }}\n", writes: "  12 \n"),
    SpecCase(
      "Surrounding whitespace", "12345 {{! Comment Block! }} 67890", writes: "12345  67890"),
    SpecCase(
      "Variable name collision", ["! comment": 1, "comment": 4], "comments: [{{! comment }}]",
      writes: "comments: []"),
    SpecCase("Tags in a comment", "[{{! {{name }}]", writes: "[]"),
  ]
}
