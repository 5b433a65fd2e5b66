/// The right to change one output folder, held by at most one process at a time.
///
/// It is given up when the last user lets go of it and when the process ends, killed or not; so no
/// lock is ever stale. `Publisher` holds it as long as it lives.
public final class OutputLock: Sendable {
  /// A file of this name is used where a file system cannot lock folders.
  static let fileName = ".tearline-lock"

  /// The output folder as the user named it.
  public let output: String
  let folder: Descriptor
  let fileSystem: FileSystem
  private let held: Descriptor

  /// - Parameter creates: whether an output that is not there is made.
  init(output: String, fileSystem: FileSystem, creates: Bool = true) throws(PublishFault) {
    let folder =
      creates ? try fileSystem.openOutput(at: output) : try fileSystem.openExisting(at: output)
    guard let held = try fileSystem.lock(folder, orFile: Self.fileName) else {
      throw PublishFault(
        .locked, path: output, reason: "another build is writing to this folder",
        help: "wait until it has ended, or build to another folder with --output")
    }
    self.output = output
    self.folder = folder
    self.fileSystem = fileSystem
    self.held = held
  }

  /// A process that is being started meanwhile shares the descriptor until its own program begins,
  /// and would keep the lock as long.
  deinit { fileSystem.unlock(held) }
}
