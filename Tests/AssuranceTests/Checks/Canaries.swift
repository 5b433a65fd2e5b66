/// The words that only one place of a publication holds.
enum Canaries {
  /// All that stand in these bytes.
  static func found(in bytes: [UInt8]) -> Set<String> {
    let stem = Array(Mint.stem.utf8)
    var result: Set<String> = []
    var index = 0
    while index + 8 <= bytes.count {
      if bytes[index] == stem[0], bytes[index + 1] == stem[1] {
        let word = bytes[index..<(index + 8)]
        if word.allSatisfy({ (0x61...0x7A).contains($0) }) {
          result.insert(String(decoding: word, as: UTF8.self))
        }
        index += 8
      } else {
        index += 1
      }
    }
    return result
  }

  /// All of a publication.
  static func all(of world: World) -> Set<String> {
    Files(world).all.reduce(into: []) { $0.formUnion(found(in: $1.bytes)) }
  }

  /// Names of the policy that a reader may know although nothing uses them, and grounds, which its
  /// tokens may name.
  static func known(to reader: Reader, of world: World) -> Set<String> {
    let house = world.house
    var names = house.levels[...reader.level].map(\.name)
    names += reader.compartments.map { house.compartments[$0].name }
    names += reader.groups.map { house.groups[$0].name }
    if reader.seesTokens { names += house.grounds.map(\.name) }
    return Set(names + [String(reader.id.dropFirst())])
  }
}
