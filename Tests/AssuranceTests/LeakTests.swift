import Testing

/// The guarantees turn red for every seeded bug.
@Suite struct LeakTests {
  @Test func everyLeakIsCaught() throws {
    let leaks = Leak.ofLabels() + Leak.ofFields() + Leak.ofDerived()
    var open = leaks.map { ($0, Set<Guarantee>()) }
    var tries = 0
    for number in 0..<160 where open.contains(where: { $0.1.isEmpty }) {
      let seed = 9_000_000 + UInt64(number)
      var maker = WorldMaker(seed: seed)
      let world = maker.world()
      var honest = Examiner(world, seed: seed)
      guard try honest.breaches(stopsAtFirst: true).isEmpty else { continue }
      tries += 1
      let memory = Memory()
      for index in open.indices where open[index].1.isEmpty {
        var examiner = Examiner(world, seed: seed)
        examiner.press = open[index].0.press
        examiner.memory = memory
        let wanted: Set<Guarantee> = [
          .failClosed, .nonInterference, .neverWritten, .nothingLost, .oneDoor,
        ]
        for breach in try examiner.breaches(of: wanted, stopsAtFirst: true) {
          open[index].1.insert(breach.guarantee)
        }
      }
    }
    print("seeded bug → caught by (\(tries) publications)")
    for (leak, guarantees) in open {
      let names = guarantees.sorted().map(\.rawValue).joined(separator: " ")
      print("  \(leak.name) → \(names.isEmpty ? "NOTHING" : names)")
      #expect(!guarantees.isEmpty, "\(leak.name)")
    }
  }
}
