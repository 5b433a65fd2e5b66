internal import Publish

/// The editions of a build, written one after another beside those that are published.
struct StagingLine {
  private let publisher: Publisher
  private let seconds: Int
  private var open: Staging?
  /// The editions that are written.
  private(set) var staged: [StagedEdition] = []

  /// A line to `publisher`, whose files get the time `seconds`, in seconds since 1970.
  init(publisher: Publisher, seconds: Int) {
    self.publisher = publisher
    self.seconds = seconds
  }

  /// Begins an edition, which is to be ended before the next.
  mutating func begin(_ audience: String) throws(PublishFault) -> Staging {
    let staging = try publisher.begin(audience, at: seconds)
    open = staging
    return staging
  }

  /// Ends the edition, which is written whole.
  mutating func finish() throws(PublishFault) {
    guard let open else { return }
    staged.append(try open.finish())
    self.open = nil
  }

  /// Removes everything that was written, as far as that works.
  mutating func discard() {
    if let open { publisher.discard(open) }
    open = nil
    publisher.discard(staged)
    staged = []
  }
}
