/// A piece of running text.
indirect enum Run: Hashable {
  /// A word; most are canaries.
  case word(String)
  /// The end of a line within a paragraph.
  case lineEnd
  case strong([Run])
  /// A code span; holds words and marks.
  case code([Run])
  /// A link to an address, a briefing or an anchor.
  case link([Run], to: String)
  /// A link by way of a reference definition.
  case reference([Run], label: String)
  /// A reference to a footnote.
  case note(String)
  /// An image, by its file's name.
  case image([Run], file: String)
  /// An inline mark, perhaps with a substitute.
  case mark(Mark, [Run], instead: [Run]?)
}

extension [Run] {
  /// Each run in it, those inside others too.
  func forEachRun(_ body: (Run) -> Void) {
    for run in self {
      body(run)
      switch run {
      case .strong(let inner), .code(let inner), .link(let inner, _), .reference(let inner, _),
        .image(let inner, _):
        inner.forEachRun(body)
      case .mark(_, let inner, let instead):
        inner.forEachRun(body)
        instead?.forEachRun(body)
      case .word, .lineEnd, .note: break
      }
    }
  }

  /// The runs with each one replaced, inner ones first.
  func mapRuns(_ change: (Run) -> [Run]) -> [Run] {
    flatMap { run -> [Run] in
      switch run {
      case .strong(let inner): change(.strong(inner.mapRuns(change)))
      case .code(let inner): change(.code(inner.mapRuns(change)))
      case .link(let inner, let to): change(.link(inner.mapRuns(change), to: to))
      case .reference(let inner, let label):
        change(.reference(inner.mapRuns(change), label: label))
      case .image(let inner, let file): change(.image(inner.mapRuns(change), file: file))
      case .mark(let mark, let inner, let instead):
        change(.mark(mark, inner.mapRuns(change), instead: instead?.mapRuns(change)))
      case .word, .lineEnd, .note: change(run)
      }
    }
  }
}
