internal import Marking

extension PortionNumbering {
  /// Numbers the marks in a text, and lists the portion with them.
  mutating func take(_ text: inout InlineText, _ portion: inout SourcePortion) {
    portion.text = String(decoding: text.full, as: UTF8.self)
    number(&text, within: portion.label, &portion.spans)
    list(portion)
  }

  private mutating func number(
    _ text: inout InlineText, within label: Label, _ spans: inout [SourcePortion.Span]
  ) {
    for index in text.pieces.indices {
      guard case .mark(var mark) = text.pieces[index] else { continue }
      mark.number = next()
      let joined = label.joined(with: mark.label)
      spans.append(
        SourcePortion.Span(
          number: mark.number, label: joined, written: mark.written,
          text: String(decoding: mark.text.full, as: UTF8.self),
          substitute: mark.substitute.map { String(decoding: $0.full, as: UTF8.self) }))
      number(&mark.text, within: joined, &spans)
      if var substitute = mark.substitute {
        number(&substitute, within: label, &spans)
        mark.substitute = substitute
      }
      text.pieces[index] = .mark(mark)
    }
  }
}
