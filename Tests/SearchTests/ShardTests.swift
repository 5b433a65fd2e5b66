import Testing

@testable import Search

@Suite struct ShardTests {
  private func shards(_ stems: [String], size: Int, limit: Int) -> [String: [String]] {
    let stems = stems.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let shards = ShardPlan.shards(
      stems.map { Array($0.utf8) }, sizes: stems.map { _ in size }, limit: limit)
    return Dictionary(
      uniqueKeysWithValues: shards.map { shard in
        (ShardPlan.name(of: shard.prefix), shard.terms.map { stems[$0] })
      })
  }

  @Test func aSmallIndexIsOneFile() {
    #expect(shards(["haven", "zee"], size: 10, limit: 20) == ["w": ["haven", "zee"]])
    #expect(shards([], size: 10, limit: 20) == [:])
  }

  @Test func theLargestBeginningsGetFilesOfTheirOwn() {
    #expect(
      shards(["haven", "have", "ham", "zee"], size: 10, limit: 20)
        == ["w": ["zee"], "w-h": ["ham"], "w-h-a-v": ["have", "haven"]]
        || shards(["haven", "have", "ham", "zee"], size: 10, limit: 20)
          == ["w": ["zee"], "w-h-a": ["ham"], "w-h-a-v": ["have", "haven"]]
    )
  }

  @Test func everyTermIsInTheFileWithTheLongestNameThatItBeginsWith() {
    let stems = Set((0..<3000).map { String($0 * 7919 % 50_021, radix: 26) }).sorted()
    let shards = shards(stems, size: 10, limit: 400)
    #expect(shards.values.map(\.count).reduce(0, +) == stems.count)
    for (name, terms) in shards {
      #expect(terms.count <= 40, "\(name)")
      for term in terms {
        let path = (["w"] + term.map { String($0) }).joined(separator: "-")
        let longest = shards.keys.filter { path == $0 || path.hasPrefix($0 + "-") }
          .max { $0.count < $1.count }
        #expect(longest == name, "\(term)")
      }
    }
  }

  /// A letter of several bytes stays whole in what the stems of a file begin with.
  @Test func filesArePartedBetweenLetters() {
    let stems = ["αα", "αβ", "βα", "ββ", "жα", "жβ"].map { Array($0.utf8) }
    let shards = ShardPlan.shards(stems, sizes: stems.map { _ in 10 }, limit: 10)
    #expect(shards.count > 3)
    for shard in shards {
      #expect(String(validating: shard.prefix, as: UTF8.self) != nil, "\(shard.prefix)")
    }
    #expect(Set(shards.map { ShardPlan.name(of: $0.prefix) }).count == shards.count)
  }

  @Test func namesAreNoWords() {
    #expect(ShardPlan.name(of: Array("é7a".utf8)) == "w-ue9-7-a")
  }
}
