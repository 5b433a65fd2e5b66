/// Makes random publications, all of them valid.
struct WorldMaker {
  private var maker: Maker

  /// A maker whose publications depend on the seed alone.
  init(seed: UInt64) {
    var dice = Dice(seed: seed)
    var houses = HouseMaker(dice: dice.split(), mint: Mint(number: 0))
    let house = houses.house()
    maker = Maker(dice: dice, mint: houses.mint, house: house)
  }

  /// A maker that goes on with these texts.
  init(_ maker: Maker) { self.maker = maker }

  /// A publication.
  mutating func world() -> World {
    var world = World(house: maker.house, papers: [])
    for number in 0..<maker.dice.below(4) {
      world.images["picture-\(number).svg"] = maker.mint.word()
    }
    let ids = (0..<maker.dice.among(1...4)).map { _ in maker.mint.id() }
    for (number, id) in ids.enumerated() {
      let paper = paper(id, ids, number, Array(world.images.keys).sorted())
      world.papers.append(paper)
      if world.house.languages.count > 1, maker.dice.chance(40) {
        world.papers.append(translated(paper, ids, Array(world.images.keys).sorted()))
      }
    }
    return world
  }

  /// The maker of texts, to go on with.
  var texts: Maker { maker }

  /// A briefing.
  mutating func paper(_ id: String, _ ids: [String], _ number: Int, _ images: [String]) -> Paper {
    let house = maker.house
    var top = Mark(level: maker.dice.below(house.levels.count))
    if maker.dice.chance(60) { top.level = house.levels.count - 1 }
    top.compartments = Set(maker.dice.some(Array(house.compartments.indices), 60))
    if !house.groups.isEmpty, maker.dice.chance(10) { top.groups = [0] }
    var unmarked: Mark?
    if maker.dice.chance(60) {
      unmarked = maker.dice.chance(70) ? Mark(level: 0) : maker.mark(within: top)
    }
    let isWithdrawn = maker.dice.chance(6)
    let others = ids.filter { $0 != id }
    var fields = FieldMaker(
      maker: maker, top: top, ids: others, older: Array(ids.prefix(number)))
    let folder = maker.dice.chance(30) ? "briefings/sub/" : "briefings/"
    var paper = Paper(
      path: folder + id.lowercased() + ".md", id: id, language: house.languages[0],
      classification: top, unmarked: unmarked, fields: fields.fields(isWithdrawn: isWithdrawn),
      body: [])
    maker = fields.maker
    paper.status = isWithdrawn ? "withdrawn" : maker.dice.chance(4) ? "draft" : "published"
    paper.kind = maker.dice.pick(["assessment", "advisory", "alert", "bulletin"])
    paper.issued = maker.dice.among(0...15)
    administer(&paper)
    paper.body = body(paper, ids, images)
    return paper
  }

  private mutating func administer(_ paper: inout Paper) {
    let readers = maker.house.readers.map(\.id)
    if maker.dice.chance(12) {
      paper.readers = maker.dice.some(readers, 60)
      if paper.readers == [] { paper.readers = [readers[0]] }
    }
    if maker.dice.chance(8) {
      paper.embargo = [maker.dice.pick(readers): maker.dice.among(30...60)]
    }
    if maker.dice.chance(4) { paper.embargo = ["": maker.dice.among(30...60)] }
    if maker.dice.chance(15) { paper.expires = maker.dice.among(20...90) }
    if maker.dice.chance(10) { paper.compilation = maker.dice.some(readers, 40) }
    if maker.dice.chance(10) { paper.remarks = maker.mint.word() }
    let level = maker.dice.below(maker.house.levels.count)
    if level > 0, maker.dice.chance(15) {
      paper.downgrades = [
        Paper.Downgrade(
          day: maker.dice.among(10...60), from: level, to: maker.dice.below(level + 1))
      ]
    }
  }

  private mutating func body(_ paper: Paper, _ ids: [String], _ images: [String]) -> [Node] {
    let anchors = maker.dice.chance(30) ? [maker.mint.word()] : []
    var bodies = BodyMaker(
      maker: maker, top: paper.classification, hasUnmarked: paper.unmarked != nil, images: images,
      links: ids.filter { $0 != paper.id }.map { "briefing:" + $0 } + anchors.map { "#" + $0 },
      anchors: anchors)
    defer { maker = bodies.maker }
    return Node.settled(bodies.scope(2...8))
  }

  /// The same briefing in the other language: fields that have no language stay as they are.
  private mutating func translated(_ paper: Paper, _ ids: [String], _ images: [String]) -> Paper {
    var result = paper
    result.language = maker.house.languages[1]
    result.path = paper.path.replacing(".md", with: ".nl.md")
    var fresh = Variation(maker: maker, echoes: [])
    result.fields = fresh.texts(of: paper.fields)
    maker = fresh.maker
    result.fields["translation"] = .mapping(
      Field.Mapping(
        marking: nil,
        entries: [Field.Entry(key: "of", field: .versions([Scalar(paper.language)]))]))
    result.body = body(result, ids, images)
    return result
  }
}
