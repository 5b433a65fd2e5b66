/// A file of a built edition.
public struct AuditedFile: Sendable {
  /// Path from the edition's folder, with `/` between its parts.
  public var path: String
  /// The whole content.
  public var bytes: [UInt8]

  /// A file with this content.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
