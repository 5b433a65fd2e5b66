import Edition
import Markdown

/// The texts of a briefing that the search finds it by, each with the weight of its words: those
/// that its page shows, and no others.
struct SearchText {
  /// Where a text stands; the raw value is what one of its words weighs.
  private enum Weight: Int {
    case title = 8
    case heading = 4
    case judgement = 3
    case fact = 2
    case body = 1
  }

  private let library: Library
  private let words: Words
  private let briefing: Briefing
  private var texts: [(text: String, weight: Int)] = []

  /// The texts of `entry`, whose body is `document`.
  static func texts(
    of entry: Entry, _ document: Node, _ library: Library, _ words: Words
  ) -> [(text: String, weight: Int)] {
    var text = SearchText(library: library, words: words, briefing: entry.briefing)
    text.add(entry.plainTitle, .title)
    text.add(entry.briefing.id, .title)
    text.add(entry.plainSummary, .heading)
    text.addNames(of: entry)
    text.addAssessment()
    text.addRest()
    text.add(document)
    return text.texts
  }

  private init(library: Library, words: Words, briefing: Briefing) {
    self.library = library
    self.words = words
    self.briefing = briefing
  }

  private mutating func add(_ text: String, _ weight: Weight) {
    if !text.isEmpty { texts.append((text, weight.rawValue)) }
  }

  private mutating func add(_ field: MarkedText?, _ weight: Weight) {
    if let field { add(InlineText.plain(field.value), weight) }
  }

  /// What it is about, in the policy's words.
  private mutating func addNames(of entry: Entry) {
    add(words.name(of: briefing.kind, in: "kind"), .heading)
    if let level = entry.level { add(level.value.name[words.language], .heading) }
    for vocabulary in Vocabulary.allCases {
      let terms = vocabulary.terms(of: library.edition.policy)
      for id in vocabulary.ids(of: briefing) {
        add(terms.first { $0.id == id.value }?.name[words.language] ?? "", .heading)
      }
    }
    let interests = library.edition.policy.interests
    for id in briefing.interests {
      add(interests.first { $0.id == id.value }?.name[words.language] ?? "", .heading)
    }
  }

  private mutating func addAssessment() {
    for judgement in briefing.judgements {
      add(judgement.text, .judgement)
      add(judgement.changedBecause, .body)
    }
    let threat = briefing.threat
    for fact in [threat.actor, threat.intent, threat.capability] { add(fact, .fact) }
    for vulnerability in briefing.vulnerabilities { add(vulnerability, .fact) }
    add(threat.horizon, .body)
  }

  private mutating func addRest() {
    for advice in briefing.advice {
      add(advice.action, .fact)
      add(advice.by, .body)
      add(advice.basis, .body)
    }
    for source in briefing.sources { add(source.description, .body) }
    for revision in briefing.revisions { add(revision.note, .body) }
    add(briefing.withdrawal?.reason, .fact)
    add(briefing.withdrawal?.action, .fact)
  }

  /// A block of the body and all that is in it, tokens left out.
  private mutating func add(_ node: Node) {
    switch node.kind {
    case .heading: addVisible(text(of: node), .heading)
    case .paragraph, .cell: addVisible(text(of: node), .body)
    case .code(_, let text, _): add(text, .body)
    default: for child in node.children { add(child) }
    }
  }

  /// The text of a block, in which whatever is no text parts words.
  private func text(of node: Node) -> String {
    switch node.kind {
    case .text(let text), .codeSpan(let text): return text
    case .softBreak, .lineBreak, .inlineHTML, .footnoteReference: return " "
    default:
      if node.children.count == 1 { return text(of: node.children[0]) }
      var result = ""
      for child in node.children { result += text(of: child) }
      return result
    }
  }

  private mutating func addVisible(_ text: String, _ weight: Weight) {
    guard WithheldToken.mayBe(in: text) else { return add(text, weight) }
    for part in WithheldToken.parts(of: text) {
      if case .text(let visible) = part { add(String(visible), weight) }
    }
  }
}
