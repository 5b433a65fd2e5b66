public import Calendar

/// What one audience gets: plain values, all of them visible to that audience.
///
/// An edition is made at the door (`Release`) or read back from a released publication, and is all
/// that the site is built from. It holds no label to compare, no level above the reader and no
/// trace of what was withheld: a mark in it is a text for display.
public struct Edition: Hashable, Sendable, Codable {
  /// The day for which it was made; decides what is current.
  public var asOf: Day
  /// The part of the policy that this audience may know.
  public var policy: EditionPolicy
  /// Its briefings, by id and then in the order of the policy's languages.
  public var briefings: [Briefing]
  /// Images that something visible shows, by file name.
  public var assets: [Asset]

  /// An edition of these parts.
  public init(asOf: Day, policy: EditionPolicy, briefings: [Briefing], assets: [Asset]) {
    self.asOf = asOf
    self.policy = policy
    self.briefings = briefings
    self.assets = assets
  }
}

/// An image of an edition, without metadata, named by its contents.
public struct Asset: Hashable, Sendable, Codable {
  /// File name: the first 16 hexadecimal digits of the SHA-256 of `bytes`, a dot and the extension.
  public var name: String
  /// The published bytes.
  public var bytes: [UInt8]
  /// Width in pixels, where the file says it.
  public var width: Int?
  /// Height in pixels, where the file says it.
  public var height: Int?

  /// An asset of these parts.
  public init(name: String, bytes: [UInt8], width: Int?, height: Int?) {
    self.name = name
    self.bytes = bytes
    self.width = width
    self.height = height
  }
}
