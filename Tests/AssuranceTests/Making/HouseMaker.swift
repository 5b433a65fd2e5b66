/// Makes random policies.
struct HouseMaker {
  var dice: Dice
  var mint: Mint

  private static let ladders = [
    ["U", "R", "C", "S", "TS"], ["U", "R", "S"], ["OPEN", "CLOSED"], ["N1", "N2", "N3", "N4"],
    ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"],
  ]

  /// A policy.
  mutating func house() -> House {
    var house = House(
      title: mint.word(), publisher: mint.word(),
      languages: dice.chance(30) ? ["en", "nl"] : ["en"],
      levels: terms(dice.pick(HouseMaker.ladders)))
    house.compartments = terms(Array(["BRAVO", "DELTA", "KILO"].prefix(dice.below(4))))
    house.groups = terms(Array(["NLD", "BEL", "VR17", "VR09"].prefix(dice.below(5))))
    house.grounds = terms(["sources", "methods"])
    house.topics = terms((1...5).map { "topic-\($0)" })
    house.sectors = terms((1...3).map { "sector-\($0)" })
    house.regions = terms(["VR17", "VR18", "VR19"])
    house.interests = terms(["people", "ports", "water"])
    house.readers = readers(house)
    return house
  }

  private mutating func terms(_ ids: [String]) -> [House.Term] {
    ids.map { House.Term(id: $0, name: mint.word()) }
  }

  private mutating func readers(_ house: House) -> [Reader] {
    var readers: [Reader] = []
    for _ in 0..<dice.among(2...4) { readers.append(reader(house)) }
    // One of the lowest, as most publications have.
    readers[readers.count - 1].level = 0
    readers[readers.count - 1].compartments = []
    return readers
  }

  private mutating func reader(_ house: House) -> Reader {
    var reader = Reader(
      id: "a" + mint.word(), name: mint.word(), level: dice.below(house.levels.count))
    reader.compartments = Set(dice.some(Array(house.compartments.indices), 40))
    reader.groups = Set(dice.some(Array(house.groups.indices), 40))
    reader.seesTokens = dice.chance(40)
    reader.keepsSentences = reader.seesTokens && dice.chance(40)
    reader.seesMarks = dice.chance(40)
    reader.hasAddress = dice.chance(50)
    return reader
  }
}
