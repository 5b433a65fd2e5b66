internal import Synchronization

/// An edition that is being written beside the published ones, some of its pages at a time, so that
/// nobody has to hold all of them at once.
///
/// A class, because what it knows of the pages written so far grows with them and is never copied.
public final class Staging: Sendable {
  private struct State: Sendable {
    var paths = PathRegister()
    var entries: [Manifest.Entry] = []
  }

  let audience: String
  private let root: Descriptor
  private let output: OutputFolder
  private let time: Int
  private let state = Mutex(State())

  /// Makes the folder for an edition of this audience.
  init(audience: String, in output: OutputFolder, time: Int) throws(PublishFault) {
    self.audience = audience
    self.output = output
    self.time = time
    root = try output.fileSystem.makeFolder(
      OutputFolder.stagingName(audience), in: output.folder, mode: 0o700)
  }

  /// Writes pages whose paths are safe and have not been written before; several threads may do so at
  /// once.
  public func write(_ pages: [SitePage]) throws(PublishFault) {
    let entries = pages.map(Manifest.Entry.init)
    try state.withLock { (state) throws(PublishFault) in
      for page in pages { try state.paths.add(page.path) }
      state.entries += entries
    }
    try output.checkSpace(
      sizes: pages.map(\.bytes.count), folders: TreeWriter.folderCount(pages))
    try TreeWriter.write(pages, into: root, time: time, output.fileSystem)
  }

  /// Writes the manifest, behind which nothing more comes.
  public func finish() throws(PublishFault) -> StagedEdition {
    let manifest = Manifest(entries: state.withLock(\.entries))
    try write([SitePage(path: Manifest.fileName, bytes: manifest.bytes)])
    try state.withLock { (state) throws(PublishFault) in try state.paths.finish() }
    return StagedEdition(
      audience: audience, path: root.path, manifest: manifest, modificationTime: time)
  }
}
