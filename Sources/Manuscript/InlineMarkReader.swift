internal import Diagnostics
internal import Marking

/// Finds inline marks in a text, before any Markdown is read.
struct InlineMarkReader {
  let labels: LabelReader

  /// Something wrong with a mark.
  struct Fault {
    var code: String
    /// Offset in the text, in bytes.
    var offset: Int
    var message: String
    var help: String
  }

  /// The text taken apart, and what is wrong with it.
  func read(_ bytes: [UInt8]) -> (text: InlineText, faults: [Fault]) {
    guard bytes.contains(UInt8(ascii: "{")) else { return (InlineText(bytes), []) }
    var pass = Pass(labels: labels, bytes: bytes[...], base: 0)
    pass.walk()
    return (pass.result, pass.faults)
  }

  /// One walk over a text; a substitute is walked by a pass of its own.
  struct Pass {
    let labels: LabelReader
    let bytes: ArraySlice<UInt8>
    let base: Int
    var faults: [Fault] = []
    /// An open bracket and what has been read since; the first frame is the text itself.
    var frames: [(open: Int, pieces: [InlineText.Piece])] = [(-1, [])]
    var run: [UInt8] = []
    /// The last brace of which something was said; that it marks nothing follows.
    var reported = -1

    init(labels: LabelReader, bytes: ArraySlice<UInt8>, base: Int) {
      self.labels = labels
      self.bytes = bytes
      self.base = base
    }

    var result: InlineText {
      InlineText(pieces: frames[0].pieces)
    }

    mutating func walk() {
      var index = bytes.startIndex
      while index < bytes.endIndex {
        switch bytes[index] {
        case UInt8(ascii: "\\"): index = escape(at: index)
        case UInt8(ascii: "["):
          flush()
          frames.append((index, []))
          index += 1
        case UInt8(ascii: "]"): index = close(at: index)
        case UInt8(ascii: "{"):
          reportStray(at: index)
          run.append(bytes[index])
          index += 1
        default:
          run.append(bytes[index])
          index += 1
        }
      }
      while frames.count > 1 { unwind() }
      flush()
    }

    private mutating func flush() {
      guard !run.isEmpty else { return }
      frames[frames.count - 1].pieces.append(.text(run))
      run = []
    }

    /// An open bracket that marks nothing is text.
    private mutating func unwind() {
      flush()
      let frame = frames.removeLast()
      append([.text([UInt8(ascii: "[")])] + frame.pieces)
    }

    private mutating func append(_ pieces: [InlineText.Piece]) {
      for piece in pieces {
        let last = frames.count - 1
        if case .text(let more) = piece, case .text(let text)? = frames[last].pieces.last {
          frames[last].pieces[frames[last].pieces.count - 1] = .text(text + more)
        } else {
          frames[last].pieces.append(piece)
        }
      }
    }

    private mutating func escape(at index: Int) -> Int {
      run.append(bytes[index])
      guard index + 1 < bytes.endIndex else { return index + 1 }
      run.append(bytes[index + 1])
      guard bytes[index + 1] == UInt8(ascii: "]"), brace(after: index + 2) != nil else {
        return index + 2
      }
      if frames.count > 1 {
        fault(
          "marking/unbalanced", index, "an escaped bracket before an inline mark",
          "write ']' without the backslash, or escape the opening bracket too")
      }
      // The brace behind an escaped bracket is text too.
      run.append(bytes[index + 2])
      return index + 3
    }

    /// The label in braces that begins at `start`, and where it ends: at `}` or `|`.
    private func brace(after start: Int) -> (label: LabelReader.Reading, end: Int)? {
      guard start < bytes.endIndex, bytes[start] == UInt8(ascii: "{") else { return nil }
      if let (content, end) = braced(at: start) {
        return labels.read(content).map { ($0, end) }
      }
      let rest = bytes[(start + 1)...].prefix { $0 != 0x0A && $0 != UInt8(ascii: "{") }
      return labels.read(rest).map { ($0, bytes.endIndex) }
    }

