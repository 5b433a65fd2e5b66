import Calendar
import Edition

extension Leak {
  /// Doors that derive something from the source instead of the edition.
  static func ofDerived() -> [Leak] {
    [
      addingToEach("banner: the join of all labels, visible or not") { briefing, paper, _ in
        var marks: [Mark] = []
        _ = paper.body.map { node in
          node.mapMarks { mark in
            marks.append(mark)
            return mark
          }
        }
        let highest = marks.map(\.level).max() ?? 0
        briefing.banner += " of \(highest)"
      },
      addingToEach("banner: the classification") { briefing, paper, _ in
        briefing.banner =
          "level \(paper.classification.level), \(paper.classification.compartments.sorted())"
      },
      addingToEach("tokens: how many blocks are withheld") { briefing, paper, _ in
        briefing.body += "\n\(paper.body.count) blocks\n"
      },
      addingToEach("tokens: as long as what they stand for") { briefing, paper, _ in
        let length = paper.body.flatMap(\.texts).map { "\($0)".utf8.count }.reduce(0, +)
        briefing.body += "\n" + String(repeating: "\u{2588}", count: length / 100) + "\n"
      },
      addingToEach("headings: kept where the section is withheld") { briefing, paper, _ in
        for node in paper.body {
          if case .heading(_, _, let text) = node.kind { briefing.body += "\n## \(text.words)\n" }
        }
      },
      addingToEach("headings: anchors counted over withheld ones") { briefing, paper, _ in
        let headings = paper.body.filter { if case .heading = $0.kind { true } else { false } }
        briefing.body += "\n[up](#section-\(headings.count))\n"
      },
      addingToEach("footnotes: numbered as in the source") { briefing, paper, _ in
        let notes = paper.body.filter { if case .footnote = $0.kind { true } else { false } }
        if !notes.isEmpty { briefing.body += "\nnote \(notes.count)\n" }
      },
      addingToEach("definitions: kept though nothing uses them") { briefing, paper, _ in
        for node in paper.body {
          if case .definition(let label, let address) = node.kind {
            briefing.body += "\n[\(label)]: \(address)\n"
          }
        }
      },
      addingToEach("lists: numbered as in the source") { briefing, paper, _ in
        let items = paper.body.flatMap { node -> [Node.Item] in
          if case .list(let list) = node.kind { list.items } else { [] }
        }
        briefing.body += "\n\(items.count + 1). more\n"
      },
      addingToEach("words: counted in the source") { briefing, paper, _ in
        briefing.body += "\n\(paper.body.flatMap(\.texts).joined().count) words\n"
      },
      addingToEach("revisions: dates of withheld ones") { briefing, paper, _ in
        guard case .mappings(let list)? = paper.fields["revisions"], let last = list.last,
          case .versions(let dates)? = last["date"], let date = Day(dates[0].runs.words)
        else { return }
        briefing.revisions.append(Revision(date: date, note: Marked("changed")))
      },
      addingToEach("references: related briefings that are not there") { briefing, paper, _ in
        if case .list(let ids)? = paper.fields["related"] {
          briefing.related = ids.map(\.runs.words)
        }
      },
      addingToEach("references: superseded briefings that are not there") { briefing, paper, _ in
        if case .versions(let ids)? = paper.fields["supersedes"] {
          briefing.supersedes = ids.first?.runs.words
        }
      },
      addingToEach("references: judgements name withheld sources") { briefing, paper, _ in
        if case .mappings(let sources)? = paper.fields["sources"] {
          for index in briefing.judgements.indices {
            briefing.judgements[index].sources = sources.indices.map { "s\($0 + 1)" }
          }
        }
      },
      addingToEach("files: a hash of the source") { briefing, paper, _ in
        let bytes = paper.body.flatMap(\.texts).joined().reduce(into: UInt64(5381)) { hash, run in
          for byte in "\(run)".utf8 { hash = hash &* 33 &+ UInt64(byte) }
        }
        briefing.body += "\nversion \(bytes)\n"
      },
      addingToEach("remarks: shown as a comment") { briefing, paper, _ in
        if let remarks = paper.remarks { briefing.body += "\n<!-- \(remarks) -->\n" }
      },
      adding("policy: levels above the reader") { edition, world, _ in
        edition.policy.levels = world.house.levels.map {
          NamedMark(mark: $0.id, name: Names($0.name))
        }
      },
      adding("policy: compartments that the reader does not hold") { edition, world, _ in
        edition.policy.compartments = world.house.compartments.map {
          NamedMark(mark: $0.id, name: Names($0.name))
        }
      },
      adding("policy: groups that the reader is not in") { edition, world, _ in
        edition.policy.groups = world.house.groups.map {
          NamedMark(mark: $0.id, name: Names($0.name))
        }
      },
      adding("policy: grounds that no token names") { edition, world, reader in
        if !reader.seesTokens {
          edition.policy.grounds = world.house.grounds.map { Term(id: $0.id, name: Names($0.name)) }
        }
      },
      adding("policy: another audience") { edition, world, reader in
        let others = world.house.readers.filter { $0.id != reader.id }.map(\.name)
        edition.policy.publisher.url = "https://example.org/" + others.joined(separator: "/")
      },
      adding("policy: topics that only withheld briefings have") { edition, world, _ in
        var used: Set<String> = []
        for paper in world.papers {
          if case .list(let topics)? = paper.fields["topics"] {
            used.formUnion(topics.map(\.runs.words))
          }
        }
        edition.policy.topics = world.house.topics.filter { used.contains($0.id) }.map {
          Term(id: $0.id, name: Names($0.name))
        }
      },
      adding("policy: how many briefings there are") { edition, world, _ in
        edition.policy.publisher.contact = "mailto:all-\(world.papers.count)@example.org"
      },
      adding("policy: kinds that only withheld briefings have") { edition, world, _ in
        edition.policy.kinds = Set(world.papers.map(\.kind)).sorted()
      },
      adding("images: copied though nothing shows them") { edition, world, _ in
        edition.assets = world.images.sorted { $0.key < $1.key }.map {
          Asset(name: $0.key, bytes: Picture.svg($0.value), width: nil, height: nil)
        }
      },
      adding("briefings: in the order of their files") { edition, world, _ in
        let paths = Dictionary(
          world.papers.map { ($0.id, $0.body.count) }, uniquingKeysWith: { first, _ in first })
        edition.briefings.sort { (paths[$0.id] ?? 0, $0.id) < (paths[$1.id] ?? 0, $1.id) }
      },
    ]
  }
}

extension [Run] {
  /// The bare words.
  var words: String {
    compactMap { if case .word(let word) = $0 { word } else { nil } }.joined(separator: " ")
  }
}
