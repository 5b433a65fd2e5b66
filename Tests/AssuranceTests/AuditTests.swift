import Testing

/// The audit is silent where nothing leaks, and catches by itself what does.
@Suite struct AuditTests {
  @Test func isSilentOnHonestEditions() throws {
    let effort = Effort.asked
    var publications = 0
    var alarms = 0
    for number in 0..<UInt64(max(1, effort.pairs / 8)) {
      let seed = effort.seed &* 1_000_003 &+ number
      var maker = WorldMaker(seed: seed)
      let world = maker.world()
      guard let text = try Self.alarm(world) else {
        publications += 1
        continue
      }
      Issue.record("seed \(seed): \(text)\n\(Files(world).report)")
      alarms += 1
      // A few are enough to read.
      if alarms == 3 { return }
    }
    print("the audit was silent on \(publications) random publications")
  }

  /// What the audit finds in honest editions; nil where it is silent, or the publication has errors.
  private static func alarm(_ world: World) throws -> String? {
    let files = Files(world)
    guard let reading = Reading(files), reading.errors.isEmpty else { return nil }
    let editions = world.house.readers.compactMap { reader in
      reading.edition(for: reader.id).map { (reader.id, $0) }
    }
    let found = try Inspector.findings(in: editions, of: files)
    guard !found.isEmpty else { return nil }
    return found.prefix(5).map {
      "\($0.place.file):\($0.place.line ?? 0) \($0.code) \($0.message): \($0.excerpt ?? "")"
    }.joined(separator: "\n")
  }

  @Test func catchesSeededLeaks() throws {
    let leaks = Leak.ofLabels() + Leak.ofFields() + Leak.ofDerived()
    var caught = leaks.map { _ in false }
    var tries = 0
    for number in 0..<8 where caught.contains(false) {
      var maker = WorldMaker(seed: 9_000_000 + UInt64(number))
      let world = maker.world()
      guard try Self.alarm(world) == nil, let reading = Reading(Files(world)),
        reading.errors.isEmpty
      else { continue }
      tries += 1
      let honest = Dictionary(
        uniqueKeysWithValues: world.house.readers.map { ($0.id, reading.edition(for: $0.id)) })
      for index in leaks.indices where !caught[index] {
        for reader in world.house.readers {
          guard let edition = leaks[index].press(world, reading, reader),
            edition != honest[reader.id]
          else { continue }
          let found = try Inspector.findings(in: [(reader.id, edition)], of: Files(world))
          caught[index] = !found.isEmpty
          // One edition that leaks in each publication is enough to try.
          break
        }
      }
    }
    let missed = leaks.indices.filter { !caught[$0] }.map { leaks[$0].name }
    print("the audit alone caught \(leaks.count - missed.count) of \(leaks.count) seeded leaks")
    for name in missed { print("  not by the audit: \(name)") }
    #expect(leaks.count - missed.count >= 35)
  }
}
