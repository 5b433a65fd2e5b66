/// What is refused before it is parsed, because cmark-gfm would take quadratic time over it or
/// because no briefing needs it.
///
/// Debian's 0.29.0.gfm.6 has CVE-2023-22483, 22486, 24824 and 37463 open; with these caps the worst
/// document found takes half a second.
public enum Limits {
  /// Bytes in a document.
  public static let document = 256 * 1024
  /// Bytes that are read of a file before it is known what it is.
  public static let file = released(document)
  /// Bytes in a line.
  public static let line = 8 * 1024
  /// Bytes in a run of lines without a blank one.
  public static let run = 16 * 1024
  /// Container markers at the start of a line.
  public static let nesting = 24
  /// Columns of a table.
  public static let columns = 32
  /// `[` in a run of lines without a blank one; and `<!` and `<?`, of which each is looked for its end.
  public static let brackets = 500

  /// Something over a limit.
  public struct Excess: Hashable, Sendable {
    /// What comes behind `limit/` in the code.
    public var code: String
    /// The line, counted from 0.
    public var line: Int
    /// What is wrong.
    public var message: String
  }

  /// A limit as it holds for a released publication, in which marks stand in front of texts and lists come
  /// together that something parted.
  static func released(_ limit: Int) -> Int { limit + limit / 4 }

  /// All that is over a limit in these lines.
  ///
  /// - Parameter isReleased: whether they are of a released publication.
  public static func excesses(in lines: [SourceLine], isReleased: Bool = false) -> [Excess] {
    func most(_ limit: Int) -> Int { isReleased ? released(limit) : limit }
    let (mostOfLine, mostOfRun, mostBrackets) = (
      most(Limits.line), most(Limits.run), most(brackets)
    )
    var result: [Excess] = []
    var run = 0
    var open = 0
    var declarations = 0
    for line in lines {
      if line.bytes.count > mostOfLine {
        result.append(
          Excess(
            code: "line", line: line.number,
            message: "line of \(line.bytes.count) bytes; at most \(mostOfLine) are read"))
      }
      if nestingMarkers(of: line.bytes) > nesting {
        result.append(
          Excess(
            code: "nesting", line: line.number,
            message: "more than \(nesting) lists and quotes open on one line"))
      }
      if isWideDelimiter(line.bytes) {
        result.append(
          Excess(
            code: "columns", line: line.number,
            message: "a table of more than \(columns) columns"))
      }
      let isBlank = line.isBlank
      let before = (run, open, declarations)
      run = isBlank ? 0 : run + line.bytes.count + 1
      open = isBlank ? 0 : open + line.bytes.count { $0 == UInt8(ascii: "[") }
      if run > mostOfRun, before.0 <= mostOfRun {
        result.append(
          Excess(
            code: "run", line: line.number,
            message: "more than \(mostOfRun) bytes without a blank line"))
      }
      if open > mostBrackets, before.1 <= mostBrackets {
        result.append(
          Excess(
            code: "brackets", line: line.number,
            message: "more than \(mostBrackets) '[' without a blank line"))
      }
      declarations = isBlank ? 0 : declarations + Limits.declarations(in: line.bytes)
      if declarations > mostBrackets, before.2 <= mostBrackets {
        result.append(
          Excess(
            code: "brackets", line: line.number,
            message: "more than \(mostBrackets) '<!' and '<?' without a blank line"))
      }
    }
    return result
  }

  private static func declarations(in line: ArraySlice<UInt8>) -> Int {
    guard line.contains(UInt8(ascii: "<")) else { return 0 }
    return zip(line, line.dropFirst()).count { $0 == UInt8(ascii: "<") && "!?".utf8.contains($1) }
  }

  /// What is over the limit of a document of so many bytes; nil where nothing is.
  public static func excess(ofFile count: Int, isReleased: Bool = false) -> Excess? {
    let most = isReleased ? released(document) : document
    guard count > most else { return nil }
    return Excess(
      code: "document", line: 0, message: "file of \(count) bytes; at most \(most) are read")
  }

  /// What is over the limit of a run in a text that stands by itself; nil where nothing is.
  public static func excess(in text: String, isReleased: Bool = false) -> Excess? {
    let most = isReleased ? (released(Limits.run), released(brackets)) : (Limits.run, brackets)
    if text.utf8.count > most.0 {
      return Excess(code: "run", line: 0, message: "a text of more than \(most.0) bytes")
    }
    if text.utf8.count(where: { $0 == UInt8(ascii: "[") }) > most.1 {
      return Excess(code: "brackets", line: 0, message: "a text with more than \(most.1) '['")
    }
    return nil
  }

  /// Whether a line, perhaps behind the markers of quotes and lists, is what stands under the header of
  /// a table with too many columns: cmark-gfm fills up each row of one.
  private static func isWideDelimiter(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count(where: { $0 == UInt8(ascii: "|") }) > columns + 1 else { return false }
    let row = line.drop { "> \t*+.)0123456789".utf8.contains($0) }
    return row.contains(UInt8(ascii: "-")) && row.allSatisfy { "|:- \t".utf8.contains($0) }
  }

  /// How many quotes and list items the start of a line could open.
  private static func nestingMarkers(of line: ArraySlice<UInt8>) -> Int {
    var count = 0
    var rest = line
    while true {
      rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
      guard let first = rest.first else { return count }
      if first == UInt8(ascii: ">") {
        rest = rest.dropFirst()
      } else {
        let digits = rest.prefix { (0x30...0x39).contains($0) }.count
        let marker = rest.dropFirst(digits).first
        let isBullet = digits == 0 && [0x2D, 0x2B, 0x2A].contains(marker ?? 0)
        let isNumber = digits > 0 && (marker == 0x2E || marker == 0x29)
        let next = rest.dropFirst(digits + 1).first
        guard isBullet || isNumber, next == nil || next == 0x20 || next == 0x09 else {
          return count
        }
        rest = rest.dropFirst(digits + 1)
      }
      count += 1
    }
  }
}
