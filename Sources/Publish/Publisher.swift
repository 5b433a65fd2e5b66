/// Publishes editions into an output folder: staged beside the published ones, then swapped in.
///
/// At any moment, killed at any point, with the disk full, `output/<audience>` is the old edition
/// or the new one, complete. The steps are `lock`, `init`, `stage` for each edition, and `swap` or
/// `discard`.
public struct Publisher: Sendable {
  private let lock: OutputLock
  private let output: OutputFolder
  private let audiences: [String]
  /// When the last of the published editions was made.
  private let latest: Int?

  /// Whether there are editions in the output already.
  public var replacesEditions: Bool { latest != nil }

  /// Takes the lock of `output`, which is created where it is not there; the folder that holds it
  /// must be.
  ///
  /// - Throws: `PublishFault` of the kind `locked` where another build holds it.
  public static func lock(output: String) throws(PublishFault) -> OutputLock {
    try OutputLock(output: output, fileSystem: FileSystem())
  }

  /// A publisher for the locked output, which it cleans of what a killed build left.
  ///
  /// - Parameter audiences: the names of all audiences of the policy, also of those that are not
  ///   built now; any other folder in the output is a stranger.
  /// - Throws: `PublishFault`, of the kind `stranger` where the output holds a folder that is no
  ///   edition of the policy, such as the old site of a renamed audience.
  public init(_ lock: OutputLock, audiences: [String]) throws(PublishFault) {
    self.lock = lock
    self.audiences = audiences
    output = OutputFolder(folder: lock.folder, fileSystem: lock.fileSystem)
    for audience in audiences where audience.utf8.count > 200 || audience.contains("/") {
      throw PublishFault(.unsafePath, path: audience, reason: "the audience's name is no folder's")
    }
    try PagePath.check(audiences)
    try output.cleanUp(audiences: audiences)
    try output.check(audiences: audiences)
    latest = try output.latestTime(of: audiences)
  }

  /// Cleans an output of what a killed build left, for a build that goes no further.
  ///
  /// The output is not created. Where another build is at work, or something cannot be put right, it
  /// is left to the next build: the one that calls this has something else to tell.
  ///
  /// - Parameter audiences: the names of all audiences of the policy; nil where they are not known.
  public static func cleanUp(output: String, audiences: [String]?) {
    cleanUp(output: output, audiences: audiences, FileSystem())
  }

  static func cleanUp(output: String, audiences: [String]?, _ fileSystem: FileSystem) {
    do throws(PublishFault) {
      let lock = try OutputLock(output: output, fileSystem: fileSystem, creates: false)
      try OutputFolder(folder: lock.folder, fileSystem: fileSystem).cleanUp(audiences: audiences)
    } catch {
      return
    }
  }

  /// Writes an edition and its manifest into a new folder beside the published ones.
  ///
  /// Files have the mode 0644 and folders 0755, whatever the umask; all have one modification time.
  /// The folder itself can be entered by this user alone until it is swapped in, because what is
  /// in it is not published yet. After a fault nothing is left of it.
  ///
  /// - Parameters:
  ///   - pages: every file of the edition but `manifest.json`, in any order.
  ///   - audience: whose edition it is; its folder's name.
  ///   - seconds: the modification time, in seconds since 1970 (UTC). Where an edition that is
  ///     published now, of whatever audience, is not older than that, it becomes one second later than
  ///     that edition's.
  public func stage(
    _ pages: [SitePage], for audience: String, at seconds: Int
  ) throws(PublishFault) -> StagedEdition {
    // All paths are looked at before the first is written.
    try PagePath.check(pages.map(\.path) + [Manifest.fileName])
    let staging = try begin(audience, at: seconds)
    do throws(PublishFault) {
      try staging.write(pages)
      return try staging.finish()
    } catch {
      discard(audience)
      throw error
    }
  }

  /// Begins to write an edition, whose pages then come some at a time; otherwise as `stage`.
  ///
  /// After a fault, or where it is not to be published, it waits for `discard`.
  public func begin(_ audience: String, at seconds: Int) throws(PublishFault) -> Staging {
    guard audiences.contains(audience) else {
      throw PublishFault(.unsafePath, path: audience, reason: "the policy has no such audience")
    }
    return try Staging(audience: audience, in: output, time: time(asked: seconds))
  }

  /// One time for all editions of a build, later than that of each edition before, so that a mirror
  /// that compares size and time misses no change.
  private func time(asked: Int) -> Int {
    guard let latest, asked <= latest, latest < .max else { return asked }
    return latest + 1
  }

  /// Publishes these editions in place of the old ones, which are removed.
  ///
  /// All are on the disk before the first is swapped, and if one cannot be swapped the others are
  /// swapped back. A fault of the kind `leftOver` says that the new editions are published; after
  /// any other the old ones are, but those of which its reason says otherwise, and what was staged
  /// waits for `discard`.
  public func swap(_ staged: [StagedEdition]) throws(PublishFault) {
    var swap = Swap(output: output)
    try swap.run(staged.map(\.audience))
  }

  /// Removes what was staged and will not be published. What led to this is to be reported, so that
  /// what cannot be removed is left to the next build, without a word.
  public func discard(_ staged: [StagedEdition]) {
    for edition in staged { discard(edition.audience) }
  }

  /// Removes what has been written of an edition, as `discard` of staged ones does.
  public func discard(_ staging: Staging) { discard(staging.audience) }

  private func discard(_ audience: String) {
    TreeRemover(fileSystem: lock.fileSystem).tryToRemove(
      OutputFolder.stagingName(audience), from: lock.folder)
  }
}
