/// The sources of a publication, passage by passage, as often as they are asked for.
struct SourceReading: Sendable {
  let sources: AuditSources
  let policy: AuditPolicy
  let scan: BriefingScan
  /// The sources that could not be read, if only once: what they withhold could stand anywhere.
  let unread = UnreadSources()

  /// A text of the sources that is no briefing's, and who may read it.
  struct Loose: Sendable {
    var text: [UInt8]
    var place: String
    var visible: Readers
    var withheld: Readers
    /// Whether it is a mark or a name, which is looked for however short it is.
    var isName = false
  }

  private var all: Readers { .all(policy.readers.count) }

  /// The bytes of a briefing; nil where it cannot be read, which is noted.
  func bytes(_ path: String) -> [UInt8]? {
    let source = sources.read(path)
    if case .read(let bytes) = source { return bytes }
    unread.note(path, source)
    return nil
  }

  /// The bytes of what may be a picture; nil where it cannot be read, which is noted. Where nothing is,
  /// its path may be a word in code.
  private func picture(_ path: String) -> [UInt8]? {
    let source = sources.read(path)
    switch source {
    case .read(let bytes): return bytes
    case .missing: return nil
    case .unreadable, .changed:
      unread.note(path, source)
      return nil
    }
  }

  /// The passages of the file at `path`; where they cannot be told apart, all of it is withheld.
  func passages(_ path: String) -> [Passage] {
    guard path.hasSuffix(".md"), let bytes = bytes(path) else { return [] }
    guard let passages = scan.passages(of: bytes) else {
      return [Passage(text: bytes, line: 1, visible: [], withheld: all)]
    }
    return passages.flatMap { withoutAddresses($0, path) }
      + passages.flatMap { pictures(in: $0, path) } + referred(passages, path)
  }

  /// A passage without the addresses of its pictures, which no edition shows, and these as text that is
  /// withheld from whom it is.
  private func withoutAddresses(_ passage: Passage, _ path: String) -> [Passage] {
    if passage.visible.isEmpty { return [passage] }
    let addresses = PicturePath.found(in: passage.text, of: path).filter { picture($0.path) != nil }
    if addresses.isEmpty { return [passage] }
    var (rest, taken) = (passage, passage)
    (taken.text, taken.visible) = ([], [])
    for address in addresses {
      taken.text += passage.text[address.range] + [0x0A]
      for place in address.range { rest.text[place] = 0x20 }
    }
    return [rest, taken]
  }

  /// The pictures of definitions: who reads a passage that refers to one sees it.
  private func referred(_ passages: [Passage], _ path: String) -> [Passage] {
    let definitions = PictureDefinitions(passages, of: path)
    if definitions.isEmpty { return [] }
    return passages.flatMap { passage -> [Passage] in
      guard !PictureDefinition.begins(passage.text) else { return [] }
      return definitions.named(in: passage.text).flatMap { definition in
        var picture = passage
        picture.text = definition.text
        return pictures(in: picture, path)
      }
    }
  }

  /// The words of the drawings that a passage names, and pieces of its other pictures: who reads it sees
  /// them.
  private func pictures(in passage: Passage, _ path: String) -> [Passage] {
    // A definition's picture is in an edition where something refers to it.
    if PictureDefinition.begins(passage.text) { return [] }
    return PicturePath.all(in: passage.text, of: path).flatMap { file -> [Passage] in
      guard let bytes = picture(file) else { return [] }
      guard Picture.Kind(bytes) == nil else {
        return PictureWindow.samples(of: bytes).map { piece in
          var result = passage
          (result.text, result.isPicture) = (piece, true)
          return result
        }
      }
      var words = passage
      (words.text, words.visible) = (Readable(bytes, .markup).text, [])
      if passage.visible.isEmpty { return [words] }
      // How something is drawn is nobody's secret, but it can be somebody's word.
      let drawn = Readable(ShownDrawing.parts(of: bytes), .markup)
      return [words]
        + [drawn.text, drawn.asides].map { text in
          var result = passage
          (result.text, result.withheld) = (text, [])
          return result
        }
    }
  }

