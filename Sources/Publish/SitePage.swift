/// One file of an edition: where it stands in it, and its bytes.
public struct SitePage: Sendable, Equatable {
  /// Path from the edition's folder, with `/` between its parts: `en/index.html`.
  public var path: String
  /// The whole content.
  public var bytes: [UInt8]

  /// A file with this content.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
