/// An edition that is written whole beside the published ones, and not yet published.
public struct StagedEdition: Sendable, Equatable {
  /// The audience whose edition it is.
  public let audience: String
  /// The folder that holds it until it is swapped in; only this user may enter it.
  public let path: String
  /// Its files.
  public let manifest: Manifest
  /// The modification time of all its files and folders, in seconds since 1970 (UTC).
  public let modificationTime: Int
}
