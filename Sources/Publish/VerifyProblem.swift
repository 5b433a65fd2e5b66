/// One way in which an edition's folder is not what its manifest says.
public struct VerifyProblem: Sendable, Equatable {
  /// What sort of problem it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// The manifest names the file, and it is not there.
    case missing
    /// The file has another size or other content than the manifest says.
    case changed
    /// The file or folder is there, and the manifest does not name it.
    case extra
    /// The file or folder cannot be read.
    case unreadable
    /// It is a symbolic link, which no edition has.
    case link
    /// The manifest itself is missing or is not as Tearline writes it.
    case manifest
  }

  /// What sort of problem it is.
  public var kind: Kind
  /// Path from the edition's folder.
  public var path: String
  /// What is wrong, in one sentence without a capital or a full stop.
  public var message: String

  /// A problem with these words.
  public init(_ kind: Kind, path: String, message: String) {
    self.kind = kind
    self.path = path
    self.message = message
  }
}
