import Glibc
import Synchronization
import Testing

@testable import Publish

/// A build that is stopped at each of its calls in turn.
@Suite struct InterruptionTests {
  /// How the call with a given number goes wrong.
  enum Accident: CaseIterable {
    /// That call and all after it fail: what a kill or a lost disk looks like.
    case killed
    /// That call alone fails, and the build cleans up after it.
    case inputOutput
    /// From that call on nothing can be created or written, only removed.
    case diskFull
  }

  /// Counts the calls of a build and lets the accident happen at the `number`-th.
  private final class Counter: Sendable {
    private let count = Mutex(0)
    let accident: Accident
    let number: Int
    let canExchange: Bool

    init(_ accident: Accident, at number: Int, canExchange: Bool) {
      self.accident = accident
      self.number = number
      self.canExchange = canExchange
    }

    var hasHappened: Bool { count.withLock { $0 > number } }

    func answer(_ step: FileSystem.Step) -> CInt {
      let now = count.withLock { count in
        defer { count += 1 }
        return count
      }
      switch accident {
      case .killed where now >= number: return EIO
      case .inputOutput where now == number: return EIO
      case .diskFull where now >= number:
        if [.makeFolder, .createFile, .write, .flush].contains(step) { return ENOSPC }
      default: break
      }
      return step == .exchange && !canExchange ? EINVAL : 0
    }
  }

  @Test(arguments: Accident.allCases, [true, false])
  func leavesTheOldEditionOrTheNewOne(_ accident: Accident, canExchange: Bool) throws {
    let folder = TemporaryFolder()
    let audiences = ["a", "b"]
    try folder.publish("v", to: audiences)
    var (old, number, faults) = ("v", 0, 0)
    while true {
      let counter = Counter(accident, at: number, canExchange: canExchange)
      let new = "v\(number)"
      let fault = fault { () throws(PublishFault) in
        try folder.publish(new, to: audiences) { step, _ in counter.answer(step) }
      }
      if !canExchange, fault != nil {
        // Without an exchange an edition may be away for a moment; the next build finds it.
        _ = try folder.publisher(audiences)
      }
      for audience in audiences {
        let edition = "\(folder.output)/\(audience)"
        #expect(verify(folder: edition) == [], "\(accident) at \(number)")
        let version = read("\(edition)/z")
        let wanted = fault == nil || fault?.kind == .leftOver ? [new] : [old, new]
        #expect(wanted.map { "\($0) z" }.contains(version), "\(accident) at \(number)")
      }
      guard counter.hasHappened else { break }
      if fault != nil { faults += 1 }
      old = "w\(number)"
      try folder.publish(old, to: audiences)
      #expect(try names(in: folder.output) == audiences)
      number += 1
    }
    #expect(number > 100)
    #expect(faults > 50)
  }
}
