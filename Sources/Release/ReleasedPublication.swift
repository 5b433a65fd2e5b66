internal import Calendar
public import Edition

/// A released publication: the files that hold an edition, to be read, carried and built elsewhere.
public enum ReleasedPublication {
  /// A file, with its path relative to the publication.
  public struct File: Hashable, Sendable {
    /// The path, with `/` between its parts.
    public var path: String
    /// What is in it.
    public var bytes: [UInt8]
  }

  /// The files of an edition. Each briefing lies where its `index.md` lies in the site, so that its
  /// images have the same relative path in both.
  public static func files(of edition: Edition) -> [File] {
    [File(path: "publication.yml", bytes: policy(edition.policy))]
      + edition.briefings.map { briefing in
        File(
          path: "briefings/\(briefing.language)/briefings/\(briefing.id.lowercased())/index.md",
          bytes: ReleasedMarkdown.file(briefing))
      }
      + edition.assets.map { File(path: "briefings/assets/\($0.name)", bytes: $0.bytes) }
  }

  /// The policy as a file.
  static func policy(_ policy: EditionPolicy) -> [UInt8] {
    var yaml = YAMLText()
    yaml.word("released", policy.audience.id)
    names("title", policy.title, &yaml)
    yaml.mapping("publisher") { yaml in
      names("name", policy.publisher.name, &yaml)
      yaml.text("contact", policy.publisher.contact)
      yaml.text("url", policy.publisher.url)
    }
    yaml.texts("languages", policy.languages)
    yaml.mapping("classification") { yaml in
      marks("levels", policy.levels, &yaml)
      marks("compartments", policy.compartments, &yaml)
      marks("groups", policy.groups, &yaml)
      terms("grounds", policy.grounds, &yaml)
    }
    yaml.mapping("audiences") { audience(policy, &$0) }
    yaml.mapping("scales") { yaml in
      for scale in policy.scales { yaml.list(scale.id, scale.versions) { version($1, &$0) } }
    }
    terms("topics", policy.topics, &yaml)
    terms("sectors", policy.sectors, &yaml)
    terms("regions", policy.regions, &yaml)
    terms("interests", policy.interests, &yaml)
    yaml.texts("kinds", policy.kinds)
    return yaml.bytes
  }

  private static func audience(_ policy: EditionPolicy, _ yaml: inout YAMLText) {
    let audience = policy.audience
    yaml.mapping(audience.id) { yaml in
      names("name", audience.name, &yaml)
      yaml.text("clearance", policy.levels.last?.mark)
      yaml.texts("compartments", policy.compartments.map(\.mark))
      yaml.texts("groups", policy.groups.map(\.mark))
      yaml.word("redaction", audience.redaction.rawValue)
      yaml.word("portion-marks", audience.showsMarks ? "show" : "hide")
      yaml.text("base-url", audience.baseURL)
    }
  }

  private static func version(_ version: ScaleVersion, _ yaml: inout YAMLText) {
    yaml.word("since", version.since.description)
    yaml.list("values", version.values) { yaml, value in
      yaml.text("id", value.id)
      names("name", value.name, &yaml)
      if let meaning = value.meaning { names("meaning", meaning, &yaml) }
      if let band = value.band { yaml.word("band", "[\(band[0]), \(band[1])]") }
    }
  }

  private static func marks(_ key: String, _ marks: [NamedMark], _ yaml: inout YAMLText) {
    yaml.list(key, marks) { yaml, mark in
      yaml.text("mark", mark.mark)
      names("name", mark.name, &yaml)
      yaml.text("color", mark.color)
    }
  }

  private static func terms(_ key: String, _ terms: [Term], _ yaml: inout YAMLText) {
    yaml.mapping(key) { yaml in for term in terms { names(term.id, term.name, &yaml) } }
  }

  private static func names(_ key: String, _ names: Names, _ yaml: inout YAMLText) {
    if let name = names.byLanguage[""] { return yaml.text(key, name) }
    yaml.mapping(key) { yaml in
      for (language, name) in names.byLanguage.sorted(by: { $0.key < $1.key }) {
        yaml.text(language, name)
      }
    }
  }
}
