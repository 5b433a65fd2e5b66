internal import Calendar
internal import Diagnostics

// On what terms a briefing is released: the terms of a compilation, and embargoes.

extension FrontMatterReader {
  private static let compilation = FrontMatterShape.administrative.keys(of: "compilation")

  mutating func readCompilation(_ map: MappingReader, _ front: inout FrontMatter) {
    guard let compilation = map.mapping("compilation", findings: &findings) else { return }
    compilation.check(known: Self.compilation, findings: &findings)
    refuseToken(in: compilation["reason"])
    if compilation.required("reason", findings: &findings) != nil {
      _ = compilation.text("reason", findings: &findings)
    }
    let names = compilation.texts("release-to", findings: &findings) ?? []
    checkAudiences(names, "release-to", compilation)
    front.compilation = FrontMatter.Compilation(releaseTo: names)
  }

  /// The token of released Markdown has no place in a source, not even in what reaches no edition.
  mutating func refuseToken(in node: YAMLNode?) {
    switch node {
    case .scalar(let scalar) where scalar.text.contains(TextCheck.token):
      findings.add(
        Diagnostic(
          "marking/reserved-token",
          at: Place(path, line: scalar.position.line, column: scalar.position.column),
          "a token of released Markdown in a source",
          help: "mark what is to be withheld; the token comes by itself"))
    case .list(let nodes, _): for node in nodes { refuseToken(in: node) }
    case .mapping(let entries, _): for entry in entries { refuseToken(in: entry.value) }
    case .scalar, nil: break
    }
  }

  /// An embargo that ends after the briefing has expired.
  private mutating func checkEmbargo(_ map: MappingReader, _ front: FrontMatter) {
    let latest = ([front.embargo].compactMap(\.self) + front.embargoes.values).max()
    guard let expires = front.expires, let latest, latest > expires else { return }
    findings.add(
      Diagnostic(
        "front-matter/embargo", .warning,
        at: Place(path, line: (map["embargo"]?.position ?? map.position).line),
        "an embargo that ends after the briefing has expired", help: "check both dates"))
  }

  mutating func readEmbargo(_ map: MappingReader, _ front: inout FrontMatter) {
    guard let node = map["embargo"] else { return }
    guard case .mapping = node else {
      front.embargo = day("embargo", map)
      return checkEmbargo(map, front)
    }
    guard let embargo = map.mapping("embargo", findings: &findings) else { return }
    checkAudiences(embargo.entries.map(\.key), "embargo", embargo)
    for entry in embargo.entries {
      front.embargoes[entry.key] = day(entry.key, embargo, isRequired: true)
    }
    checkEmbargo(map, front)
  }
}
