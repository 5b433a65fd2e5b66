/// The canaries that a reader's edition of a publication has to show, by the tests' own model.
struct Glance {
  let reader: Reader
  private(set) var words: Set<String> = []
  private(set) var images: Set<String> = []
  /// Ids of the briefings in the edition.
  private(set) var ids: Set<String> = []

  /// What `reader` sees of a publication.
  init(_ reader: Reader, _ world: World) {
    self.reader = reader
    for paper in world.papers {
      var redactor = Redactor(reader, paper)
      if let kept = redactor.paper() { see(kept, world.house) }
    }
    for file in images { world.images[file].map { _ = words.insert($0) } }
    words.insert(world.house.title)
    words.insert(world.house.publisher)
    words.insert(reader.name)
  }

  private mutating func see(_ paper: Paper, _ house: House) {
    ids.insert(paper.id)
    if paper.status == "withdrawn" {
      see(paper.fields["title"], "title", house)
      see(paper.fields["withdrawal"], "withdrawal", house)
      return
    }
    for entry in paper.fields.entries { see(entry.field, entry.key, house) }
    let shown = Left.shown(paper.body, omits: !reader.seesTokens)
    var definitions: [String: Node] = [:]
    var open: [[Run]] = []
    for node in shown {
      switch node.kind {
      case .footnote(let label, _), .definition(let label, _): definitions[label] = node
      default: open += node.texts
      }
    }
    while let text = open.popLast() {
      see(text)
      text.forEachRun { run in
        guard case .note(let label) = run else {
          if case .reference(_, let label) = run,
            case .definition(_, let address)? = definitions[label]?.kind
          {
            words.insert(label)
            see(address: address)
          }
          return
        }
        if definitions[label] != nil { words.insert(label) }
        open += definitions.removeValue(forKey: label)?.texts ?? []
      }
    }
  }

  private mutating func see(address: String) {
    if let word = address.split(separator: "/").last { words.insert(String(word)) }
  }

  private mutating func see(_ runs: [Run]) {
    for run in runs {
      switch run {
      case .word(let word): words.insert(word)
      case .strong(let inner), .code(let inner), .reference(let inner, _): see(inner)
      case .link(let inner, let to):
        see(inner)
        if to.hasPrefix("https:") { see(address: to) }
      case .image(let inner, let file):
        see(inner)
        images.insert(file)
      // A redacted text holds the marks that the reader is cleared for, alone.
      case .mark(_, let inner, _): see(inner)
      case .lineEnd, .note: break
      }
    }
  }

  private mutating func see(_ field: Field?, _ key: String, _ house: House) {
    switch field {
    case nil, .plain: break
    case .versions(let versions): if let first = versions.first { see(first.runs) }
    case .list(let elements):
      let terms = house.terms(key)
      for element in elements {
        if ["topics", "sectors", "regions", "interests"].contains(key),
          case .word(let id)? = element.runs.first
        {
          if let term = terms.first(where: { $0.id == id }) { words.insert(term.name) }
        } else if !["related", "sources", "judgements"].contains(key) {
          see(element.runs)
        }
      }
    case .mapping(let mapping): for entry in mapping.entries { see(entry.field, entry.key, house) }
    case .mappings(let list):
      for mapping in list { for entry in mapping.entries { see(entry.field, entry.key, house) } }
    }
  }
}
