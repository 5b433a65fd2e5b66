internal import Dispatch

/// Work on many things at once, with results in the order of the things.
struct Parallel: Sendable {
  /// How many threads work at once.
  let jobs: Int

  /// The results of `work` on each element, in the elements' order whatever thread did which.
  func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ work: @Sendable (Element) -> Result
  ) -> [Result] {
    let count = elements.count
    guard jobs > 1, count > 1 else { return elements.map(work) }
    // Small batches, so that no thread waits for one that was given the long ones.
    let batch = max(1, min(16, count / (jobs * 64)))
    let batches = (count + batch - 1) / batch
    let box = ResultBox<Result>(count: batches)
    let queue = WorkQueue(count: batches)
    DispatchQueue.concurrentPerform(iterations: min(jobs, batches)) { _ in
      while let next = queue.take() {
        let range = next * batch..<min(count, (next + 1) * batch)
        box.set(next, range.map { work(elements[$0]) })
      }
    }
    return box.joined()
  }
}

/// Hands out the numbers of batches.
private final class WorkQueue: Sendable {
  private let next: Guarded<Int>
  private let count: Int

  init(count: Int) {
    self.count = count
    next = Guarded(0)
  }

  func take() -> Int? {
    next.withLock { next in
      guard next < count else { return nil }
      defer { next += 1 }
      return next
    }
  }
}

/// Collects the results of batches.
private final class ResultBox<Result: Sendable>: Sendable {
  private let parts: Guarded<[[Result]]>

  init(count: Int) { parts = Guarded(Array(repeating: [], count: count)) }

  func set(_ index: Int, _ results: [Result]) { parts.withLock { $0[index] = results } }

  func joined() -> [Result] { parts.withLock { Array($0.joined()) } }
}
