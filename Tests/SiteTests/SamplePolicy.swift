import Calendar
import Edition

/// The policy of the sample edition.
enum SamplePolicy {
  /// The three kinds of reader that the tests look through.
  enum Reader: String, CaseIterable, Sendable {
    /// Sees portion marks.
    case dense
    /// Sees a banner.
    case practical
    /// Sees neither.
    case open
  }

  static func names(_ en: String, _ nl: String) -> Names {
    Names(byLanguage: ["en": en, "nl": nl])
  }

  static func policy(for reader: Reader, languages: [String] = ["en", "nl"]) -> EditionPolicy {
    var policy = EditionPolicy(
      title: names("Threat briefings", "Dreigingsbriefings"),
      publisher: Publisher(
        name: names("Baken Threat Assessment Service", "Baken, dienst voor dreigingsduiding"),
        contact: "mailto:desk@baken.example", url: "https://baken.example"),
      languages: languages, audience: audience(reader),
      levels: [
        NamedMark(mark: "U", name: names("UNCLASSIFIED", "ONGERUBRICEERD"), color: "#007A33"),
        NamedMark(mark: "R", name: names("RESTRICTED", "Dep. VERTROUWELIJK"), color: "#12436D"),
        NamedMark(mark: "S", name: names("SECRET", "Stg. GEHEIM"), color: "#B3001B"),
      ],
      scales: scales)
    if reader == .open { policy.levels.removeLast(2) }
    if reader == .practical { policy.levels.removeLast() }
    if reader == .dense {
      policy.compartments = [NamedMark(mark: "KORAAL", name: Names("Koraal"))]
    }
    policy.groups = reader == .open ? [] : [NamedMark(mark: "NLD", name: Names("Nederland"))]
    policy.grounds =
      reader == .open
      ? []
      : [Term(id: "sources", name: names("protection of sources", "bronbescherming"))]
    addVocabularies(to: &policy)
    return policy
  }

  private static func audience(_ reader: Reader) -> EditionAudience {
    switch reader {
    case .dense:
      EditionAudience(
        id: "dense", name: names("National policymakers", "Landelijke beleidsmakers"),
        redaction: .mark, showsMarks: true, showsBanner: true,
        baseURL: "https://dense.baken.example/")
    case .practical:
      EditionAudience(
        id: "practical", name: names("Local officials", "Lokale bestuurders"), redaction: .mark,
        showsMarks: false, showsBanner: true, baseURL: "https://regio.baken.example/")
    case .open:
      EditionAudience(
        id: "open", name: names("The public", "Publiek"), redaction: .omit, showsMarks: false,
        showsBanner: false, baseURL: "https://www.baken.example/")
    }
  }

  private static func addVocabularies(to policy: inout EditionPolicy) {
    policy.topics = [
      Term(id: "espionage", name: names("Espionage", "Spionage")),
      Term(id: "sabotage", name: names("Sabotage", "Sabotage")),
      Term(id: "phishing", name: names("Phishing", "Phishing")),
      Term(id: "drones", name: names("Drones", "Drones")),
    ]
    policy.sectors = [
      Term(id: "transport", name: names("Transport and ports", "Transport en havens")),
      Term(id: "energy", name: names("Energy", "Energie")),
      Term(id: "government", name: names("Government", "Overheid")),
    ]
    policy.regions = [
      Term(id: "VR01", name: Names("Groningen")),
      Term(id: "VR17", name: Names("Rotterdam-Rijnmond")),
      Term(id: "VR19", name: Names("Zeeland")),
    ]
    policy.interests = [
      Term(id: "port-services", name: names("Port services", "Dienstverlening in de haven")),
      Term(id: "people", name: names("People's safety", "Veiligheid van mensen")),
    ]
    policy.kinds = ["assessment", "alert", "bulletin"]
  }
}

// MARK: - Scales

extension SamplePolicy {
  static var scales: [Scale] {
    [
      Scale(
        id: "threat-level",
        versions: [
          ScaleVersion(
            since: Day(ordinal: 12_944), values: levels.filter { $0.id != "significant" }),
          ScaleVersion(since: Day(ordinal: 16_983), values: levels),
        ]),
      Scale(
        id: "likelihood",
        versions: [
          ScaleVersion(
            since: Day(ordinal: 16_437),
            values: [
              value("unlikely", "unlikely", "onwaarschijnlijk", band: [20, 45]),
              value("even", "roughly even chance", "ongeveer even grote kans", band: [45, 55]),
              value("likely", "likely", "waarschijnlijk", band: [55, 80]),
              value("very-likely", "very likely", "zeer waarschijnlijk", band: [80, 95]),
            ])
        ]),
      Scale(
        id: "confidence",
        versions: [
          ScaleVersion(
            since: Day(ordinal: 16_437),
            values: [
              value("low", "low", "laag", meaning: ("Few or weak sources.", "Weinig bronnen.")),
              value(
                "moderate", "moderate", "gemiddeld",
                meaning: (
                  "Good sources, but not enough of them to rule out another reading.",
                  "Goede bronnen, maar te weinig om een andere lezing uit te sluiten."
                )),
              value(
                "high", "high", "hoog", meaning: ("Several good sources.", "Meer goede bronnen.")),
            ])
        ]),
      Scale(
        id: "impact",
        versions: [
          ScaleVersion(
            since: Day(ordinal: 18_262),
            values: [
              value("minor", "minor", "klein"),
              value("moderate", "moderate", "matig"),
              value(
                "major", "major", "groot",
                meaning: (
                  "A vital service fails in one region, or people are hurt.",
                  "Een vitale dienst valt uit in een regio, of er vallen gewonden."
                )),
            ])
        ]),
    ]
  }

  private static var levels: [ScaleValue] {
    [
      value(
        "minimal", "Minimal", "Minimaal",
        meaning: ("Usual care is enough.", "Gewone zorg is genoeg.")),
      value(
        "limited", "Limited", "Beperkt",
        meaning: ("An attack is not expected.", "Wij verwachten geen aanval.")),
      value(
        "significant", "Significant", "Aanzienlijk",
        meaning: (
          "An attack is conceivable. Check whether your measures work.",
          "Een aanval is voorstelbaar. Ga na of uw maatregelen werken."
        )),
      value(
        "substantial", "Substantial", "Substantieel",
        meaning: (
          "There is a real chance of an attack. Take extra measures this week.",
          "Er is een reële kans op een aanval. Neem deze week extra maatregelen."
        )),
      value("critical", "Critical", "Kritiek", meaning: ("Act now.", "Kom nu in actie.")),
    ]
  }

  private static func value(
    _ id: String, _ en: String, _ nl: String, band: [Int]? = nil,
    meaning: (en: String, nl: String)? = nil
  ) -> ScaleValue {
    ScaleValue(
      id: id, name: names(en, nl), meaning: meaning.map { names($0.en, $0.nl) }, band: band)
  }
}
