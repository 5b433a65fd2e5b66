import Edition
import Template

/// What this site is, how to read it, how to reach its publisher, how accessible it is.
struct AboutPage {
  let press: Press
  let shelf: Shelf

  private var library: Library { press.library }
  private var words: Words { shelf.words }

  /// The page.
  func page() throws(TemplateFault) -> Page {
    let folder = { (language: String) in "\(language)/about/" }
    var frame = Frame(
      language: shelf.language, path: folder(Address.pathPart(shelf.language)),
      title: words["about"])
    let policy = library.edition.policy
    let lead = words.fill(
      "homeDescription",
      [
        "publisher": policy.publisher.name[shelf.language],
        "audience": policy.audience.name[shelf.language],
      ])
    frame.description = lead
    frame.versions = press.versions(folder)
    frame.section = "about"
    return try press.page(
      "about", frame,
      [
        "lead": .text(lead),
        "scales": .list(scales),
        "hasSources": .flag(shelf.entries.contains { !$0.briefing.sources.isEmpty }),
        "reliability": .list(grades("ABCDEF")),
        "credibility": .list(grades("123456")),
        "levels": .list(
          policy.levels.map { level in
            .record(["mark": .text(level.mark), "name": .text(level.name[shelf.language])])
          }),
      ])
  }

  /// The scales in use as they are today, each value with its meaning.
  private var scales: [Value] {
    ScaleBook.Name.allCases.compactMap { name in
      guard let scale = library.scales[name],
        let version = scale.version(on: library.edition.asOf) ?? scale.versions.last
      else { return nil }
      let hasEarlier = scale.versions.contains { $0.since < version.since }
      return .record([
        "id": .text(name.rawValue),
        "name": .text(words["scale.\(name.rawValue)"]),
        "lead": .text(words["scaleLead.\(name.rawValue)"]),
        "hasBands": .flag(version.values.contains { $0.band != nil }),
        "hasMeanings": .flag(version.values.contains { $0.meaning != nil }),
        "since": hasEarlier
          ? .text(words.fill("scaleSince", ["date": words.date(version.since)])) : .none,
        "values": .list(
          version.values.enumerated().map { value($1, number: $0 + 1, of: version.values.count) }),
      ])
    }
  }

  private func value(_ value: ScaleValue, number: Int, of steps: Int) -> Value {
    let band = value.band ?? []
    return .record([
      "number": .number(number),
      "rank": .number(Reading(value: value, number: number, steps: steps).rank),
      "name": .text(value.name[shelf.language]),
      "meaning": .text(value.meaning?[shelf.language] ?? ""),
      "band": band.count == 2
        ? .text(words.fill("band", ["low": String(band[0]), "high": String(band[1])])) : .text(""),
    ])
  }

  private func grades(_ letters: String) -> [Value] {
    letters.map { letter in
      .record(["grade": .text(String(letter)), "meaning": .text(words["grade.\(letter)"])])
    }
  }
}
