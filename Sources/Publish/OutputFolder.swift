import Diagnostics
import Glibc

/// The output folder as a build finds it: editions, left-overs of killed builds, and strangers.
struct OutputFolder {
  private static let stagingPrefix = ".tearline-staging-"
  private static let retiredPrefix = ".tearline-old-"

  let folder: Descriptor
  let fileSystem: FileSystem

  /// Where an edition is written before it is published. The name needs no chance in it, because
  /// the lock keeps all other builds away.
  static func stagingName(_ audience: String) -> String { stagingPrefix + audience }

  /// Where an edition waits that is replaced without an exchange.
  static func retiredName(_ audience: String) -> String { retiredPrefix + audience }

  /// Whether a build gives such names to what it makes for itself.
  static func isOwn(_ name: String) -> Bool {
    name.hasPrefix(stagingPrefix) || name.hasPrefix(retiredPrefix)
  }

  /// Puts right what a killed build left: an edition that it had moved away comes back where no
  /// other took its place and the policy still has its audience, and all else of its making goes.
  ///
  /// - Parameter audiences: those of the policy; nil where that cannot be read, and then each edition
  ///   comes back.
  func cleanUp(audiences: [String]?) throws(PublishFault) {
    for entry in try FolderListing(of: folder).entries where entry.kind == .folder {
      guard entry.name.hasPrefix(Self.retiredPrefix) else { continue }
      let audience = String(entry.name.dropFirst(Self.retiredPrefix.count))
      let isKnown =
        audiences?.contains(audience) ?? (PagePath.problem(inPart: audience.utf8) == nil)
      guard isKnown, try !exists(audience) else { continue }
      try fileSystem.rename(entry.name, to: audience, in: folder)
      try fileSystem.flush(folder)
    }
    for entry in try FolderListing(of: folder).entries {
      if Self.isOwn(entry.name) { try remove(entry) }
    }
  }

  private func remove(_ leftOver: FolderListing.Entry) throws(PublishFault) {
    do {
      try TreeRemover(fileSystem: fileSystem).remove(leftOver.rawName, from: folder)
    } catch {
      var fault = error
      fault.reason = "what a build left here cannot be removed: \(error.reason)"
      fault.help = PublishFault.removalHelp("\(folder.path)/\(leftOver.name)")
      throw fault
    }
  }

  /// Refuses an output in which something else than these editions could be online or be lost: a
  /// folder or link of another name, or a folder of an audience's name that Tearline did not make.
  func check(audiences: [String]) throws(PublishFault) {
    for entry in try FolderListing(of: folder).entries {
      let path = "\(folder.path)/\(entry.name)"
      if audiences.contains(entry.name) {
        guard entry.kind == .folder else {
          throw PublishFault(
            .unsafePath, path: path, reason: "something that is not a folder has an edition's name",
            help: "look at it, then move it away: mv \(ShellWord.quoted(path)) ELSEWHERE")
        }
        try checkEdition(entry.name)
      } else if entry.kind == .folder || entry.kind == .link {
        throw Self.stranger(path, entry.name, "is no edition of the policy")
      }
    }
  }

  private func checkEdition(_ audience: String) throws(PublishFault) {
    let edition = try fileSystem.openFolder(audience, in: folder)
    let entries = try FolderListing(of: edition).entries
    if entries.isEmpty { return }
    guard entries.contains(where: { $0.name == Manifest.fileName && $0.kind == .file }) else {
      throw Self.stranger(edition.path, audience, "has an edition's name, but no manifest.json")
    }
    // Other programs have files of that name too: what is made for the web, above all.
    switch Result(catching: { try Manifest(of: edition) }) {
    case .success: return
    case .failure(let fault as PublishFault): throw fault
    case .failure:
      throw Self.stranger(
        edition.path, audience, "has an edition's name, but its manifest.json is no edition's")
    }
  }

  private static func stranger(_ path: String, _ name: String, _ what: String) -> PublishFault {
    PublishFault(
      .stranger(folder: name), path: path, reason: "this folder \(what)",
      help: "look at it, then remove it or move it away: rm -r \(ShellWord.quoted(path))")
  }

  /// Whether there is something of this name, a link included.
  func exists(_ name: String) throws(PublishFault) -> Bool {
    try FolderListing.status(of: name, in: folder) != nil
  }

  /// The latest modification time of these audiences' editions, in seconds since 1970; nil where none
  /// is published.
  func latestTime(of audiences: [String]) throws(PublishFault) -> Int? {
    var latest: Int?
    for audience in audiences {
      guard let status = try FolderListing.status(of: audience, in: folder) else { continue }
      var last = Int(status.st_mtim.tv_sec)
      let edition = try fileSystem.openFolder(audience, in: folder)
      if let manifest = try FolderListing.status(of: Manifest.fileName, in: edition) {
        last = max(last, Int(manifest.st_mtim.tv_sec))
      }
      latest = max(latest ?? last, last)
    }
    return latest
  }

  /// Refuses to begin what cannot be finished: the disk must have room for these contents beside
  /// what is published now, in blocks and in number of files.
  func checkSpace(sizes: [Int], folders: Int) throws(PublishFault) {
    var status = statvfs()
    guard fstatvfs(folder.number, &status) == 0 else { throw .system(errno, folder.path) }
    let block = max(1, Int(status.f_frsize))
    let blocks = sizes.reduce(folders) { $0 + ($1 + block - 1) / block }
    // Some file systems have no fixed number of files, and say 0.
    let hasFiles = status.f_files == 0 || Int(status.f_favail) >= sizes.count + folders
    guard Int(clamping: status.f_bavail) >= blocks, hasFiles else {
      throw PublishFault(
        .noSpace, path: folder.path,
        reason: "the disk has no room for \(sizes.count) files of "
          + "\(blocks.multipliedReportingOverflow(by: block).partialValue) bytes in all",
        help: "make room on the disk, then build again")
    }
  }
}
