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

  /// Those of its briefings.
  static func inPapers(_ world: World) -> Set<String> {
    Files(world).briefings.values.reduce(into: Set()) { $0.formUnion(found(in: $1)) }
      .subtracting(world.house.readers.map { String($0.id.dropFirst()) })
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

  /// Those in tailored and versioned containers, in versions of fields and in substitutes, which a
  /// reader cleared for more need not see; and all of briefings that are not for everybody.
  static func tailored(in world: World) -> Set<String> {
    var texts: [[Run]] = []
    var words: Set<String> = []
    for paper in world.papers {
      let isForSome =
        paper.readers != nil || !paper.embargo.isEmpty || paper.compilation != nil
      if isForSome {
        words.formUnion(found(in: Array(Files.text(of: paper, world.house).utf8)))
      }
      collect(paper.body, &texts)
      collect(paper.fields, &texts)
    }
    for text in texts { text.forEachRun { if case .word(let word) = $0 { words.insert(word) } } }
    return words
  }

  private static func collect(_ nodes: [Node], _ texts: inout [[Run]]) {
    for node in nodes {
      for text in node.texts {
        text.forEachRun { if case .mark(_, _, let instead?) = $0 { texts.append(instead) } }
      }
      guard case .container(let box) = node.kind else { continue }
      let isSpecial = box.readers != nil || box.versions.count > 1
      for version in box.versions {
        if isSpecial {
          texts += version.nodes.flatMap(\.texts)
          for node in version.nodes { addresses(node, &texts) }
        }
        collect(version.nodes, &texts)
      }
    }
  }

  private static func addresses(_ node: Node, _ texts: inout [[Run]]) {
    if case .definition(_, let address) = node.kind, let word = address.split(separator: "/").last {
      texts.append([.word(String(word))])
    }
  }

  private static func collect(_ mapping: Field.Mapping, _ texts: inout [[Run]]) {
    let isTailored = mapping["for"] != nil
    for entry in mapping.entries {
      switch entry.field {
      case .plain, .list: break
      case .versions(let versions):
        for version in versions {
          if isTailored || versions.count > 1 { texts.append(version.runs) }
          version.runs.forEachRun {
            if case .mark(_, _, let instead?) = $0 { texts.append(instead) }
          }
        }
      case .mapping(let inner): collect(inner, &texts)
      case .mappings(let list): for inner in list { collect(inner, &texts) }
      }
    }
  }
}
