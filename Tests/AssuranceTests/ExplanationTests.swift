import Edition
import Manuscript
import Release
import Testing

/// What an author is told of who reads what, held against what the door lets out.
@Suite struct ExplanationTests {
  /// What was met, so that a maker that stopped making it does not go unnoticed.
  private struct Met {
    var readers = 0
    var tokens = 0
    var substitutes = 0
    var absences = 0
  }

  @Test func whatIsSaidToBeReadIsWhatIsReleased() throws {
    var met = Met()
    for number in 0..<UInt64(max(40, Effort.asked.pairs / 10)) {
      let seed = Effort.asked.seed &* 3_000_017 &+ number
      var maker = WorldMaker(seed: seed)
      let world = maker.world()
      guard let reading = Reading(Files(world)), reading.errors.isEmpty else { continue }
      for reader in world.house.readers { try compare(reader, reading, seed, &met) }
    }
    #expect(met.readers > 100 && met.tokens > 100 && met.substitutes > 20 && met.absences > 20)
  }

  private func compare(
    _ reader: Reader, _ reading: Reading, _ seed: UInt64, _ met: inout Met
  ) throws {
    let door = try #require(reading.door(for: reader.id))
    let index = EditionIndex(reading.sources.compactMap { door.candidate($0) })
    for source in reading.sources {
      let (numbered, portions) = source.numbered()
      let account = door.account(of: numbered, among: index)
      guard let candidate = door.candidate(source) else {
        met.absences += 1
        #expect(account.absence != nil && account.fates.isEmpty)
        continue
      }
      met.readers += 1
      let released = door.release(candidate, among: index).briefing
      let again = try #require(door.candidate(numbered))
      #expect(door.release(again, among: index).briefing == released, "numbers change nothing")
      let file = ReleasedMarkdown.file(released)
      #expect(Set(account.fates.keys).isSubset(of: portions.map(\.number)))
      var read: Set<String> = []
      for case .reads(let text) in account.fates.values {
        read.formUnion(Canaries.found(in: Array(text.utf8)))
      }
      let difference = read.symmetricDifference(Canaries.found(in: file))
      #expect(difference.isEmpty, "seed \(seed), \(reader.id), \(source.path): \(difference)")
      let tokens = account.fates.values.filter { $0 == .token }.count
      let holes = account.spans.values.filter { $0 == .token }.count
      let showsTokens = String(decoding: file, as: UTF8.self).contains("{{withheld")
      #expect(showsTokens == (tokens + holes > 0), "seed \(seed), \(reader.id), \(source.path)")
      met.tokens += tokens
      met.substitutes += account.spans.values.filter { $0 == .substitute }.count
    }
  }
}
