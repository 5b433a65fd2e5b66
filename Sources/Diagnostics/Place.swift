/// Where a finding is: a file, and perhaps a line and a column in it.
public struct Place: Hashable, Sendable, Codable {
  /// Path relative to the publication's folder, with `/` between its parts.
  public var file: String
  /// Line, counted from 1; nil where the finding is about the whole file.
  public var line: Int?
  /// Column in Unicode scalars, counted from 1.
  public var column: Int?

  /// A place in `file`.
  public init(_ file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }
}

extension Place: Comparable {
  /// Orders by file, then line, then column; a whole file comes before its lines.
  public static func < (a: Place, b: Place) -> Bool {
    if a.file != b.file { return a.file.precedesInBytes(b.file) }
    if a.line != b.line { return (a.line ?? 0) < (b.line ?? 0) }
    return (a.column ?? 0) < (b.column ?? 0)
  }
}

extension Place: CustomStringConvertible {
  /// `file`, `file:line` or `file:line:column`, as compilers print it.
  public var description: String {
    guard let line else { return file }
    guard let column else { return "\(file):\(line)" }
    return "\(file):\(line):\(column)"
  }
}
