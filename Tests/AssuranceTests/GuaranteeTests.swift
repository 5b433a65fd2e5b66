import Testing

/// The guarantees G1 to G7, over random publications.
@Suite struct GuaranteeTests {
  @Test func hold() throws {
    let effort = Effort.asked
    var pairs = 0
    var number: UInt64 = 0
    var counts: [Guarantee: Int] = [:]
    while pairs < effort.pairs {
      let seed = effort.seed &* 1_000_003 &+ number
      var maker = WorldMaker(seed: seed)
      var examiner = Examiner(maker.world(), seed: seed)
      examiner.makesPages = number % (effort.stopsAtFirst ? 4 : 16) == 0
      for breach in try examiner.breaches(stopsAtFirst: effort.stopsAtFirst) {
        if effort.stopsAtFirst {
          Issue.record("\(breach.guarantee.rawValue): \(breach.text.prefix(200))")
          return
        }
        counts[breach.guarantee, default: 0] += 1
        // One example of each is enough to read.
        guard counts[breach.guarantee] == 1 else { continue }
        let report = try Self.report(breach, examiner.world, seed)
        Issue.record("\(report)")
      }
      pairs += max(1, examiner.pairs)
      number += 1
    }
    print("\(number) publications, \(pairs) pairs, seed \(effort.seed)")
    for (guarantee, count) in counts.sorted(by: { $0.key < $1.key }) {
      print("  \(guarantee.rawValue): \(count) breaches")
    }
  }

  /// The breach in the smallest publication that shows it, as files.
  private static func report(_ breach: Breach, _ world: World, _ seed: UInt64) throws -> String {
    var shrinker = Shrinker { world in
      var examiner = Examiner(world, seed: seed)
      let found = try examiner.breaches(of: [breach.guarantee], stopsAtFirst: true)
      return found.first?.guarantee == breach.guarantee
    }
    let smallest = try shrinker.shrink(world)
    var examiner = Examiner(smallest, seed: seed)
    let text = try examiner.breaches(of: [breach.guarantee], stopsAtFirst: true).first?.text
    return """
      \(breach.guarantee.rawValue) does not hold, seed \(seed): \(text ?? breach.text)
      --- the publication
      \(Files(smallest).report)
      """
  }
}
