import Testing

/// The guarantees G1 to G7, over random publications.
@Suite struct GuaranteeTests {
  @Test func hold() throws {
    let effort = Effort.asked
    var pairs = 0
    var number: UInt64 = 0
    var failures: [Guarantee: Int] = [:]
    while pairs < effort.pairs {
      let seed = effort.seed &* 1_000_003 &+ number
      var maker = WorldMaker(seed: seed)
      var examiner = Examiner(maker.world(), seed: seed)
      examiner.makesPages = number % 16 == 0
      for breach in try examiner.breaches() {
        failures[breach.guarantee, default: 0] += 1
        print("SEEDED \(breach.guarantee.rawValue) seed \(seed) " + breach.text.prefix(90).replacing("\n", with: " "))
        if failures[breach.guarantee, default: 0] <= 6 {
          Issue.record("\(breach.guarantee.rawValue), seed \(seed): \(breach.text)\n--- the publication\n\(Files(examiner.world).report)")
        }
      }
      pairs += max(1, examiner.pairs)
      number += 1
    }
    print("\(number) publications, \(pairs) pairs; breaches: \(failures)")
  }
}
