internal import Calendar
internal import Edition
internal import Manuscript
internal import Marking

/// Gives the part of the front matter that an audience may read.
struct FieldRelease {
  let audience: Audience
  let scheme: MarkingScheme
  let text: TextRelease
  /// The labels of everything given so far.
  var labels: [Label] = []
  /// What was given of numbered portions, by number; nothing in a build.
  var seen: [Int: SeenField] = [:]

  private mutating func note(_ number: Int, _ text: @autoclosure () -> [UInt8], _ spans: [ReadSpan])
  {
    if number != 0 { seen[number] = SeenField(text: text(), spans: spans) }
  }

  func isCleared(_ label: Label) -> Bool { audience.clearance.isCleared(for: label) }

  private func mark(_ label: Label) -> String? {
    audience.showsMarks ? scheme.text(label, for: audience.clearance) : nil
  }

  /// The first version that the audience is cleared for.
  mutating func text(_ field: Field<InlineText>?) -> MarkedText? {
    for version in field?.versions ?? [] {
      if let visible = portion(version) { return visible }
    }
    return nil
  }

  private mutating func portion(_ portion: Portion<InlineText>) -> MarkedText? {
    guard isCleared(portion.label),
      let read = text.release(portion.value, label: portion.label, isCode: false, ground: nil)
    else { return nil }
    // Where words were taken out or put in, spaces can have come together, which nobody would write.
    let bytes =
      portion.value.hasMarks
      ? FoldedText.bytes(of: String(decoding: read.bytes, as: UTF8.self)) : read.bytes
    guard !bytes.isEmpty || !portion.value.hasMarks else { return nil }
    labels.append(read.label)
    note(portion.number, bytes, read.spans)
    return MarkedText(String(decoding: bytes, as: UTF8.self), mark: mark(read.label))
  }

  /// Gives something of several fields whole or not at all: what is not given has no label here.
  mutating func whole<Result>(_ give: (inout FieldRelease) -> Result?) -> Result? {
    let before = self
    if let result = give(&self) { return result }
    self = before
    return nil
  }

  /// The first version of a value that the audience is cleared for.
  mutating func value<Value>(_ field: Field<Value>?) -> (value: Value, label: Label)? {
    guard let version = field?.versions.first(where: { isCleared($0.label) }) else { return nil }
    labels.append(version.label)
    note(version.number, Array("\(version.value)".utf8), [])
    return (version.value, version.label)
  }

  /// The value of a field that goes with another one, whatever it would be marked by itself.
  mutating func riding<Value>(_ field: Field<Value>?) -> Value? {
    guard let first = field?.versions.first else { return nil }
    if first.origin == .ownMark { return value(field)?.value }
    note(first.number, Array("\(first.value)".utf8), [])
    return first.value
  }

  /// A word with its mark.
  mutating func word(_ field: Field<String>?) -> MarkedText? {
    value(field).map { MarkedText($0.value, mark: mark($0.label)) }
  }

  /// The elements of a list that the audience is cleared for.
  mutating func texts(_ portions: [Portion<InlineText>]) -> [MarkedText] {
    portions.compactMap { portion($0) }
  }

  /// The elements of a list of words that the audience is cleared for; one that stands there for several
  /// of its marks, once.
  mutating func words(_ portions: [Portion<String>]) -> [MarkedText] {
    var kept: [MarkedText] = []
    for portion in portions where isCleared(portion.label) {
      labels.append(portion.label)
      note(portion.number, Array(portion.value.utf8), [])
      if !kept.contains(where: { $0.value == portion.value }) {
        kept.append(MarkedText(portion.value, mark: mark(portion.label)))
      }
    }
    return kept
  }

  /// The ids that the audience is cleared for, of those that are `known` in the edition.
  mutating func references(
    _ portions: [Portion<String>], among known: (String) -> Bool
  ) -> [String] {
    words(portions.filter { known($0.value) }).map(\.value)
  }
}
