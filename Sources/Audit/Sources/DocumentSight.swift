internal import Calendar

/// What one audience may see of one document.
struct DocumentSight {
  /// What the rules say of a passage for a reader.
  enum Verdict {
    /// It is shown.
    case visible
    /// The reader may not see it.
    case withheld
    /// The reader may see it, but gets a version that stands before it.
    case superseded
  }

  private let document: ReadDocument
  private let position: Int
  private let audience: ReadAudience
  private let covered: [Bool]
  private var verdicts: [Verdict] = []
  /// Whether the document is in the audience's edition.
  private(set) var isIn = false

  init(_ document: ReadDocument, policy: ReadPolicy, position: Int, asOf: Day, drafts: Bool) {
    self.document = document
    self.position = position
    audience = policy.audiences[position]
    covered = document.labels.labels.map(policy.audiences[position].clearance.covers)
    verdicts = document.passages.map(verdict)
    dropLoneFields()
    dropUnusedDefinitions()
    isIn = isAdmitted(asOf, drafts) && hasTitle && isAnythingLeft
    if isIn, document.status == "withdrawn" { keepNotice() }
  }

  private func verdict(_ stand: Stand) -> Verdict {
    if let audiences = stand.audiences, !audiences.contains(position) { return .withheld }
    guard let label = stand.label, covered[label] else { return .withheld }
    let isSuperseded = stand.unless.contains { $0.allSatisfy { covered[$0] } }
    return isSuperseded ? .superseded : .visible
  }

  private func verdict(_ passage: Passage) -> Verdict {
    let result = verdict(passage.stand)
    guard result == .visible else { return result }
    let isLost = passage.bare.contains { bare in
      if covered[bare.label] { return false }
      if let around = bare.inside, !covered[around] { return false }
      return !(bare.mayBeToken && audience.hasInlineTokens)
    }
    return isLost ? .withheld : .visible
  }

  private mutating func dropLoneFields() {
    for (k, passage) in document.passages.enumerated() {
      guard let needs = passage.needs else { continue }
      if !needs.contains(where: { verdicts[$0] == .visible }) { verdicts[k] = .withheld }
    }
  }

  /// A definition that nothing visible refers to is not shown.
  private mutating func dropUnusedDefinitions() {
    let definitions = document.passages.indices.filter { document.passages[$0].definition != nil }
    guard !definitions.isEmpty else { return }
    var used: Set<[UInt8]> = []
    for (k, passage) in document.passages.enumerated()
    where verdicts[k] == .visible && passage.definition == nil {
      used.formUnion(MarkdownText.references(in: rendition(passage)))
    }
    var isGrowing = true
    var settled: Set<Int> = []
    while isGrowing {
      isGrowing = false
      for k in definitions where verdicts[k] == .visible && !settled.contains(k) {
        guard let name = document.passages[k].definition, used.contains(name) else { continue }
        settled.insert(k)
        used.formUnion(MarkdownText.references(in: rendition(document.passages[k])))
        isGrowing = true
      }
    }
    for k in definitions where !settled.contains(k) && verdicts[k] == .visible {
      verdicts[k] = .withheld
    }
  }

  private func isAdmitted(_ asOf: Day, _ drafts: Bool) -> Bool {
    let isPublic = ["published", "withdrawn"].contains(document.status)
    guard isPublic || drafts && document.status == "draft" else { return false }
    if let named = document.audiences, !named.contains(position) { return false }
    if let day = document.embargo, asOf < day { return false }
    if let day = document.embargoes[position], asOf < day { return false }
    guard let others = document.releaseTo else { return true }
    return covered[document.classification] || others.contains(position)
  }

  private var hasTitle: Bool { isVisible(.title) }

  private var isAnythingLeft: Bool { isVisible(.summary) || isVisible(.text) }

  private func isVisible(_ kind: Passage.Kind) -> Bool {
    document.passages.indices.contains { k in
      let passage = document.passages[k]
      return passage.kind == kind && verdicts[k] == .visible && passage.definition == nil
        && rendition(passage).contains { $0 != 0 && !Bytes.isSpace($0) }
    }
  }

  /// Of a withdrawn document, title and withdrawal are shown and nothing else.
  private mutating func keepNotice() {
    for (k, passage) in document.passages.enumerated()
    where passage.kind != .title && passage.kind != .withdrawal {
      verdicts[k] = .withheld
    }
  }
}

// MARK: - Texts

extension DocumentSight {
  /// Whether a passage is shown.
  func shows(_ passage: Int) -> Bool { isIn && verdicts[passage] == .visible }

  /// Adds what is visible and what is withheld to the lists.
  func add(visible: inout [SourceText], withheld: inout [SourceText]) {
    for (k, passage) in document.passages.enumerated() {
      func keep(_ text: [UInt8], in list: inout [SourceText]) {
        let text = MarkdownText.shown(text)
        if !text.isEmpty {
          list.append(SourceText(bytes: text, file: document.path, line: passage.line))
        }
      }
      let verdict = isIn ? verdicts[k] : .withheld
      if verdict == .superseded { continue }
      if verdict == .visible {
        keep(rendition(passage), in: &visible)
        // Footnotes are numbered in a page; released Markdown has their names.
        if let name = passage.definition { keep(name, in: &visible) }
        if passage.pieces.allSatisfy({ $0.isSubstitute || self.verdict($0.stand) != .withheld }) {
          continue
        }
      } else {
        for piece in passage.pieces where piece.isSubstitute { keep(piece.text, in: &withheld) }
      }
      keep(passage.pieces.filter { !$0.isSubstitute }.flatMap(\.text), in: &withheld)
    }
    if isIn { visible += document.plain }
    withheld += document.hidden
  }

  /// The text of a passage as the audience gets it, with a zero byte where a token stands.
  private func rendition(_ passage: Passage) -> [UInt8] {
    var result: [UInt8] = []
    for piece in passage.pieces {
      switch verdict(piece.stand) {
      case .visible: result += piece.text
      case .withheld: if piece.isHole { result.append(0) }
      case .superseded: break
      }
    }
    return result
  }
}
