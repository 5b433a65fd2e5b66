public import Calendar

/// A scale with its dated versions: a value keeps the meaning that it had when it was given.
public struct Scale: Hashable, Sendable, Codable {
  /// `threat-level`, `likelihood`, `confidence` or `impact`.
  public var id: String
  /// Its versions, oldest first.
  public var versions: [ScaleVersion]

  /// A scale.
  public init(id: String, versions: [ScaleVersion]) {
    self.id = id
    self.versions = versions
  }

  /// The version in force on `day`: the latest that began on or before it.
  public func version(on day: Day) -> ScaleVersion? { versions.last { $0.since <= day } }

  /// The version of `day`, or else the latest before it, that has the value called `id`: what a judgement
  /// changed from can be a word that was given up since.
  public func version(with id: String, upTo day: Day) -> ScaleVersion? {
    versions.last { $0.since <= day && $0.value(id) != nil }
  }
}

/// A scale as it stood from a day on.
public struct ScaleVersion: Hashable, Sendable, Codable {
  /// The first day of this version.
  public var since: Day
  /// Its values, lowest first.
  public var values: [ScaleValue]

  /// A version.
  public init(since: Day, values: [ScaleValue]) {
    self.since = since
    self.values = values
  }

  /// The value called `id` and its number, counted from 1.
  public func value(_ id: String) -> (value: ScaleValue, number: Int)? {
    guard let index = values.firstIndex(where: { $0.id == id }) else { return nil }
    return (values[index], index + 1)
  }
}

/// One step of a scale.
public struct ScaleValue: Hashable, Sendable, Codable {
  /// Its id, as front matter names it.
  public var id: String
  /// Its word.
  public var name: Names
  /// What it means, in a sentence.
  public var meaning: Names?
  /// For a likelihood: the band in percent, lower and upper bound.
  public var band: [Int]?

  /// A value.
  public init(id: String, name: Names, meaning: Names? = nil, band: [Int]? = nil) {
    self.id = id
    self.name = name
    self.meaning = meaning
    self.band = band
  }
}
