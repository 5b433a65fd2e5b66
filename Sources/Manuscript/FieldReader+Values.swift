internal import Calendar
internal import Diagnostics
internal import Edition

extension FieldReader {
  /// A text. One without words stands for nothing that could be shown, and would be lost with all that
  /// goes with it.
  static let text: Conversion<InlineText> = { reader, reading in
    let isBlank = reading.text.pieces.allSatisfy { piece in
      if case .text(let bytes) = piece { bytes.allSatisfy { $0 <= 0x20 } } else { false }
    }
    guard isBlank else { return reading.text }
    // A mark with nothing to mark has been spoken of.
    if reading.mark == nil, reader.policy.released == nil {
      reader.add(
        "front-matter/missing", reading.position, "a text without words",
        "write it, or leave the field out")
    }
    return nil
  }

  /// A day, `YYYY-MM-DD`.
  static let day: Conversion<Day> = { reader, reading in
    if let day = reading.plain.flatMap({ Day($0) }) { return day }
    reader.add(
      "front-matter/date", reading.position, "no day, written YYYY-MM-DD",
      "write a day that there is, as 2026-11-02")
    return nil
  }

  /// One of a fixed set of words.
  static func word(_ key: String, of known: [String]) -> Conversion<String> {
    { reader, reading in
      let word = reading.plain ?? ""
      if known.contains(word) { return word }
      reader.unknown(key, among: known, word, reading.position)
      return nil
    }
  }

  /// A reference within the document or to another one: an id.
  static let id: Conversion<String> = { reader, reading in
    if let id = reading.plain, !id.isEmpty { return id }
    reader.add("front-matter/value", reading.position, "an id with a mark in it", "write the id")
    return nil
  }

  /// A reference to another document by its id.
  static let documentID: Conversion<String> = { reader, reading in
    if let id = reading.plain, DocumentID.isValid(id) { return id }
    reader.add(
      "front-matter/id", reading.position, "an id that is not written as ids are",
      DocumentID.help)
    return nil
  }

  /// An entry of a vocabulary of the policy.
  static func term(_ vocabulary: String) -> Conversion<String> {
    { reader, reading in
      guard let terms = reader.policy.vocabularies[vocabulary] else {
        reader.add(
          "front-matter/undeclared", reading.position,
          "'\(vocabulary)' is used, and the policy declares none",
          "declare '\(vocabulary):' in publication.yml")
        return nil
      }
      let id = reading.plain ?? ""
      if terms.contains(where: { $0.id == id }) { return id }
      reader.unknown(vocabulary, among: terms.map(\.id), id, reading.position)
      return nil
    }
  }

  /// A value of a scale, by id or by its number counted from 1, as the scale stood when the
  /// document was issued.
  ///
  /// - Parameter mayBeFormer: whether a word will do that an earlier version had.
  static func value(_ scale: String, mayBeFormer: Bool = false) -> Conversion<String> {
    { reader, reading in
      guard let declared = reader.policy.scales[scale] else {
        reader.add(
          "front-matter/undeclared", reading.position,
          "the scale '\(scale)' is used, and the policy declares none",
          "declare it under 'scales:' in publication.yml")
        return nil
      }
      let id = reading.plain ?? ""
      guard let version = declared.version(on: reader.issued) else {
        reader.add(
          "front-matter/value", reading.position,
          "the scale '\(scale)' has no version on the day of issue",
          "add a version in publication.yml that began before it")
        return nil
      }
      if version.value(id) != nil { return id }
      if let number = Int(id), version.values.indices.contains(number - 1) {
        return version.values[number - 1].id
      }
      if mayBeFormer, declared.version(with: id, upTo: reader.issued) != nil { return id }
      reader.unknown(scale, among: version.values.map(\.id), id, reading.position)
      return nil
    }
  }

  /// The grade of a source: reliability A to F, credibility 1 to 6 (STANAG 2511).
  static let grade: Conversion<String> = { reader, reading in
    let bytes = Array((reading.plain ?? "").utf8)
    if bytes.count == 2, (0x41...0x46).contains(bytes[0]), (0x31...0x36).contains(bytes[1]) {
      return reading.plain
    }
    reader.add(
      "front-matter/value", reading.position, "a grade that is not written as grades are",
      "write a letter A to F and a digit 1 to 6, such as B2")
    return nil
  }

  mutating func unknown(
    _ key: String, among known: [String], _ word: String, _ position: YAMLNode.Position
  ) {
    let shown = word.count <= 40 ? word : word.prefix(40) + "…"
    add(
      "front-matter/unknown-value", position, "'\(shown)' is no value of '\(key)'",
      Suggestion.help(for: word, among: known) ?? "use one of: \(known.joined(separator: ", "))")
  }
}
