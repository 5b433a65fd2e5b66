internal import Publish
internal import Site

/// Writes editions one after another, some pages at a time, each time while the next pages are being
/// made.
struct StagingLine {
  private let publisher: Publisher
  private let seconds: Int
  private var open: Staging?
  private var running: Background<Result<Void, PublishFault>>?
  /// The editions that are written.
  private(set) var staged: [StagedEdition] = []

  /// A line to `publisher`, whose files get the time `seconds`, in seconds since 1970.
  init(publisher: Publisher, seconds: Int) {
    self.publisher = publisher
    self.seconds = seconds
  }

  /// Begins an edition, once the one before it is written.
  mutating func begin(_ audience: String) throws(PublishFault) {
    try finish()
    open = try publisher.begin(audience, at: seconds)
  }

  /// Begins to write pages of the edition, once those before them are written.
  mutating func add(_ pages: [Page]) throws(PublishFault) {
    try wait()
    guard let open else { return }
    running = Background {
      do throws(PublishFault) {
        return .success(try open.write(pages.map { SitePage(path: $0.path, bytes: $0.bytes) }))
      } catch {
        return .failure(error)
      }
    }
  }

  /// Waits for the edition to be written, and ends it.
  mutating func finish() throws(PublishFault) {
    try wait()
    guard let open else { return }
    staged.append(try open.finish())
    self.open = nil
  }

  /// Removes everything that was written, what is being written included, as far as that works.
  mutating func discard() {
    _ = running?.wait()
    running = nil
    if let open { publisher.discard(open) }
    open = nil
    publisher.discard(staged)
    staged = []
  }

  private mutating func wait() throws(PublishFault) {
    let result = running?.wait()
    running = nil
    if case .failure(let fault)? = result { throw fault }
  }
}