  /// Whether there is no briefing's front matter at `path` that could be read, so that all of the file
  /// counts as withheld.
  func isUnclear(_ path: String) -> Bool {
    guard path.hasSuffix(".md"), let bytes = bytes(path) else { return false }
    return scan.passages(of: bytes) == nil
  }

  /// The names of the files of briefings, which are in no edition, and the texts of the policy.
  var looseTexts: [Loose] {
    sources.paths.map { path in
      let name = path.split(separator: "/").dropFirst().joined(separator: "/")
      let stem = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
      return Loose(text: Array(stem.utf8), place: path, visible: [], withheld: all)
    } + policyTexts
  }

  /// The texts of the policy: names of what an audience does not hold are withheld from it.
  private var policyTexts: [Loose] {
    var result: [Loose] = []
    func add(_ texts: [String], _ visible: Readers, isName: Bool = false) {
      for text in texts {
        result.append(
          Loose(
            text: Array(text.utf8), place: "publication.yml", visible: visible,
            withheld: all.subtracting(visible), isName: isName))
      }
    }
    for (level, step) in policy.levels.enumerated() {
      add([step.mark] + step.names, policy.mayRead(AuditLabel(level: level)))
    }
    for compartment in policy.compartments {
      let holders = holders { $0.compartments.contains(compartment.mark) }
      add([compartment.mark], holders, isName: true)
      add(compartment.names, holders)
    }
    for group in policy.groups {
      let holders = holders { $0.groups.contains(group.mark) }
      add([group.mark], holders, isName: true)
      add(group.names, holders)
    }
    for audience in policy.audienceNames {
      add([audience.id] + audience.names, policy.readers(named: [audience.id]))
    }
    add(policy.words, all)
    add(days + ["REL TO"], all)
    return result
  }

  /// The day of the edition, that 52 weeks on, when `security.txt` expires, and every year that an axis
  /// may show: a year by itself is nobody's secret.
  private var days: [String] {
    guard let year = Int(scan.asOf.prefix(4)), year > 1970 else { return [scan.asOf] }
    let later = (0..<364).reduce(scan.asOf) { day, _ in DayAfter.of(day) ?? day }
    return [scan.asOf, later] + (1970...year + 1).map { "\($0)" }
  }

  private func holders(_ isHolder: (AuditReader) -> Bool) -> Readers {
    var result: Readers = []
    for (number, reader) in policy.readers.enumerated() where isHolder(reader) {
      result.insert(Readers(number))
    }
    return result
  }

  /// The texts of the theme, as they stand and as somebody reads them, and the words that the
  /// formats of an edition bring along.
  var themeTexts: [Loose] {
    var result = [
      Loose(text: Array(FormatWords.text.utf8), place: "", visible: all, withheld: [])
    ]
    for (audience, files) in sources.themes.sorted(by: { $0.key < $1.key }) {
      let readers = policy.readers(named: [audience])
      for (path, bytes) in files {
        for text in ThemeText.texts(of: path, bytes) {
          result.append(Loose(text: text, place: path, visible: readers, withheld: []))
        }
      }
    }
    return result
  }
}

/// The texts of a theme's file.
enum ThemeText {
  /// The file as it stands, and what somebody reads of it; what is filled in ends a run of words.
  static func texts(of path: String, _ bytes: [UInt8]) -> [[UInt8]] {
    var filled = bytes
    var index = 0
    let isWords = path.hasSuffix(".txt")
    // `month.3 = March` is no day of that month.
    let written =
      isWords ? bytes.map { $0 == UInt8(ascii: "=") || $0 == 0x0A ? Letters.end : $0 } : bytes
    while index < filled.count {
      if filled[index] == UInt8(ascii: "{"),
        let end = filled[index...].firstIndex(of: UInt8(ascii: "}"))
      {
        // The name of what is filled in is no text, but the theme's all the same: it is in `bytes`.
        for place in index...end { filled[place] = Letters.end }
        index = end
      } else if isWords, filled[index] == UInt8(ascii: "=") || filled[index] == 0x0A {
        filled[index] = Letters.end
      }
      index += 1
    }
    let isMarkup = path.hasSuffix(".mustache") || path.hasSuffix(".svg")
    let readable = Readable(filled, isMarkup ? .markup : .plain)
    return [written, readable.text, readable.asides]
  }
}
