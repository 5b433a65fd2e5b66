import Diagnostics

/// The bytes of a template, and the places in it that messages name.
struct SourceText: Sendable {
  /// Path of the file, for messages.
  let file: String
  /// The text in UTF-8, without a byte order mark.
  let bytes: [UInt8]

  init(_ source: TemplateSource) {
    file = source.file
    let all = Array(source.text.utf8)
    bytes = all.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(all.dropFirst(3)) : all
  }

  /// Whether there is a space or a tab at `offset`.
  func isBlank(at offset: Int) -> Bool {
    offset < bytes.count && (bytes[offset] == UInt8(ascii: " ") || bytes[offset] == 0x09)
  }

  /// Whether a line begins at `offset`.
  func isLineStart(_ offset: Int) -> Bool {
    offset == 0 || bytes[offset - 1] == UInt8(ascii: "\n")
  }

  /// The text of a range of bytes.
  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The line and column of a byte.
  func place(at offset: Int) -> Place {
    let before = bytes[..<offset]
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let scalars = before[start...].count { $0 & 0xC0 != 0x80 }
    return Place(file, line: line, column: scalars + 1)
  }

  /// The line that a byte is on, without its line ending.
  func line(at offset: Int) -> String {
    let newline = UInt8(ascii: "\n")
    let start = bytes[..<offset].lastIndex(of: newline).map { $0 + 1 } ?? 0
    var end = bytes[offset...].firstIndex(of: newline) ?? bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return string(start..<end)
  }

  /// A finding about the tag at `offset`.
  func diagnostic(
    _ code: String, _ severity: Diagnostic.Severity = .error, at offset: Int, _ message: String,
    help: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      code, severity, at: place(at: offset), message, help: help, excerpt: line(at: offset))
  }
}
