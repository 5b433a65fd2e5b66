import Edition
import Template

/// Writes the fields of a briefing as HTML for its page.
struct FieldWriter {
  let library: Library
  let words: Words
  let place: TextPlace
  /// The anchors of the page's body.
  let anchors: Set<String>

  /// A text with its mark, as HTML.
  func html(_ text: MarkedText) -> Value {
    write(mark: text.mark) { writer in writer.write(InlineText.nodes(of: text.value)) }
  }

  /// A text with its mark, as HTML without links.
  func unlinked(_ text: MarkedText) -> Value {
    .html(InlineWriter.unlinked(text, showsMarks: library.edition.policy.audience.showsMarks))
  }

  /// A text that may not be there.
  func html(ifAny text: MarkedText?) -> Value { text.map(html) ?? .none }

  /// A name from the policy, with the mark of the field that gave it.
  func html(name: String, mark: String?) -> Value {
    write(mark: mark) { writer in writer.markup.text(name) }
  }

  private func write(mark: String?, _ body: (inout InlineWriter) -> Void) -> Value {
    var writer = InlineWriter(library.links, place: place, words: words)
    writer.anchors = anchors
    if let mark, library.edition.policy.audience.showsMarks { writer.writeMark(mark) }
    body(&writer)
    return .html(writer.markup.bytes)
  }

  /// The entries of a vocabulary that a field names, with links to their pages.
  func links(_ vocabulary: Vocabulary, _ briefing: Briefing) -> [Value] {
    let terms = vocabulary.terms(of: library.edition.policy)
    return vocabulary.ids(of: briefing).compactMap { id in
      guard let term = terms.first(where: { $0.id == id.value }) else { return nil }
      return .record([
        "name": html(name: term.name[words.language], mark: id.mark),
        "path": .text("\(vocabulary.rawValue)/\(Address.pathPart(term.id))/"),
      ])
    }
  }
}
