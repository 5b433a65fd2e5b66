/// Rewrites whole publications for one reader.
struct WorldVariation {
  let reader: Reader
  let world: World

  /// The publication as though nothing that the reader may not see had ever been written.
  var omitted: World {
    var result = world
    let fixed = unwritable
    result.papers = world.papers.compactMap { paper in
      if fixed.contains(paper.id) { return paper }
      var redactor = Redactor(reader, paper)
      return redactor.paper()
    }
    let ids = Set(result.papers.map(\.id))
    result.papers = result.papers.map { WorldVariation.withoutReferences($0, to: ids) }
    // A translation of what is gone would be none.
    let kept = result.papers
    for index in kept.indices {
      let paper = kept[index]
      guard case .mapping(let translation)? = paper.fields["translation"],
        case .versions(let sources)? = translation["of"],
        !kept.contains(where: { $0.id == paper.id && sources.first?.runs.words == $0.language })
      else { continue }
      result.papers[index].fields["translation"] = nil
    }
    return result
  }

  /// The briefings of which no source says what the reader sees, in one language or in all: they are left
  /// as they are.
  private var unwritable: Set<String> {
    var result: Set<String> = []
    for paper in world.papers {
      var redactor = Redactor(reader, paper)
      if redactor.paper() != nil, redactor.cannotBeWritten { result.insert(paper.id) }
    }
    return result
  }

  /// The briefing without the elements that name briefings that are gone.
  private static func withoutReferences(_ paper: Paper, to ids: Set<String>) -> Paper {
    var result = paper
    for key in ["related", "supersedes"] {
      func isKept(_ scalar: Scalar) -> Bool {
        if case .word(let id)? = scalar.runs.first { ids.contains(id) } else { false }
      }
      switch paper.fields[key] {
      case .list(let elements)?:
        let kept = elements.filter(isKept)
        result.fields[key] = kept.isEmpty ? nil : .list(kept)
      case .versions(let versions)?:
        let kept = versions.filter(isKept)
        result.fields[key] = kept.isEmpty ? nil : .versions(kept)
      default: break
      }
    }
    return result
  }

  /// The publication with something else wherever the reader may not see.
  func varied(_ seed: UInt64) -> World {
    var result = world
    result.papers = []
    let languages = Dictionary(grouping: world.papers, by: \.id)
    var maker = Maker(dice: Dice(seed: seed), mint: Mint(number: 7), house: world.house)
    let echoes = titles
    var kept: Set<String> = []
    for paper in world.papers {
      var redactor = Redactor(reader, paper)
      if redactor.paper() != nil { kept.insert(paper.id) }
    }
    let fixed = unwritable
    for paper in world.papers {
      if fixed.contains(paper.id) {
        result.papers.append(paper)
        continue
      }
      var variation = Variation(maker: maker, echoes: echoes)
      variation.keepsSharedFields = (languages[paper.id]?.count ?? 0) > 1
      var redactor = Redactor(reader, paper, variation)
      if let other = redactor.paper() {
        result.papers.append(raised(other, mayRaise: languages[paper.id]?.count == 1))
        maker = redactor.variation?.maker ?? maker
      } else if kept.contains(paper.id) {
        result.papers.append(renamed(paper, &maker))
      } else if !maker.dice.chance(25) {
        result.papers.append(renamed(paper, &maker))
      } else if languages[paper.id]?.count == 1, isUnnamed(paper.id) {
        // Gone altogether.
      } else {
        result.papers.append(paper)
      }
    }
    if maker.dice.chance(60), let stranger = stranger(&maker) { result.papers.append(stranger) }
    for (file, _) in world.images.sorted(by: { $0.key < $1.key })
    where !Glance(reader, world).images.contains(file) {
      result.images[file] = maker.mint.word()
    }
    for file in world.images.keys.sorted() { result.comments[file] = maker.mint.word() }
    declareMore(&result.house, &maker)
    if maker.dice.chance(50) { regroup(&result.papers, but: fixed, &maker) }
    // An author's numbers show how many there are.
    for index in result.papers.indices {
      result.papers[index].fields = WorldVariation.withOtherIds(result.papers[index].fields)
    }
    return result
  }

