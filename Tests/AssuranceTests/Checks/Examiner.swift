import Edition

/// Holds one publication against the guarantees.
struct Examiner {
  /// Makes the editions of a publication; a seeded bug stands in for it.
  typealias Press = (World, Reading, Reader) -> Edition?

  let world: World
  let seed: UInt64
  var press: Press = { $1.edition(for: $2.id) }
  /// Whether the pages of the site are made too, which takes most of the time.
  var makesPages = false
  /// What was read of this publication and its variants before, by other presses.
  var memory = Memory()
  /// How many pairs of publications were compared.
  private(set) var pairs = 0

  init(_ world: World, seed: UInt64) {
    self.world = world
    self.seed = seed
  }

  /// The breaches found, of these guarantees; those of the first reader alone where that is enough.
  mutating func breaches(
    of wanted: Set<Guarantee> = Set(Guarantee.allCases), stopsAtFirst: Bool = false
  ) throws -> [Breach] {
    guard let reading = memory.reading("", { world }).1 else {
      return [Breach(guarantee: .valid, text: "no policy")]
    }
    if let error = reading.errors.first { return [Breach(guarantee: .valid, text: error)] }
    var result: [Breach] = []
    for (number, reader) in world.house.readers.enumerated() {
      guard let edition = press(world, reading, reader) else { continue }
      let released = Reading.released(edition)
      for guarantee in Guarantee.allCases where wanted.contains(guarantee) {
        let text: String?
        switch guarantee {
        case .valid: text = nil
        case .failClosed: text = try leaked(reader, edition, released)
        case .nothingLost: text = lost(reader, released)
        case .nonInterference:
          text = try differs(reader, edition, "G2") { [self] in variant(reader, number) }
        case .neverWritten:
          text =
            reader.seesTokens
            ? nil : try differs(reader, edition, "G3") { [self] in omitted(reader) }
        case .oneDoor: text = try differsAgain(edition, released)
        case .monotone: text = less(reader)
        case .deterministic: text = try differsShuffled(reader, reading, edition)
        }
        if let text { result.append(Breach(guarantee: guarantee, text: "\(reader.id): \(text)")) }
      }
      if stopsAtFirst, !result.isEmpty { return result }
    }
    return result
  }

  private func variant(_ reader: Reader, _ number: Int) -> World {
    WorldVariation(reader: reader, world: world).varied(seed &+ UInt64(number) &* 7919)
  }

  private func omitted(_ reader: Reader) -> World {
    WorldVariation(reader: reader, world: world).omitted
  }

  // MARK: - Pairs

  /// How the edition of another publication differs; nil where it does not.
  private mutating func differs(
    _ reader: Reader, _ edition: Edition, _ name: String, _ make: () -> World
  ) throws -> String? {
    pairs += 1
    let (other, read) = memory.reading(name + reader.id, make)
    guard let reading = read else { return "the other has no policy" }
    if let error = reading.errors.first {
      return "the other is not valid: \(error)\n\(Files(other).report)"
    }
    guard let second = press(other, reading, reader) else { return "the other has no edition" }
    return try Difference.between(edition, second, pages: makesPages).map {
      $0 + "\n--- the other publication\n" + Files(other).report
    }
  }

  private func differsAgain(_ edition: Edition, _ released: Files) throws -> String? {
    guard let reading = Reading(released) else { return "its policy cannot be read" }
    if let error = reading.errors.first {
      return "what was released is not valid: \(error)\n\(released.report)"
    }
    guard let again = reading.edition(for: edition.policy.audience.id) else {
      return "what was released has no such audience"
    }
    return try Difference.between(edition, again, pages: makesPages)
  }

  private func differsShuffled(
    _ reader: Reader, _ reading: Reading, _ edition: Edition
  ) throws -> String? {
    var dice = Dice(seed: seed)
    guard let again = reading.edition(for: reader.id, order: { dice.shuffled($0) }),
      let same = reading.edition(for: reader.id)
    else { return nil }
    return try Difference.between(same, again, pages: makesPages)
  }

  // MARK: - Words

  private func leaked(_ reader: Reader, _ edition: Edition, _ released: Files) throws -> String? {
    let glance = Glance(reader, world)
    let withheld = Canaries.all(of: world).subtracting(
      glance.words.union(Canaries.known(to: reader, of: world)))
    var texts = released.all.map { ($0.path, $0.bytes) }
    if makesPages { texts += try Reading.pages(edition).map { ($0, $1) } }
    for (path, bytes) in texts.sorted(by: { $0.0 < $1.0 }) {
      let shown = Canaries.found(in: bytes).union(Canaries.found(in: Array(path.utf8)))
      if let word = shown.intersection(withheld).min() {
        return "'\(word)' is withheld and stands in \(path)\n" + text(bytes)
      }
      let ids = Set(world.papers.map(\.id)).subtracting(glance.ids)
      if let id = ids.first(where: { text(bytes).contains($0) }) {
        return "\(id) is not in the edition and stands in \(path)\n" + text(bytes)
      }
    }
    return nil
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private func lost(_ reader: Reader, _ released: Files) -> String? {
    let shown = released.all.reduce(into: Set<String>()) {
      $0.formUnion(Canaries.found(in: $1.bytes))
    }
    let wanted = Glance(reader, world).words.filter { $0.hasPrefix(Mint.stem) }
    guard let word = wanted.subtracting(shown).min() else { return nil }
    return "'\(word)' is visible and stands nowhere\n" + released.report
  }

  /// Whether a reader cleared for more misses what this one sees, tailoring, versions, substitutes
  /// and settings of redaction aside.
  private func less(_ reader: Reader) -> String? {
    var plain = Plain.world(world)
    var low = reader
    low.keepsSentences = false
    var dice = Dice(seed: seed)
    var high = low
    high.id = "a" + Mint.stem + "taller"
    high.level = dice.among(low.level...(world.house.levels.count - 1))
    high.compartments.formUnion(dice.some(Array(world.house.compartments.indices), 50))
    high.groups.formUnion(dice.some(Array(world.house.groups.indices), 50))
    plain.house.readers = [low, high]
    guard let reading = Reading(Files(plain)) else { return "it has no policy" }
    if let error = reading.errors.first {
      return "it is not valid: \(error)\n\(Files(plain).report)"
    }
    func shown(_ reader: Reader) -> Set<String> {
      guard let edition = press(plain, reading, reader) else { return [] }
      return Reading.released(edition).briefings.values.reduce(into: Set()) {
        $0.formUnion(Canaries.found(in: $1))
      }
    }
    // A heading that the taller reader alone sees can leave the one before it with an empty section.
    let seen = shown(low).subtracting(low.seesTokens ? [] : Plain.headings(of: plain))
    guard let word = seen.subtracting(shown(high)).min() else { return nil }
    return "cleared for more, one does not see '\(word)'\n" + Files(plain).report
  }
}
