import Glibc
import Synchronization
import Testing

@testable import Publish

/// Who may enter an edition, the one that comes and the one that goes.
@Suite struct SwapModeTests {
  /// What was staged for this user alone can be entered by readers, in each edition.
  @Test(arguments: [true, false])
  func opensAllEditionsToReaders(canExchange: Bool) throws {
    let folder = TemporaryFolder()
    for version in ["one", "two"] {
      try folder.publish(
        version, to: ["a", "b", "c"], interfere: canExchange ? nil : SwapTests.noExchange)
      for audience in ["a", "b", "c"] {
        let mode = status("\(folder.output)/\(audience)").map { $0.st_mode & 0o7777 }
        #expect(mode == 0o755, "\(version) \(audience)")
      }
    }
  }

  /// Until all of an edition is on the disk, nobody else may enter it: a build that is killed leaves it.
  @Test func closesWhatIsStagedUntilItIsFlushed() throws {
    let folder = TemporaryFolder()
    try folder.publish("one", to: ["a", "b"])
    let modes = Mutex<[mode_t?]>([])
    try folder.publish("two", to: ["a", "b"]) { [output = folder.output] step, path in
      if step == .flush, path == output {
        modes.withLock {
          $0 += ["a", "b"].map {
            status("\(output)/.tearline-staging-\($0)").map { $0.st_mode & 0o777 }
          }
        }
      }
      return 0
    }
    #expect(modes.withLock(\.self).prefix(2) == [0o700, 0o700])
  }

  /// Who may enter an edition is for whoever looks after the server to say, once it is there.
  @Test(arguments: [true, false], [0o700, 0o750, 0o775, 0o2750] as [mode_t])
  func keepsAnEditionAsClosedAsItWas(canExchange: Bool, mode: mode_t) throws {
    let folder = TemporaryFolder()
    try folder.publish("one", to: ["a", "b"])
    chmod("\(folder.output)/a", mode)
    let before = umask(0o077)
    defer { umask(before) }
    let interfere = canExchange ? nil : SwapTests.noExchange
    for version in ["two", "three"] {
      try folder.publish(version, to: ["a", "b"], interfere: interfere)
      let modes = ["a", "b"].map { self.mode("\(folder.output)/\($0)") }
      #expect(modes == [mode, 0o755], "\(version)")
    }
  }

  /// What is withheld since stands in the old edition, which a killed build leaves behind.
  @Test(arguments: [true, false])
  func closesTheOldEditionBeforeItIsRemoved(canExchange: Bool) throws {
    let folder = TemporaryFolder()
    try folder.publish("one", to: ["a", "b"])
    let old = ["a", "b"].map { status("\(folder.output)/\($0)")?.st_ino }
    let fault = fault { () throws(PublishFault) in
      try folder.publish("two", to: ["a", "b"]) { step, _ in
        step == .exchange && !canExchange ? EINVAL : step == .remove ? EIO : 0
      }
    }
    #expect(fault?.kind == .leftOver)
    var seen = 0
    for name in try names(in: folder.output) {
      guard old.contains(status("\(folder.output)/\(name)")?.st_ino) else { continue }
      #expect(mode("\(folder.output)/\(name)") == 0o700, "\(name)")
      seen += 1
    }
    #expect(seen == 2)
  }

  /// An edition that comes back is as open as it was.
  @Test(arguments: [true, false])
  func opensTheOldEditionAgainWhereItComesBack(canExchange: Bool) throws {
    let folder = TemporaryFolder()
    try folder.publish("one", to: ["a", "b"])
    chmod("\(folder.output)/a", 0o750)
    let fault = fault { () throws(PublishFault) in
      try folder.publish("two", to: ["a", "b", "c"]) { step, path in
        if step == .exchange, !canExchange { return EINVAL }
        return step == .rename && path.hasSuffix("/c") ? EIO : 0
      }
    }
    #expect(fault?.kind == .io)
    #expect(read("\(folder.output)/a/z") == "one z")
    #expect(["a", "b"].map { mode("\(folder.output)/\($0)") } == [0o750, 0o755])
  }

  private func mode(_ path: String) -> mode_t? { status(path).map { $0.st_mode & 0o7777 } }
}
