import Glibc
import Synchronization
import Testing

@testable import Publish

@Suite struct SwapTests {
  static let noExchange: @Sendable (FileSystem.Step, String) -> CInt = { step, _ in
    step == .exchange ? EINVAL : 0
  }

  @Test(arguments: [true, false])
  func replacesTheOldEditionWhole(canExchange: Bool) throws {
    let folder = TemporaryFolder()
    let interfere = canExchange ? nil : Self.noExchange
    for version in ["one", "two", "three"] {
      try folder.publish(version, to: ["a", "b"], interfere: interfere)
      for audience in ["a", "b"] {
        let edition = "\(folder.output)/\(audience)"
        #expect(read("\(edition)/z") == "\(version) z")
        #expect(verify(folder: edition) == [])
      }
      #expect(try names(in: folder.output) == ["a", "b"])
    }
  }

  /// Whatever a system says that cannot exchange two folders.
  @Test(arguments: [ENOSYS, EINVAL, EOPNOTSUPP])
  func replacesWhereNothingCanBeExchanged(code: CInt) throws {
    let folder = TemporaryFolder()
    for version in ["one", "two"] {
      try folder.publish(version, to: ["a"]) { step, _ in step == .exchange ? code : 0 }
      #expect(read("\(folder.output)/a/z") == "\(version) z")
    }
    #expect(try names(in: folder.output) == ["a"])
  }

  @Test func keepsOtherEditionsAndPlainFiles() throws {
    let folder = TemporaryFolder()
    try folder.publish("one", to: ["a", "b"])
    write("*\n", to: "\(folder.output)/.gitignore")
    let publisher = try folder.publisher(["a", "b"])
    try publisher.swap([try publisher.stage(pages("two"), for: "a", at: 1)])
    #expect(read("\(folder.output)/a/z") == "two z")
    #expect(read("\(folder.output)/b/z") == "one z")
    #expect(try names(in: folder.output) == [".gitignore", "a", "b"])
    #expect(read("\(folder.output)/.gitignore") == "*\n")
  }

