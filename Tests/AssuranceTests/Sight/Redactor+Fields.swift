extension Redactor {
  /// The fields that stand or fall with one of theirs, by the key of the list.
  private static let gates = [
    "judgements": ["text"], "advice": ["do"], "revisions": ["note"],
    "sources": ["kind", "grade", "description"],
  ]

  /// The visible part of a mapping; nil where nothing is left of it, or not what it stands on.
  mutating func mapping(
    _ mapping: Field.Mapping, _ enclosing: Mark?, gate: [String]
  ) -> Field.Mapping? {
    let around = mapping.marking.map { sight.label($0, within: enclosing) } ?? enclosing
    var result = Field.Mapping(marking: mapping.marking, entries: [])
    for entry in mapping.entries {
      let rides = gate == ["note"] && (entry.key == "date" || entry.key == "change")
      if let field = field(entry.field, entry.key, around, rides: rides) {
        result.entries.append(Field.Entry(key: entry.key, field: field))
      }
    }
    if !gate.isEmpty, gate.allSatisfy({ !isSeen(mapping[$0], around) }) { return nil }
    return result
  }

  /// Whether a value of the field is seen.
  func isSeen(_ field: Field?, _ enclosing: Mark?) -> Bool {
    guard case .versions(let versions)? = field else { return false }
    return versions.contains { isSeen($0, enclosing) }
  }

  func isSeen(_ scalar: Scalar, _ enclosing: Mark?) -> Bool {
    let label = sight.label(scalar.mark, within: enclosing)
    return sight.mayRead(label) && sight.seen(scalar.runs, label, mayHaveHoles: false) != nil
  }

  private mutating func rewritten(_ scalar: Scalar, _ enclosing: Mark?) -> Scalar {
    Scalar(scalar.mark, rewritten(scalar.runs, sight.label(scalar.mark, within: enclosing)))
  }

  private mutating func field(
    _ field: Field, _ key: String, _ enclosing: Mark?, rides: Bool
  ) -> Field? {
    switch field {
    case .plain: return field
    case .versions(let versions):
      // Unmarked, date and weight of a revision go with its note.
      if rides, versions.allSatisfy({ $0.mark == nil }) { return field }
      guard let first = versions.firstIndex(where: { isSeen($0, enclosing) }) else {
        return variation?.field(versions, key)
      }
      var kept = Array(versions[first...])
      kept[0] = rewritten(kept[0], enclosing)
      let above = variation?.scalars(Array(versions[..<first]), key, sight) ?? []
      return .versions(above + kept)
    case .list(let elements):
      var kept: [Scalar] = []
      for element in elements {
        if isSeen(element, enclosing) {
          kept.append(rewritten(element, enclosing))
        } else {
          kept += variation?.scalars([element], key, sight) ?? []
        }
      }
      if let more = variation?.element(key, elements, sight, enclosing) { kept.append(more) }
      return kept.isEmpty ? nil : .list(kept)
    case .mapping(let inner):
      return mapping(inner, enclosing, gate: []).flatMap {
        $0.entries.isEmpty && key != "withdrawal" ? nil : .mapping($0)
      }
    case .mappings(let inner): return mappings(inner, key, enclosing)
    }
  }

  private mutating func mappings(
    _ inner: [Field.Mapping], _ key: String, _ enclosing: Mark?
  ) -> Field? {
    var kept: [Field.Mapping] = []
    for mapping in inner {
      let isForOthers: Bool
      if case .plain(let readers)? = mapping["for"] {
        isForOthers = !readers.contains(reader.id)
      } else {
        isForOthers = false
      }
      let seen = self.mapping(mapping, enclosing, gate: Redactor.gates[key] ?? [])
      if let seen, !isForOthers {
        kept.append(seen)
      } else if let other = variation?.mapping(mapping, key) {
        kept.append(other)
      }
    }
    return kept.isEmpty ? nil : .mappings(kept)
  }

  /// Without the ids of judgements and sources that are gone.
  static func withoutDangling(_ fields: Field.Mapping) -> Field.Mapping {
    func ids(_ key: String) -> Set<String> {
      guard case .mappings(let list)? = fields[key] else { return [] }
      return Set(
        list.flatMap { mapping -> [String] in
          if case .plain(let id)? = mapping["id"] { id } else { [] }
        })
    }
    func trimmed(_ field: Field?, _ key: String, _ known: Set<String>) -> Field? {
      guard case .mappings(var list)? = field else { return field }
      for index in list.indices {
        guard case .list(let uses)? = list[index][key] else { continue }
        let kept = uses.filter { use in
          if case .word(let id)? = use.runs.first { known.contains(id) } else { false }
        }
        list[index][key] = kept.isEmpty ? nil : .list(kept)
      }
      return .mappings(list)
    }
    var result = fields
    result["judgements"] = trimmed(fields["judgements"], "sources", ids("sources"))
    result["advice"] = trimmed(fields["advice"], "judgements", ids("judgements"))
    return result
  }
}
