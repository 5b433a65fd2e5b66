/// Parts an index into files by how the stems of its terms begin.
///
/// A term is in the file with the longest name that its stem begins with. Files are split until none
/// is much larger than `limit`, the largest beginnings first, and small ones stay together.
struct ShardPlan {
  /// A file of the index.
  struct Shard: Hashable {
    /// How the stems of its terms begin.
    var prefix: [UInt8]
    /// The places of its terms.
    var terms: [Int]
  }

  private let stems: [[UInt8]]
  private let sizes: [Int]
  private let limit: Int
  private var shards: [Shard] = []

  /// The files for terms of these stems, in order, and sizes in bytes.
  static func shards(_ stems: [[UInt8]], sizes: [Int], limit: Int) -> [Shard] {
    var plan = ShardPlan(stems: stems, sizes: sizes, limit: limit)
    plan.split(0..<stems.count, depth: 0)
    return plan.shards.sorted { $0.prefix.lexicographicallyPrecedes($1.prefix) }
  }

  private init(stems: [[UInt8]], sizes: [Int], limit: Int) {
    self.stems = stems
    self.sizes = sizes
    self.limit = limit
  }

  /// Makes files of terms whose stems have their first `depth` bytes in common.
  private mutating func split(_ terms: Range<Int>, depth: Int) {
    guard let first = terms.first else { return }
    var rest = terms.reduce(0) { $0 + sizes[$1] }
    var groups: [Range<Int>] = rest > limit ? groups(terms, depth: depth) : []
    let weights = groups.map { group in group.reduce(0) { $0 + sizes[$1] } }
    let order = groups.indices.sorted { (weights[$1], $0) < (weights[$0], $1) }
    var isOwn = Set<Int>()
    for group in order where rest > limit {
      isOwn.insert(group)
      rest -= weights[group]
    }
    groups = groups.indices.filter(isOwn.contains).map { groups[$0] }
    for group in groups {
      let stem = stems[group.lowerBound]
      split(group, depth: ShardPlan.end(ofLetterAt: depth, in: stem))
    }
    let others = terms.filter { term in !groups.contains { $0.contains(term) } }
    if !others.isEmpty {
      shards.append(Shard(prefix: Array(stems[first].prefix(depth)), terms: others))
    }
  }

  /// The terms that have the next letter in common; those that end here are in no group.
  private func groups(_ terms: Range<Int>, depth: Int) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var start = terms.lowerBound
    while start < terms.upperBound, stems[start].count == depth { start += 1 }
    while start < terms.upperBound {
      let letter = stems[start][depth..<ShardPlan.end(ofLetterAt: depth, in: stems[start])]
      var end = start + 1
      while end < terms.upperBound, stems[end].dropFirst(depth).starts(with: letter) { end += 1 }
      groups.append(start..<end)
      start = end
    }
    return groups
  }

  private static func end(ofLetterAt start: Int, in stem: [UInt8]) -> Int {
    var end = start + 1
    while end < stem.count, stem[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  /// The name of the file for stems that begin with `prefix`: `w`, then a hyphen and a letter for
  /// each letter of it, so that no name is a word; letters other than a to z and digits by number.
  static func name(of prefix: [UInt8]) -> String {
    let letters = String(decoding: prefix, as: UTF8.self).unicodeScalars.map { scalar in
      let isPlain =
        scalar.isASCII && scalar.properties.numericType != nil || ("a"..."z").contains(scalar)
      return isPlain ? String(scalar) : "u" + String(scalar.value, radix: 16)
    }
    return (["w"] + letters).joined(separator: "-")
  }
}