    /// What stands between the brace at `index` and the `}` or `|` behind it, and where that is.
    ///
    /// No label has a brace in it: however long labels are, no byte is looked at for two marks.
    func braced(at index: Int) -> (content: ArraySlice<UInt8>, end: Int)? {
      let rest = bytes[(index + 1)...]
      let stop = rest.firstIndex {
        $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "{")
      }
      guard let stop, bytes[stop] != UInt8(ascii: "{") else { return nil }
      return (rest[..<stop], stop)
    }

    private mutating func close(at index: Int) -> Int {
      guard index + 1 < bytes.endIndex, bytes[index + 1] == UInt8(ascii: "{") else {
        return closeBracket(at: index)
      }
      guard let (label, end) = brace(after: index + 1) else {
        let count = faults.count
        reportUnknown(at: index + 1)
        if faults.count > count { reported = index + 1 }
        return closeBracket(at: index)
      }
      guard frames.count > 1 else {
        fault(
          "marking/unbalanced", index, "an inline mark whose opening bracket is missing",
          "put '[' before the words that the mark is for")
        reported = index + 1
        run.append(bytes[index])
        return index + 1
      }
      guard end < bytes.endIndex else {
        fault(
          "marking/unbalanced", index, "an inline mark whose closing brace is missing",
          "end the mark with '}'; in a table write a bar in it as '\\|'")
        reported = index + 1
        return closeBracket(at: index)
      }
      flush()
      let frame = frames[frames.count - 1]
      if case .text(let text)? = frame.pieces.first, text.first == UInt8(ascii: "^") {
        fault(
          "marking/stray-inline", index, "a mark on a footnote reference",
          "mark the footnote's definition, or the words before the reference")
      }
      if frame.pieces.isEmpty {
        fault("marking/empty-portion", index, "an inline mark around nothing", "delete it")
      }
      guard let substitute = substitute(from: end) else {
        reported = index + 1
        return closeBracket(at: index)
      }
      frames.removeLast()
      append([
        .mark(
          InlineMark(
            label: label.label, written: label.written, text: InlineText(pieces: frame.pieces),
            substitute: substitute.text))
      ])
      return substitute.end
    }

    private mutating func closeBracket(at index: Int) -> Int {
      if frames.count > 1 { unwind() }
      run.append(bytes[index])
      return index + 1
    }

    /// What stands behind the bar, if `end` is at one, and where the whole mark ends.
    private mutating func substitute(from end: Int) -> (text: InlineText?, end: Int)? {
      guard bytes[end] == UInt8(ascii: "|") else { return (nil, end + 1) }
      var depth = 0
      var brackets = 0
      var isBalanced = true
      var index = end + 1
      while index < bytes.endIndex {
        switch bytes[index] {
        case UInt8(ascii: "\\"): index += 1
        case UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "["): brackets += 1
        case UInt8(ascii: "]"):
          brackets -= 1
          if brackets < 0 { isBalanced = false }
        case UInt8(ascii: "|") where depth == 0:
          fault(
            "marking/empty-substitute", index, "a second '|' in an inline mark",
            "give one substitute; write a bar in it as '\\|'")
        case UInt8(ascii: "}") where depth == 0:
          if !isBalanced || brackets > 0 {
            fault(
              "marking/unbalanced", end, "a bracket without its other half in a substitute",
              "write both, or escape it: '\\['")
          }
          return (substitute(in: (end + 1)..<index), index + 1)
        case UInt8(ascii: "}"): depth -= 1
        default: break
        }
        index += 1
      }
      fault(
        "marking/unbalanced", end, "an inline mark whose closing brace is missing",
        "end the mark with '}'")
      return nil
    }

    private mutating func substitute(in range: Range<Int>) -> InlineText {
      if bytes[range].allSatisfy({ $0 <= 0x20 }) {
        fault(
          "marking/empty-substitute", range.lowerBound, "an empty substitute",
          "write what others may read, or leave the bar out")
      }
      var inner = Pass(labels: labels, bytes: bytes[range], base: base)
      inner.walk()
      faults += inner.faults
      return inner.result
    }
  }
}
