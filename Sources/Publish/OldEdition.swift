import Glibc

/// An edition that is published now and about to be replaced.
///
/// It is held open, so that it stays the same folder under whatever name.
struct OldEdition {
  private let folder: Descriptor
  /// Who may read and enter it.
  let access: Access

  /// The edition of this audience; nil where there is none.
  init?(of audience: String, in output: OutputFolder) throws(PublishFault) {
    guard try output.exists(audience) else { return nil }
    folder = try output.fileSystem.openFolder(audience, in: output.folder)
    access = try Access(of: folder)
  }

  /// Opens it to others or closes it: it may hold what is withheld since, and a killed build leaves
  /// it behind. The folder of another user, in an output that several write to, stays as it is.
  func setMode(_ mode: mode_t, _ fileSystem: FileSystem) throws(PublishFault) {
    do {
      try fileSystem.setMode(mode, of: folder)
    } catch {
      guard error.code == EPERM else { throw error }
    }
  }
}
