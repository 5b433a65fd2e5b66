internal import Markdown

/// A line that would open or close a container, and stands in a list, in a quote or indented, or has
/// colons of another width.
struct HiddenFence {
  /// Whether nothing stands behind its colons: it was to close a container.
  let closes: Bool
  /// Whether it was to begin another version.
  let tears: Bool
  /// What to do about it.
  let help: String

  /// Nil for a line that holds no such thing.
  init?(_ line: SourceLine) {
    guard let rest = HiddenFence.colons(line) else { return nil }
    let behind = rest.drop { $0 == UInt8(ascii: ":") }.drop { $0 == 0x20 || $0 == 0x09 }
    closes = behind.isEmpty
    tears = behind.starts(with: "tear ".utf8)
    let isFirst = line.bytes.first { $0 != 0x20 && $0 != 0x09 } == rest.first
    help =
      (isFirst
        ? "take away the white space in front of it"
        : "move the container out of the list or quote")
      + #", or escape the colons: '\:::'"#
  }

  /// How many bytes the character beyond ASCII has that a line begins with, if it is white space.
  private static func whiteSpace(_ rest: ArraySlice<UInt8>) -> Int? {
    guard let first = rest.first, first >= 0x80 else { return nil }
    let start = String(decoding: rest.prefix(4), as: UTF8.self).unicodeScalars
    guard let scalar = start.first, scalar.properties.isWhitespace else { return nil }
    return UTF8.width(scalar)
  }

  /// Whether a text begins with three colons, of which some may be of full width or a small or upright
  /// form.
  static func opens(_ rest: ArraySlice<UInt8>) -> Bool {
    guard rest.first == UInt8(ascii: ":") || rest.first == 0xEF else { return false }
    if rest.starts(with: ":::".utf8) { return true }
    let start = String(decoding: rest.prefix(9), as: UTF8.self).unicodeScalars.prefix(3)
    return start.count == 3
      && start.allSatisfy { [":", "\u{FF1A}", "\u{FE55}", "\u{FE13}"].contains($0) }
  }

  /// The line from its colons on.
  private static func colons(_ line: SourceLine) -> ArraySlice<UInt8>? {
    guard line.bytes.contains(UInt8(ascii: ":")) || line.bytes.contains(0xEF) else { return nil }
    var rest = line.bytes
    while let first = rest.first {
      if opens(rest) { return rest }
      let digits = rest.prefix { (0x30...0x39).contains($0) }.count
      let marker = rest.dropFirst(digits).first
      if digits > 0, marker == UInt8(ascii: ".") || marker == UInt8(ascii: ")") {
        rest = rest.dropFirst(digits + 1)
      } else if [0x20, 0x09, 0x3E, 0x2D, 0x2B, 0x2A].contains(first) {
        rest = rest.dropFirst()
      } else if let count = whiteSpace(rest) {
        rest = rest.dropFirst(count)
      } else if rest.starts(with: "[ ]".utf8) || rest.starts(with: "[x]".utf8)
        || rest.starts(with: "[X]".utf8)
      {
        rest = rest.dropFirst(3)
      } else if first == UInt8(ascii: "["), rest.dropFirst().first == UInt8(ascii: "^"),
        let close = rest.firstIndex(of: UInt8(ascii: "]")), rest[(close + 1)...].first == 0x3A
      {
        rest = rest[(close + 2)...]
      } else {
        return nil
      }
    }
    return nil
  }
}

/// Container lines in the wrong place that were seen, so that the one that belongs to another is not
/// reported as a second mistake. What is left out is never the only finding.
struct Strays {
  /// Hidden lines that opened a container and have not been met by one that closes.
  private var opened = 0
  /// Hidden lines that were to close a container at the first column.
  private var closers = 0
  /// Lines with too few colons. They are text, which is safe where nothing else is wrong.
  var short: [SourceLine] = []
  /// A tear line outside every container, which a `:::` follows.
  var tears = 0

  /// Whether a hidden line is a mistake of its own.
  mutating func isFirst(_ fence: HiddenFence) -> Bool {
    if !fence.closes {
      if fence.tears, opened > 0 { return false }
      opened += 1
      return true
    }
    if opened > 0 {
      opened -= 1
      return false
    }
    closers += 1
    return true
  }

  /// A container line with a word that is no label was to close one.
  mutating func unknown() { closers += 1 }

  /// A container opens: lines above it cannot have been meant to close it.
  mutating func startContainer() { closers = 0 }

  /// Whether a `:::` with no container open ends what a stray tear line began.
  mutating func closesTear() -> Bool {
    guard tears > 0 else { return false }
    tears -= 1
    return true
  }

  /// Whether a hidden line was to close the container that is left open.
  mutating func wasToClose() -> Bool {
    guard closers > 0 else { return false }
    closers -= 1
    return true
  }
}
