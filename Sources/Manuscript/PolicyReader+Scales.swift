internal import Calendar
internal import Diagnostics
internal import Edition

extension PolicyReader {
  /// The scales that front matter has fields for.
  static let scales = fields.keys(of: "scales")
  private static let versionShape = fields.fields(of: "scales").fields(of: "threat-level")

  /// The scales with their dated versions.
  mutating func readScales(_ map: MappingReader) {
    if let scales = map.mapping("scales", findings: &findings) {
      scales.check(known: PolicyReader.scales, findings: &findings)
      for id in PolicyReader.scales where scales[id] != nil {
        let versions = scales.list(id, findings: &findings).compactMap { version($0, id) }
        checkOrder(versions, id, scales)
        policy.scales[id] = Scale(id: id, versions: versions.sorted { $0.since < $1.since })
      }
    }
    // Likelihood has a scale of its own kind everywhere; the field works without a declaration.
    if policy.scales["likelihood"] == nil { policy.scales["likelihood"] = .estimativeLanguage }
  }

  private mutating func checkOrder(_ versions: [ScaleVersion], _ id: String, _ map: MappingReader) {
    if versions.isEmpty {
      map.add(
        "missing", map.position, "the scale '\(id)' has no version",
        "add '- since: YYYY-MM-DD' with its values", &findings)
    }
    if Set(versions.map(\.since)).count != versions.count {
      map.add(
        "value", map.position, "two versions of the scale '\(id)' begin on one day",
        "keep one", &findings)
    }
  }

  private mutating func version(_ node: YAMLNode, _ id: String) -> ScaleVersion? {
    guard let map = mapping(node, id) else { return nil }
    map.check(known: PolicyReader.versionShape.keys, findings: &findings)
    _ = map.required("since", findings: &findings)
    let text = map.text("since", findings: &findings)
    let since = text.flatMap { Day($0) }
    if text != nil, since == nil {
      map.add("date", map.position, "'since' is no date", "write YYYY-MM-DD", &findings)
    }
    let values = map.list("values", findings: &findings).compactMap { value($0, id) }
    if values.isEmpty || Set(values.map(\.id)).count != values.count {
      map.add(
        "value", map.position, "the scale '\(id)' has no values, or one twice",
        "give each value once", &findings)
    }
    return since.map { ScaleVersion(since: $0, values: values) }
  }

  private mutating func value(_ node: YAMLNode, _ scale: String) -> ScaleValue? {
    guard let map = mapping(node, scale) else { return nil }
    map.check(known: PolicyReader.versionShape.keys(of: "values"), findings: &findings)
    guard map.required("id", findings: &findings) != nil,
      let id = map.text("id", findings: &findings)
    else { return nil }
    checkID(id, scale, map.position)
    let name = map.names("name", languages: nameLanguages, findings: &findings)
    let meaning = map.names("meaning", languages: nameLanguages, findings: &findings)
    return ScaleValue(id: id, name: name ?? Names(id), meaning: meaning, band: band(map))
  }

  private mutating func band(_ map: MappingReader) -> [Int]? {
    guard map["band"] != nil else { return nil }
    let bounds = (map.texts("band", findings: &findings) ?? []).map { Int($0) }
    guard bounds.count == 2, let low = bounds[0], let high = bounds[1], low >= 0, low < high,
      high <= 100
    else {
      map.add(
        "value", map.position, "a band that is not two percentages",
        "write [LOWER, UPPER], such as [55, 80]", &findings)
      return nil
    }
    return [low, high]
  }
}

extension Scale {
  /// The terms and bands of ICD 203 (United States, 2015), section D.6.e.(2)(a).
  static let estimativeLanguage: Scale = {
    let terms: [(String, String, String, Int, Int)] = [
      ("almost-no-chance", "almost no chance", "vrijwel uitgesloten", 1, 5),
      ("very-unlikely", "very unlikely", "zeer onwaarschijnlijk", 5, 20),
      ("unlikely", "unlikely", "onwaarschijnlijk", 20, 45),
      (
        "roughly-even-chance", "roughly even chance", "ongeveer even waarschijnlijk als niet", 45,
        55
      ),
      ("likely", "likely", "waarschijnlijk", 55, 80),
      ("very-likely", "very likely", "zeer waarschijnlijk", 80, 95),
      ("almost-certain", "almost certain", "vrijwel zeker", 95, 99),
    ]
    let values = terms.map { id, english, dutch, low, high in
      ScaleValue(
        id: id, name: Names(byLanguage: ["en": english, "nl": dutch]), band: [low, high])
    }
    let since = Day(year: 2015, month: 1, day: 2) ?? Day(ordinal: 0)
    return Scale(id: "likelihood", versions: [ScaleVersion(since: since, values: values)])
  }()
}
