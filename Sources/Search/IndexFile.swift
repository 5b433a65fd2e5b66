/// A file of a search index.
public struct IndexFile: Hashable, Sendable {
  /// Its name within the folder of the index.
  public var name: String
  /// What is in it.
  public var bytes: [UInt8]
}