  /// Whoever loses power finds the old edition or the new one: what is removed is not needed any more.
  @Test(arguments: [true, false])
  func flushesTheNewNamesBeforeTheOldEditionsGo(canExchange: Bool) throws {
    let folder = TemporaryFolder()
    try folder.publish("one", to: ["a", "b"])
    let steps = Mutex<[(step: FileSystem.Step, path: String)]>([])
    try folder.publish("two", to: ["a", "b"]) { step, path in
      steps.withLock { $0.append((step, path)) }
      return step == .exchange && !canExchange ? EINVAL : 0
    }
    let all = steps.withLock(\.self)
    let removed = try #require(all.firstIndex { $0.step == .remove && $0.path.contains("staging") })
    let swapped = try #require(
      all[..<removed].lastIndex { canExchange ? $0.step == .exchange : $0.path.hasSuffix("/b") })
    #expect(all[swapped..<removed].contains { $0.step == .flush && $0.path == folder.output })
  }

  /// In an output that several users write to, another's edition cannot be closed; it is replaced.
  @Test func replacesTheEditionOfAnotherUser() throws {
    let folder = TemporaryFolder()
    try folder.publish("one")
    let output = folder.output
    try folder.publish("two") { step, path in
      step == .setMode && path == "\(output)/public" ? EPERM : 0
    }
    #expect(read("\(output)/public/z") == "two z")
    #expect(try names(in: output) == ["public"])
  }

  @Test(arguments: [true, false])
  func swapsAllOrNone(canExchange: Bool) throws {
    let folder = TemporaryFolder()
    try folder.publish("one", to: ["a", "b"])
    let fault = fault { () throws(PublishFault) in
      try folder.publish("two", to: ["a", "b", "c"]) { step, path in
        if step == .exchange, !canExchange { return EINVAL }
        return [.exchange, .rename].contains(step) && path.hasSuffix("/c") ? EIO : 0
      }
    }
    #expect(fault?.kind == .io)
    #expect(read("\(folder.output)/a/z") == "one z")
    #expect(read("\(folder.output)/b/z") == "one z")
    #expect(status("\(folder.output)/c") == nil)
    try folder.publish("three", to: ["a", "b", "c"])
    #expect(try names(in: folder.output) == ["a", "b", "c"])
  }

  /// Without an exchange the old edition is moved away first, and has to come back.
  @Test func bringsTheOldEditionBackWhereTheNewOneCannotTakeItsPlace() throws {
    let folder = TemporaryFolder()
    try folder.publish("one", to: ["a", "b"])
    let renames = Mutex(0)
    let fault = fault { () throws(PublishFault) in
      try folder.publish("two", to: ["a", "b"]) { step, path in
        if step == .exchange { return EINVAL }
        guard step == .rename, path.hasSuffix("/b") else { return 0 }
        return renames.withLock { count in
          count += 1
          return count == 1 ? EIO : 0
        }
      }
    }
    #expect(fault?.kind == .io)
    #expect(read("\(folder.output)/a/z") == "one z")
    #expect(read("\(folder.output)/b/z") == "one z")
  }

  /// Which editions are new and which are nowhere is not for the reader to find out.
  @Test(arguments: [
    (true, "'a' is the new edition, 'b' is the new edition"),
    (false, "'a' is absent, 'b' is absent"),
  ])
  func saysWhatCouldNotBePutBack(canExchange: Bool, stuck: String) throws {
    let folder = TemporaryFolder()
    try folder.publish("one", to: ["a", "b"])
    let isBroken = Mutex(false)
    let fault = fault { () throws(PublishFault) in
      try folder.publish("two", to: ["a", "b", "c"]) { step, path in
        isBroken.withLock { isBroken in
          if step == .exchange { return isBroken ? EIO : canExchange ? 0 : EINVAL }
          guard step == .rename, isBroken || path.hasSuffix("/c") else { return 0 }
          defer { isBroken = true }
          return !isBroken ? EROFS : path.hasSuffix("/a") || path.hasSuffix("/b") ? EIO : 0
        }
      }
    }
    #expect(fault?.kind == .io)
    #expect(fault?.reason == "read-only file system; not all could be put back: \(stuck)")
    #expect(fault?.help == "build again: that puts each in its place")
    try folder.publish("three", to: ["a", "b", "c"])
    #expect(try names(in: folder.output) == ["a", "b", "c"])
  }

  @Test func saysSoWhenTheOldEditionStays() throws {
    let folder = TemporaryFolder()
    try folder.publish("one")
    let fault = fault { () throws(PublishFault) in
      try folder.publish("two") { step, _ in step == .remove ? EIO : 0 }
    }
    #expect(fault?.kind == .leftOver)
    #expect(read("\(folder.output)/public/z") == "two z")
    _ = try folder.publisher()
    #expect(try names(in: folder.output) == ["public"])
  }

  /// What nobody lets this user remove, another build does not remove either.
  @Test func saysWhoCanRemoveTheOldEdition() throws {
    let folder = TemporaryFolder()
    try folder.publish("one")
    let forbidden: @Sendable (FileSystem.Step, String) -> CInt = { step, path in
      step == .remove && path.hasSuffix("/z") ? EACCES : 0
    }
    let help = "remove it as its owner: rm -r '\(folder.output)/.tearline-staging-public'"
    let first = fault { () throws(PublishFault) in
      try folder.publish("two", interfere: forbidden)
    }
    #expect(first?.kind == .leftOver)
    #expect(first?.help == help)
    let second = fault { () throws(PublishFault) in
      try folder.publish("three", interfere: forbidden)
    }
    #expect(second?.kind == .io)
    #expect(second?.reason == "what a build left here cannot be removed: permission denied")
    #expect(second?.help == help)
    #expect(read("\(folder.output)/public/z") == "two z")
  }

  @Test func showsAReaderTheOldOrTheNewEditionThroughout() async throws {
    let folder = TemporaryFolder()
    try folder.publish("v0")
    let reader = Task.detached {
      var seen: Set<String> = []
      while !Task.isCancelled {
        seen.insert(read("\(folder.output)/public/en/index.html") ?? "absent")
      }
      return seen
    }
    let versions = (0...50).map { "v\($0)" }
    for version in versions.dropFirst() {
      try folder.publish(version)
      await Task.yield()
    }
    reader.cancel()
    let seen = await reader.value
    #expect(seen.isSubset(of: Set(versions.map { "\($0) en/index.html" })))
  }
}
