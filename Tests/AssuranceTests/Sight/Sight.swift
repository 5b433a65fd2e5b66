/// What one reader may see of one briefing, by the rules of the marking language.
struct Sight {
  let reader: Reader
  let paper: Paper

  /// The label of a portion with its own mark, or without one.
  func label(_ own: Mark?, _ around: Around) -> Mark {
    if let own {
      let mark = paper.inForce(own)
      return around.enclosing.map(mark.joined) ?? mark
    }
    let headings = around.outer + around.sections.compactMap(\.mark)
    func joined(_ label: Mark) -> Mark {
      headings.reduce(label) { $0.joined(paper.inForce($1)) }
    }
    if let enclosing = around.enclosing {
      return around.enclosesByDefault && paper.unmarked != nil ? joined(enclosing) : enclosing
    }
    guard let unmarked = paper.unmarked else { return paper.inForce(paper.classification) }
    return joined(paper.inForce(unmarked))
  }

  /// The label of a portion of front matter.
  func label(_ own: Mark?, within enclosing: Mark?) -> Mark {
    label(own, Around(enclosing: enclosing))
  }

  func mayRead(_ label: Mark) -> Bool { reader.mayRead(label) }

  /// What is seen of a text in a portion of that label; nil where a span takes the portion along.
  ///
  /// - Parameter mayHaveHoles: whether a token could stand in it.
  func seen(_ runs: [Run], _ label: Mark, mayHaveHoles: Bool) -> [Run]? {
    var result: [Run] = []
    for run in runs {
      switch run {
      case .word, .lineEnd, .note: result.append(run)
      case .strong(let inner):
        guard let seen = seen(inner, label, mayHaveHoles: mayHaveHoles) else { return nil }
        result.append(.strong(seen))
      case .code(let inner):
        guard let seen = seen(inner, label, mayHaveHoles: false) else { return nil }
        result.append(.code(seen))
      case .link(let inner, let to):
        guard let seen = seen(inner, label, mayHaveHoles: mayHaveHoles) else { return nil }
        result.append(.link(seen, to: to))
      case .reference(let inner, let to):
        guard let seen = seen(inner, label, mayHaveHoles: mayHaveHoles) else { return nil }
        result.append(.reference(seen, label: to))
      case .image(let inner, let file):
        guard let seen = seen(inner, label, mayHaveHoles: false) else { return nil }
        result.append(.image(seen, file: file))
      case .mark(let mark, let inner, let instead):
        guard let seen = self.seen(mark, inner, instead, label, mayHaveHoles) else { return nil }
        result += seen
      }
    }
    return result
  }

  private func seen(
    _ mark: Mark, _ inner: [Run], _ instead: [Run]?, _ label: Mark, _ mayHaveHoles: Bool
  ) -> [Run]? {
    let joined = label.joined(paper.inForce(mark))
    if mayRead(joined) {
      return seen(inner, joined, mayHaveHoles: mayHaveHoles).map {
        [.mark(mark, $0, instead: instead)]
      }
    }
    if let instead { return seen(instead, label, mayHaveHoles: mayHaveHoles) }
    return mayHaveHoles && reader.keepsSentences ? [] : nil
  }

  /// Whether the briefing could be in the reader's edition, by its administration alone.
  var isOpen: Bool {
    guard paper.status != "draft" else { return false }
    if let readers = paper.readers, !readers.contains(reader.id) { return false }
    for key in ["", reader.id] {
      if let day = paper.embargo[key], World.today < day { return false }
    }
    guard let readers = paper.compilation else { return true }
    return mayRead(paper.inForce(paper.classification)) || readers.contains(reader.id)
  }
}
