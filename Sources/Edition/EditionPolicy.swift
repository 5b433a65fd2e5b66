/// The part of a publication's policy that one audience may know.
public struct EditionPolicy: Hashable, Sendable, Codable {
  /// The publication's title.
  public var title: Names
  /// Who publishes.
  public var publisher: Publisher
  /// Languages that the edition has briefings in; the first is the default. Never empty.
  public var languages: [String]
  /// The audience.
  public var audience: EditionAudience
  /// Levels up to the audience's clearance, lowest first.
  public var levels: [NamedMark]
  /// Compartments that the audience holds.
  public var compartments: [NamedMark]
  /// Groups that the audience belongs to.
  public var groups: [NamedMark]
  /// Grounds that tokens of the edition name.
  public var grounds: [Term]
  /// Scales in use, by id: `threat-level`, `likelihood`, `confidence`, `impact`.
  public var scales: [Scale]
  /// Topics in use, in the policy's order.
  public var topics: [Term]
  /// Sectors in use.
  public var sectors: [Term]
  /// Regions in use.
  public var regions: [Term]
  /// Interests in use.
  public var interests: [Term]
  /// Kinds in use.
  public var kinds: [String]

  /// A policy of these parts.
  public init(
    title: Names, publisher: Publisher, languages: [String], audience: EditionAudience,
    levels: [NamedMark], compartments: [NamedMark] = [], groups: [NamedMark] = [],
    grounds: [Term] = [], scales: [Scale] = [], topics: [Term] = [], sectors: [Term] = [],
    regions: [Term] = [], interests: [Term] = [], kinds: [String] = []
  ) {
    self.title = title
    self.publisher = publisher
    self.languages = languages
    self.audience = audience
    self.levels = levels
    self.compartments = compartments
    self.groups = groups
    self.grounds = grounds
    self.scales = scales
    self.topics = topics
    self.sectors = sectors
    self.regions = regions
    self.interests = interests
    self.kinds = kinds
  }
}

/// Who publishes: name, contact and home.
public struct Publisher: Hashable, Sendable, Codable {
  /// The service's name.
  public var name: Names
  /// Where to reach it, a `mailto:`, `tel:` or `https:` address.
  public var contact: String?
  /// Its own site.
  public var url: String?

  /// A publisher.
  public init(name: Names, contact: String? = nil, url: String? = nil) {
    self.name = name
    self.contact = contact
    self.url = url
  }
}

/// The audience of an edition: no clearance, only what its pages need.
public struct EditionAudience: Hashable, Sendable, Codable {
  /// How withheld portions show.
  public enum Redaction: String, Hashable, Sendable, Codable, CaseIterable {
    /// As though they had never been written.
    case omit
    /// As a token.
    case mark
  }

  /// Its id in the policy, also the folder's name.
  public var id: String
  /// Its name.
  public var name: Names
  /// How withheld portions show.
  public var redaction: Redaction
  /// Whether portions carry their marks.
  public var showsMarks: Bool
  /// Whether the banner stands on its pages; not for the lowest clearance.
  public var showsBanner: Bool
  /// Absolute address of the edition, ending in `/`, for feeds and sitemap.
  public var baseURL: String?

  /// An audience.
  public init(
    id: String, name: Names, redaction: Redaction, showsMarks: Bool, showsBanner: Bool,
    baseURL: String? = nil
  ) {
    self.id = id
    self.name = name
    self.redaction = redaction
    self.showsMarks = showsMarks
    self.showsBanner = showsBanner
    self.baseURL = baseURL
  }
}

/// A level, compartment or group as a reader sees it.
public struct NamedMark: Hashable, Sendable, Codable {
  /// The mark, as in labels.
  public var mark: String
  /// Its name.
  public var name: Names
  /// Its colour, `#RRGGBB`.
  public var color: String?

  /// A named mark.
  public init(mark: String, name: Names, color: String? = nil) {
    self.mark = mark
    self.name = name
    self.color = color
  }
}

/// An entry of a vocabulary.
public struct Term: Hashable, Sendable, Codable {
  /// Its id, as front matter names it.
  public var id: String
  /// Its name.
  public var name: Names

  /// An entry.
  public init(id: String, name: Names) {
    self.id = id
    self.name = name
  }
}
