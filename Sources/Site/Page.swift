/// A file of a site.
public struct Page: Hashable, Sendable {
  /// Where it is, relative to the edition's folder, with `/` between its parts.
  public var path: String
  /// What is in it.
  public var bytes: [UInt8]

  /// A file at `path`.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
