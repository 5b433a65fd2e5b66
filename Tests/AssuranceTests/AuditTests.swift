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

  /// What stands in several files is looked through once, and hides nothing: lines of one edition that
  /// stand in another are found as they are where every file is looked through by itself.
  @Test func whatWasSeenHidesNothing() throws {
    let effort = Effort.asked
    var found = 0
    for number in 0..<UInt64(max(6, effort.pairs / 400)) {
      let seed = effort.seed &* 1_000_003 &+ 7_000_000 &+ number
      var maker = WorldMaker(seed: seed)
      let world = maker.world()
      let files = Files(world)
      guard let reading = Reading(files), reading.errors.isEmpty else { continue }
      var editions = try world.house.readers.compactMap { reader in
        try reading.edition(for: reader.id).map {
          (reader: reader.id, pages: try Reading.pages($0))
        }
      }
      guard editions.count > 1 else { continue }
      var dice = Dice(seed: seed)
      for _ in 0..<12 { Self.mix(&editions, &dice) }
      let shared = try Inspector.findings(in: editions, of: files)
      let single = try Inspector.findings(in: editions, of: files, sharing: false)
      found += single.count
      guard shared != single else { continue }
      let told = (shared.filter { !single.contains($0) } + single.filter { !shared.contains($0) })
        .map { "\($0.place.file):\($0.place.line ?? 0) \($0.code) \($0.message)" }
      Issue.record("seed \(seed): \(told.joined(separator: "\n"))\n\(files.report)")
    }
    #expect(found > 0)
  }

  /// Puts some lines of a file of one edition into files of the same form of others.
  private static func mix(
    _ editions: inout [(reader: String, pages: [String: [UInt8]])], _ dice: inout Dice
  ) {
    let giver = editions[dice.below(editions.count)].pages
    let form = dice.pick([".html", ".json", ".md"])
    let paths = giver.keys.filter { $0.hasSuffix(form) }.sorted()
    guard !paths.isEmpty, let page = giver[dice.pick(paths)] else { return }
    let lines = page.split(separator: 0x0A, omittingEmptySubsequences: false)
    let start = dice.below(lines.count)
    let some = lines[start..<min(lines.count, start + 1 + dice.below(6))]
    for _ in 0...dice.below(3) {
      let taker = dice.below(editions.count)
      let others = editions[taker].pages.keys.filter { $0.hasSuffix(form) }.sorted()
      guard !others.isEmpty else { continue }
      let path = dice.pick(others)
      var page = (editions[taker].pages[path] ?? []).split(
        separator: 0x0A, omittingEmptySubsequences: false)
      page.insert(contentsOf: some, at: dice.below(page.count + 1))
      editions[taker].pages[path] = Array(page.joined(separator: [0x0A]))
    }
  }

  /// In how many random publications leaks are seeded; a rare one shows in few of them.
  private static let worlds = 24

  @Test func catchesSeededLeaks() throws {
    let leaks = Leak.ofLabels() + Leak.ofFields() + Leak.ofDerived()
    var caught = leaks.map { _ in false }
    var tried = leaks.map { _ in 0 }
    for number in 0..<Self.worlds where caught.contains(false) {
      var maker = WorldMaker(seed: 9_000_000 + UInt64(number))
      let world = maker.world()
      guard try Self.alarm(world) == nil, let reading = Reading(Files(world)),
        reading.errors.isEmpty
      else { continue }
      let honest = try Dictionary(
        uniqueKeysWithValues: world.house.readers.map {
          ($0.id, try reading.edition(for: $0.id).map { ($0, try Reading.pages($0)) })
        })
      for index in leaks.indices where !caught[index] && tried[index] < 4 {
        for reader in world.house.readers {
          guard let edition = leaks[index].press(world, reading, reader),
            let (right, pages) = honest[reader.id] ?? nil, edition != right,
            // What shows on no page can be found on none.
            try pages != Reading.pages(edition)
          else { continue }
          let found = try Inspector.findings(in: [(reader.id, edition)], of: Files(world))
          tried[index] += 1
          caught[index] = !found.isEmpty
          // One edition that leaks in each publication is enough to try.
          break
        }
      }
    }
    let missed = leaks.indices.filter { !caught[$0] }.map {
      "\(leaks[$0].name) (in \(tried[$0]) publications)"
    }
    print("the audit alone caught \(leaks.count - missed.count) of \(leaks.count) seeded leaks")
    for name in missed { print("  not by the audit: \(name)") }
    #expect(leaks.count - missed.count >= 38)
  }
}