  /// Lets marks go to more groups that the reader is not in: it can tell none of them. The same marks stay
  /// the same, as translations have them.
  private func regroup(_ papers: inout [Paper], but fixed: Set<String>, _ maker: inout Maker) {
    let others = Set(world.house.groups.indices).subtracting(reader.groups)
    var known: [Mark: Mark] = [:]
    func more(_ mark: Mark) -> Mark {
      if let known = known[mark] { return known }
      var result = mark
      if mark.groups != nil { result.groups?.formUnion(maker.dice.some(others.sorted(), 30)) }
      known[mark] = result
      return result
    }
    for index in papers.indices where !fixed.contains(papers[index].id) {
      papers[index].body = papers[index].body.map { $0.mapMarks(more) }
      papers[index].fields = papers[index].fields.mapScalars { _, scalar in
        Scalar(scalar.mark.map(more), scalar.runs.mapMarks(more))
      }
    }
  }

  /// Declares in the policy what nothing that the reader sees makes use of.
  private func declareMore(_ house: inout House, _ maker: inout Maker) {
    if maker.dice.chance(30), !house.languages.contains("nl") { house.languages.append("nl") }
    if maker.dice.chance(30) { house.moreKinds = ["notice"] }
    house.hasFormerScale = maker.dice.chance(30)
  }

  /// The fields with other ids of judgements and sources, in their places and in references.
  private static func withOtherIds(_ fields: Field.Mapping) -> Field.Mapping {
    func other(_ field: Field) -> Field {
      switch field {
      case .plain(let words): .plain(words.map { "x" + $0 })
      case .list(let scalars):
        .list(
          scalars.map { scalar in
            Scalar(
              scalar.mark,
              scalar.runs.mapRuns { run in
                if case .word(let id) = run { [.word("x" + id)] } else { [run] }
              })
          })
      case .versions, .mapping, .mappings: field
      }
    }
    var result = fields
    for index in result.entries.indices {
      guard case .mappings(let list) = result.entries[index].field else { continue }
      result.entries[index].field = .mappings(
        list.map { mapping in
          var mapping = mapping
          for key in ["id", "sources", "judgements"] { mapping[key] = mapping[key].map(other) }
          return mapping
        })
    }
    return result
  }

  /// The briefing with a higher classification, where nothing visible has its label from that.
  private func raised(_ paper: Paper, mayRaise: Bool) -> Paper {
    guard mayRaise, paper.unmarked != nil, paper.compilation == nil else { return paper }
    var result = paper
    result.classification = Mark(
      level: world.house.levels.count - 1,
      compartments: Set(world.house.compartments.indices))
    return result
  }

  private var titles: [[Run]] {
    world.papers.flatMap { paper -> [[Run]] in
      var redactor = Redactor(reader, paper)
      guard let seen = redactor.paper() else { return [] }
      var texts: [[Run]] = []
      if case .versions(let versions)? = seen.fields["title"], let first = versions.first {
        texts.append(first.runs)
      }
      for node in seen.body {
        if case .heading(_, _, let text) = node.kind { texts.append(text) }
      }
      return texts.filter { $0.allSatisfy { if case .word = $0 { true } else { false } } }
    }
  }

  private func isUnnamed(_ id: String) -> Bool {
    !world.papers.contains {
      Files.text(of: $0, world.house).replacing("id: \(id)", with: "").contains(id)
    }
  }

  private func renamed(_ paper: Paper, _ maker: inout Maker) -> Paper {
    var variation = Variation(maker: maker, echoes: [])
    var result = paper
    result.fields = variation.texts(of: paper.fields)
    result.body = paper.body.map { variation.renamed($0) }
    maker = variation.maker
    return result
  }

  /// A briefing that was not there, and that the reader does not get.
  private func stranger(_ maker: inout Maker) -> Paper? {
    var worlds = WorldMaker(maker)
    defer { maker = worlds.texts }
    var paper = worlds.paper(maker.mint.id(), world.papers.map(\.id), 0, [])
    var redactor = Redactor(reader, paper)
    if redactor.paper() != nil { paper.status = "draft" }
    if paper.status == "draft" { paper.fields["withdrawal"] = nil }
    return paper
  }
}
