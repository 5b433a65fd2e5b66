import Foundation
import Testing

/// The guarantees, held against the built executable: trees, bytes, modes, times, output, errors
/// and exit codes.
@Suite struct ProgramTests {
  private static let environment = ["SOURCE_DATE_EPOCH": "1794268800", "TZ": "UTC"]

  @Test func hold() throws {
    let program = try #require(Program(), "no executable: set TEARLINE_BINARY")
    let effort = Effort.asked
    var made = 0
    var number: UInt64 = 0
    while made < effort.programs {
      let seed = effort.seed &* 2_000_003 &+ number
      number += 1
      var maker = WorldMaker(seed: seed)
      let world = maker.world()
      var honest = Examiner(world, seed: seed)
      // What is wrong within the door is reported by the tests of the door.
      let skips = try !honest.breaches(stopsAtFirst: true).isEmpty
      if skips, !effort.stopsAtFirst, number < UInt64(effort.programs) * 4 { continue }
      made += 1
      let reader = world.house.readers[made % world.house.readers.count]
      try examine(program, world, reader, seed)
    }
  }

  private func examine(
    _ program: Program, _ world: World, _ reader: Reader, _ seed: UInt64
  ) throws {
    let variation = WorldVariation(reader: reader, world: world)
    let first = try build(program, Files(world), reader, jobs: 1)
    func compare(_ name: String, _ other: Made) {
      let difference = Difference.first(first.tree, other.tree)
      #expect(difference == nil, "\(name), seed \(seed), \(reader.id): \(difference ?? "")")
      #expect(first.outcome == other.outcome, "\(name), seed \(seed): output or exit code")
    }
    #expect(first.outcome.status == 0, "seed \(seed)")
    #expect(first.outcome.output.isEmpty && first.outcome.errors.isEmpty, "seed \(seed)")
    let others = ["LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati", "HOME": "/nonexistent"]
    compare(
      "G7",
      try build(
        program, Files(world), reader, jobs: 4, shuffled: Dice(seed: seed), environment: others))
    compare("G2", try build(program, Files(variation.varied(seed)), reader, jobs: 4))
    if !reader.seesTokens {
      compare("G3", try build(program, Files(variation.omitted), reader, jobs: 2))
    }
    try compareRelease(program, world, reader, first, seed)
  }

  /// What a run left behind.
  private struct Made {
    var outcome: Program.Outcome
    var tree: [String: [UInt8]]
  }

  private func build(
    _ program: Program, _ files: Files, _ reader: Reader, jobs: Int, shuffled dice: Dice? = nil,
    environment: [String: String] = [:]
  ) throws -> Made {
    let place = try Workplace(files, shuffled: dice)
    defer { try? place.remove() }
    let outcome = try program.run(
      [
        "build", "-C", place.publication.path, "--audience", reader.id, "--output",
        place.path("out"), "--as-of", World.date(World.today), "--jobs", "\(jobs)",
      ], in: place.root, environment: Self.environment.merging(environment) { $1 })
    return Made(outcome: outcome, tree: try place.tree("out"))
  }

  /// G4: the released publication builds the same site.
  private func compareRelease(
    _ program: Program, _ world: World, _ reader: Reader, _ first: Made, _ seed: UInt64
  ) throws {
    let place = try Workplace(Files(world))
    defer { try? place.remove() }
    let date = ["--as-of", World.date(World.today)]
    let release = try program.run(
      [
        "release", "-C", place.publication.path, "--audience", reader.id, "--to",
        place.path("released"),
      ] + date, in: place.root, environment: Self.environment)
    #expect(release.status == 0, "release, seed \(seed)")
    let build = try program.run(
      [
        "build", "-C", place.path("released"), "--audience", reader.id, "--output",
        place.path("out"),
      ] + date, in: place.root, environment: Self.environment)
    #expect(build == first.outcome, "G4, seed \(seed): output or exit code")
    let difference = Difference.first(first.tree, try place.tree("out"))
    #expect(difference == nil, "G4, seed \(seed), \(reader.id): \(difference ?? "")")
  }
}
