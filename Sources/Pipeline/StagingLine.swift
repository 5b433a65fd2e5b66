internal import Publish
internal import Site

/// Writes editions one after another, each while the next one is being made.
struct StagingLine {
  private let publisher: Publisher
  private let seconds: Int
  private var running: Background<Result<StagedEdition, PublishFault>>?
  /// The editions that are written.
  private(set) var staged: [StagedEdition] = []

  /// A line to `publisher`, whose files get the time `seconds`, in seconds since 1970.
  init(publisher: Publisher, seconds: Int) {
    self.publisher = publisher
    self.seconds = seconds
  }

  /// Begins to write an edition, once the one before it is written.
  mutating func add(_ pages: [Page], for audience: String) throws(PublishFault) {
    try finish()
    running = Background { [publisher, seconds] in
      do throws(PublishFault) {
        let files = pages.map { SitePage(path: $0.path, bytes: $0.bytes) }
        return .success(try publisher.stage(files, for: audience, at: seconds))
      } catch {
        return .failure(error)
      }
    }
  }

  /// Waits for the edition that is being written.
  mutating func finish() throws(PublishFault) {
    guard let running else { return }
    self.running = nil
    switch running.wait() {
    case .success(let edition)?: staged.append(edition)
    case .failure(let fault)?: throw fault
    case nil: break
    }
  }

  /// Removes everything that was written, what is being written included.
  mutating func discard() throws(PublishFault) {
    if case .success(let edition)? = running?.wait() { staged.append(edition) }
    running = nil
    try publisher.discard(staged)
    staged = []
  }
}
