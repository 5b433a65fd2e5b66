public import JSON

/// Writes findings for other programs.
public enum MachineReport {
  /// A list of objects, one a finding, under `findings`.
  public static func json(_ diagnostics: [Diagnostic]) -> JSON {
    .members(["findings": .array(diagnostics.map(json))])
  }

  /// The rules that there are, under `rules`.
  public static func json(_ rules: [RuleDescription]) -> JSON {
    .members([
      "rules": .array(
        rules.map { rule in
          .members([
            "code": .string(rule.code),
            "severity": .string(rule.severity.rawValue),
            "summary": .string(rule.summary),
            "switchable": .bool(!rule.guardsVisibility),
            "fix": .bool(rule.hasFix),
          ])
        })
    ])
  }

  private static func json(_ diagnostic: Diagnostic) -> JSON {
    .members([
      "code": .string(diagnostic.code),
      "severity": .string(diagnostic.severity.rawValue),
      "file": .string(diagnostic.place.file),
      "line": diagnostic.place.line.map(JSON.number),
      "column": diagnostic.place.column.map(JSON.number),
      "message": .string(diagnostic.message),
      "help": diagnostic.help.map(JSON.string),
      "related": diagnostic.related.isEmpty
        ? nil
        : .array(
          diagnostic.related.map { place in
            .members([
              "file": .string(place.file), "line": place.line.map(JSON.number),
              "column": place.column.map(JSON.number),
            ])
          }),
    ])
  }

  /// A SARIF log (OASIS SARIF 2.1.0), as code hosts read them.
  ///
  /// - Parameters:
  ///   - rules: the rules that there are; a code that is none of them is listed without a sentence.
  ///   - version: the program's version.
  public static func sarif(
    _ diagnostics: [Diagnostic], rules descriptions: [RuleDescription], version: String
  ) -> JSON {
    let known = Dictionary(
      descriptions.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let rules = Set(diagnostics.map(\.code)).union(known.keys).sorted()
    let positions = Dictionary(uniqueKeysWithValues: zip(rules, rules.indices))
    let driver: JSON = .members([
      "name": "tearline", "version": .string(version),
      "rules": .array(rules.map { rule($0, known[$0]) }),
    ])
    let run: JSON = .members([
      "tool": .members(["driver": driver]),
      "columnKind": "unicodeCodePoints",
      "results": .array(diagnostics.map { sarif($0, positions) }),
    ])
    return .members([
      "$schema":
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      "version": "2.1.0", "runs": .array([run]),
    ])
  }

  private static func rule(_ code: String, _ description: RuleDescription?) -> JSON {
    .members([
      "id": .string(code),
      "shortDescription": description.map { .members(["text": .string($0.summary)]) },
      "defaultConfiguration": description.map {
        .members(["level": .string($0.severity.rawValue)])
      },
    ])
  }

  private static func sarif(_ diagnostic: Diagnostic, _ rules: [String: Int]) -> JSON {
    let text = [diagnostic.message, diagnostic.help].compactMap(\.self).joined(separator: "; ")
    return .members([
      "ruleId": .string(diagnostic.code),
      "ruleIndex": rules[diagnostic.code].map(JSON.number),
      "level": .string(diagnostic.severity.rawValue),
      "message": .members(["text": .string(text)]),
      "locations": .array([.members(["physicalLocation": location(diagnostic.place)])]),
      "relatedLocations": diagnostic.related.isEmpty
        ? nil
        : .array(
          diagnostic.related.enumerated().map { index, place in
            .members([
              "id": .number(index), "physicalLocation": location(place),
              "message": .members(["text": "see also"]),
            ])
          }),
    ])
  }

  private static func location(_ place: Place) -> JSON {
    let region: JSON? = place.line.map { line in
      .members([
        "startLine": .number(line), "startColumn": place.column.map(JSON.number),
      ])
    }
    return .members([
      "artifactLocation": .members(["uri": .string(address(place.file))]), "region": region,
    ])
  }

  /// A path as a relative URI (RFC 3986).
  private static func address(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" + digits : digits)
      }
    }
    return result
  }
}
