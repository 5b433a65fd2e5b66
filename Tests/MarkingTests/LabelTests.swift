import Marking
import Testing

@Suite("Labels form a lattice")
struct LabelTests {
  static let scheme = MarkingScheme(
    levels: ["U", "R", "S"], compartments: ["BRAVO", "DELTA"], groups: ["NLD", "BEL", "VR17"])

  /// Every label of the scheme with at most two compartments and every release list.
  static let all: [Label] = {
    var labels: [Label] = []
    let lists: [[Int]?] = [nil, [], [0], [1], [0, 1], [0, 1, 2]]
    for level in 0..<3 {
      for compartments in [[], [0], [1], [0, 1]] {
        for list in lists {
          labels.append(Label(level: level, compartments: compartments, release: list))
        }
      }
    }
    return labels
  }()

  @Test func joiningIsCommutativeAssociativeAndIdempotent() {
    for a in Self.all {
      #expect(a.joined(with: a) == a)
      for b in Self.all {
        #expect(a.joined(with: b) == b.joined(with: a))
        for c in Self.all where c.level == 1 {
          #expect(a.joined(with: b).joined(with: c) == a.joined(with: b.joined(with: c)))
        }
      }
    }
  }

  @Test func whoIsClearedForTheJoinIsClearedForBoth() {
    for level in 0..<3 {
      for compartments: Set<Int> in [[], [0], [0, 1]] {
        for groups: Set<Int> in [[], [0], [2], [0, 1]] {
          let reader = Clearance(level: level, compartments: compartments, groups: groups)
          for a in Self.all {
            for b in Self.all where reader.isCleared(for: a.joined(with: b)) {
              #expect(reader.isCleared(for: a) && reader.isCleared(for: b))
            }
          }
        }
      }
    }
  }

  @Test func anEmptyReleaseListIsForNobody() {
    let reader = Clearance(level: 2, compartments: [0, 1], groups: [0, 1, 2])
    #expect(!reader.isCleared(for: Label(level: 0, release: [])))
    let disjoint = Label(level: 0, release: [0]).joined(with: Label(level: 0, release: [1]))
    #expect(disjoint.release == [])
  }

  @Test(arguments: [
    ("S", "S"), ("S//BRAVO", "S//BRAVO"), ("S//DELTA/BRAVO", "S//BRAVO/DELTA"),
    ("S//REL TO BEL, NLD", "S//REL TO NLD, BEL"), ("S//REL NLD", "S//REL TO NLD"),
    ("S//BRAVO//REL TO NLD,BEL", "S//BRAVO//REL TO NLD, BEL"),
  ])
  func isReadAndPrintedCanonically(written: String, printed: String) throws {
    let label = try #require(Self.scheme.label(written))
    #expect(Self.scheme.text(label) == printed)
  }

  @Test(arguments: [
    "", "s", "X", "S/BRAVO", "S//", "S//X", "S// BRAVO", " S", "S ", "BRAVO", "S//BRAVO/",
    "S//REL TO", "S//REL TO X", "S//REL TO NLD//BRAVO", "S//NLD", "S//BRAVO//DELTA",
    "S//rel to NLD",
  ])
  func isRefused(written: String) {
    #expect(Self.scheme.label(written) == nil)
  }

  @Test func namesOnlyWhatTheReaderHolds() throws {
    let label = try #require(Self.scheme.label("R//BRAVO/DELTA//REL TO NLD, VR17"))
    let reader = Clearance(level: 2, compartments: [1], groups: [2])
    #expect(Self.scheme.text(label, for: reader) == "R//DELTA//REL TO VR17")
    #expect(Self.scheme.text(label, for: Clearance(level: 2)) == "R")
  }

  @Test func banksOnLevelAndCompartmentsForCovering() throws {
    let banner = try #require(Self.scheme.label("S//BRAVO"))
    #expect(banner.covers(try #require(Self.scheme.label("R//BRAVO//REL TO NLD"))))
    #expect(!banner.covers(try #require(Self.scheme.label("R//DELTA"))))
  }
}
