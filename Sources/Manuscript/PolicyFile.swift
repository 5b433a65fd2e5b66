public import Diagnostics

/// The file that holds a publication's policy.
public enum PolicyFile {
  /// Its name in the publication's folder.
  public static let name = "publication.yml"

  /// The policy in `bytes`, or nil where too little of it can be read; all that is wrong with it is
  /// among the findings.
  public static func read(_ bytes: [UInt8], findings: inout Findings) -> Policy? {
    PolicyReader.read(path: name, bytes: bytes, findings: &findings)
  }
}
