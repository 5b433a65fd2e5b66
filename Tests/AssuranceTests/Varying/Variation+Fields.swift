extension Variation {
  private static let shared: Set = [
    "level", "likelihood", "confidence", "impact", "interests", "topics", "sectors", "regions",
    "supersedes", "related", "from", "date",
  ]

  /// What stands in for a field that the reader sees no version of.
  mutating func field(_ versions: [Scalar], _ key: String) -> Field? {
    if keepsSharedFields, Variation.shared.contains(key) { return .versions(versions) }
    if !["of", "date", "supersedes"].contains(key), maker.dice.chance(25) { return nil }
    return .versions(versions.map { fresh($0, key) })
  }

  /// What stands in for withheld versions or elements.
  mutating func scalars(_ scalars: [Scalar], _ key: String, _ sight: Sight) -> [Scalar] {
    if keepsSharedFields, Variation.shared.contains(key) { return scalars }
    return scalars.map { fresh($0, key) }
  }

  /// A withheld element that was not there.
  mutating func element(
    _ key: String, _ elements: [Scalar], _ sight: Sight, _ enclosing: Mark?
  ) -> Scalar? {
    if keepsSharedFields, Variation.shared.contains(key) { return nil }
    let isTerm = !maker.house.terms(key).isEmpty && FieldMaker.texts.contains(key) == false
    guard key == "vulnerabilities" || isTerm && Variation.terms.contains(key),
      maker.dice.chance(30), let mark = hidingMark(sight, Around(enclosing: enclosing))
    else { return nil }
    return fresh(Scalar(mark, []), key)
  }

  private static let terms: Set = ["topics", "sectors", "regions", "interests"]

  /// A mapping that the reader does not see, with other values; its id stays.
  mutating func mapping(_ mapping: Field.Mapping, _ key: String) -> Field.Mapping? {
    let isShared = keepsSharedFields && (mapping["from"] != nil || mapping["date"] != nil)
    if mapping["id"] == nil, !isShared, maker.dice.chance(30) { return nil }
    var result = mapping
    for index in result.entries.indices {
      let entry = result.entries[index]
      switch entry.field {
      // The dates of revisions at one place have one label in all languages, where they are the same.
      case .versions where keepsSharedFields && entry.key == "date": break
      case .versions(let versions):
        result.entries[index].field = .versions(versions.map { fresh($0, entry.key) })
      case .mapping(let inner):
        if let inner = self.mapping(inner, entry.key) {
          result.entries[index].field = .mapping(inner)
        }
      case .plain, .list, .mappings: break
      }
    }
    return result
  }

  private mutating func fresh(_ scalar: Scalar, _ key: String) -> Scalar {
    if FieldMaker.texts.contains(key) {
      let runs = scalar.runs.isEmpty ? maker.words(1...2) : fresh(scalar.runs)
      return Scalar(scalar.mark, runs)
    }
    if Variation.terms.contains(key) {
      return Scalar(scalar.mark, [.word(maker.dice.pick(maker.house.terms(key)).id)])
    }
    if key == "date" {
      return Scalar(scalar.mark, [.word(World.date(maker.dice.among(16...39)))])
    }
    guard let words = FieldMaker.words[key] else { return scalar }
    return Scalar(scalar.mark, [.word(maker.dice.pick(words))])
  }

  /// The fields with other words in every text.
  mutating func texts(of mapping: Field.Mapping) -> Field.Mapping {
    var result = mapping
    for index in result.entries.indices {
      let entry = result.entries[index]
      let isText = FieldMaker.texts.contains(entry.key)
      switch entry.field {
      case .versions(let versions) where isText:
        result.entries[index].field = .versions(
          versions.map { Scalar($0.mark, renamed($0.runs)) })
      case .list(let elements) where isText:
        result.entries[index].field = .list(elements.map { Scalar($0.mark, renamed($0.runs)) })
      case .mapping(let inner): result.entries[index].field = .mapping(texts(of: inner))
      case .mappings(let inner):
        result.entries[index].field = .mappings(inner.map { texts(of: $0) })
      default: break
      }
    }
    return result
  }
}
