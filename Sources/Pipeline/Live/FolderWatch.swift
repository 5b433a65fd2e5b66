internal import Glibc

/// Waits for changes in a publication's folder.
///
/// It says that something may have changed, and never what: what has changed is found by looking,
/// so that nothing depends on whether an event was lost, and polling does the same work as events.
final class FolderWatch: Sendable {
  /// How long it has to be quiet after a change, in milliseconds: an editor's save is several.
  private static let quiet: CInt = 15
  /// The most rounds of quiet that are waited for.
  private static let patience = 20
  /// How often the folder is looked at where the kernel does not tell, in milliseconds.
  private static let interval: CInt = 500

  private let root: String
  /// Where the kernel tells; nil where it does not.
  private let events: CInt?
  private let covered = Guarded<Set<CInt>>([])
  private let stopReader: CInt
  private let stopWriter: CInt

  /// A watch over the publication in `root`; nil where the machine has no more descriptors.
  ///
  /// - Parameter polls: whether to look from time to time instead of being told. File systems of
  ///   other machines tell nothing.
  init?(root: String, polls: Bool) {
    var ends: [CInt] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    stopReader = ends[0]
    stopWriter = ends[1]
    let descriptor = polls ? -1 : inotify_init1(CInt(IN_NONBLOCK) | CInt(IN_CLOEXEC))
    events = descriptor < 0 ? nil : descriptor
    self.root = root
  }

  deinit {
    for descriptor in [stopReader, stopWriter] + [events].compactMap(\.self) { close(descriptor) }
  }

  /// How far the kernel tells of changes.
  enum Coverage {
    /// Of all folders, as before.
    case same
    /// Of all folders, some of which it did not tell of before: they are to be looked at again.
    case more
    /// Not of all folders.
    case none
  }

  /// Asks the kernel to tell of changes in these folders, relative to the publication's.
  func cover(_ folders: [String]) -> Coverage {
    guard let events else { return .none }
    var now: Set<CInt> = []
    for folder in folders {
      let mask = IN_CLOSE_WRITE | IN_MOVE | IN_CREATE | IN_DELETE | IN_ATTRIB | IN_ONLYDIR
      let watch = inotify_add_watch(events, root + "/" + folder, UInt32(mask))
      if watch >= 0 {
        now.insert(watch)
      } else if errno != ENOENT, errno != ENOTDIR, errno != EACCES {
        return .none
      }
    }
    return covered.withLock { covered in
      defer { covered = now }
      return now.isSubset(of: covered) ? .same : .more
    }
  }

  /// Waits until something may have changed. False where the watch was stopped.
  ///
  /// - Parameter coverage: how far the kernel tells.
  func wait(_ coverage: Coverage) -> Bool {
    if case .more = coverage { return true }
    guard case .same = coverage, let events else {
      return !isReady(nil, after: FolderWatch.interval).mustStop
    }
    guard !isReady(events, after: -1).mustStop else { return false }
    for _ in 0..<FolderWatch.patience {
      drain(events)
      let more = isReady(events, after: FolderWatch.quiet)
      if more.mustStop { return false }
      if !more.hasEvents { break }
    }
    return true
  }

  /// Ends `wait`. Any thread may.
  func stop() {
    var byte: UInt8 = 1
    _ = write(stopWriter, &byte, 1)
  }

  private func isReady(
    _ events: CInt?, after milliseconds: CInt
  ) -> (hasEvents: Bool, mustStop: Bool) {
    var polled = [stopReader, events ?? -1].map {
      pollfd(fd: $0, events: CShort(POLLIN), revents: 0)
    }
    guard poll(&polled, nfds_t(polled.count), milliseconds) > 0 else { return (false, false) }
    return (polled[1].revents != 0, polled[0].revents != 0)
  }

  private func drain(_ events: CInt) {
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while read(events, &buffer, buffer.count) > 0 {}
  }
}
