/// Takes the words of a built file, and notes those that must not show.
struct PageSink: ScanSink {
  var context: TextContext = []
  private let watch: Watch
  private let file: AuditedFile
  private var trail = WordTrail()
  private var hits: [Hit] = []
  private var seen: Set<UInt64> = []
  private var constructs: [(construct: Construct, offset: Int)] = []
  private var isInRun = false
  private var hiddenWords: Int?

  /// Something found, before it is written up.
  private struct Hit {
    var code: String
    var what: String
    var offset: Int
    var source: Int
    var word: Int
    var count: Int
  }

  init(watch: Watch, file: AuditedFile) {
    self.watch = watch
    self.file = file
  }

  mutating func pause() {
    trail.reset()
    isInRun = false
  }

  mutating func report(_ construct: Construct, at offset: Int) {
    constructs.append((construct, offset))
  }

  mutating func beginHidden() { hiddenWords = 0 }

  mutating func endHidden(at offset: Int) {
    if let count = hiddenWords, count >= 4 { report(.hiddenText, at: offset) }
    hiddenWords = nil
  }

  mutating func lookUp(digest: UInt64, at offset: Int) {
    guard let position = watch.hashes.digests[digest] else { return }
    guard seen.insert(digest).inserted else { return }
    hits.append(
      Hit(
        code: "audit/hash", what: "a digest of withheld text", offset: offset,
        source: Int(position), word: 0, count: 0))
  }

  @inline(__always)
  mutating func take(_ word: Word, letters: [UInt32]) {
    trail.push(word)
    if watch.table.mayHave(word.hash) { check(word.hash, word) }
    if hiddenWords != nil, word.length >= 3, !watch.theme.contains(word.hash) {
      hiddenWords = (hiddenWords ?? 0) + 1
    }
    guard trail.count > 1 else {
      if word.isCapitals { checkMarks(word) }
      return
    }
    if let key = trail.pair, watch.table.mayHave(key) { check(key, word) }
    if let key = trail.triple, watch.table.mayHave(key) { check(key, word) }
    let hasRun = trail.four.map { watch.table.mayHave($0) && checkRun($0, word) } ?? false
    if !hasRun { isInRun = false }
    if word.isCapitals { checkMarks(word) }
    if let key = trail.date(month: { Months.all[$0] }), watch.table.mayHave(key) {
      check(key, word)
    }
    if let key = trail.groupedNumber, watch.table.mayHave(key) { check(key, word) }
  }
}

// MARK: - Judging

extension PageSink {
  private mutating func check(_ key: UInt64, _ word: Word) {
    guard let secret = watch.table.find(key), counts(secret, key, word) else { return }
    guard seen.insert(key).inserted else { return }
    hits.append(
      Hit(
        code: "audit/token", what: PageSink.what(secret.kind), offset: word.offset,
        source: Int(secret.source), word: Int(secret.word), count: Int(secret.count)))
  }

  /// Whether a secret found by its number is one in this place.
  private func counts(_ secret: Secret, _ key: UInt64, _ word: Word) -> Bool {
    if context.contains(.structural), FormatWords.numbers.contains(key) { return false }
    if context.contains(.index), secret.isPartOfVisible { return false }
    switch secret.kind {
    case .word, .stem, .reversed, .joined:
      return !context.contains(.decoded) || word.length >= 5
    case .number:
      let isLong = word.length >= 5
      return isLong || context.isDisjoint(with: [.measures, .decoded])
    case .name: return trail.isName || context.contains(.structural)
    case .acronym: return word.isCapitals && !context.contains(.decoded)
    case .address: return trail.isAddressPair || trail.isAddressTriple
    case .date: return true
    case .none, .mark, .shortMark, .run: return false
    }
  }

  private static func what(_ kind: Secret.Kind) -> String {
    switch kind {
    case .stem: "the stem of a withheld word"
    case .reversed: "a withheld word backwards"
    case .joined: "withheld words written as one"
    case .name: "a withheld name"
    case .acronym: "a withheld abbreviation"
    case .address: "a withheld address"
    case .date: "a withheld date"
    case .number: "a withheld number"
    default: "a withheld word"
    }
  }

  private mutating func checkRun(_ key: UInt64, _ word: Word) -> Bool {
    guard let secret = watch.table.find(key), secret.kind == .run else { return false }
    if isInRun, let last = hits.lastIndex(where: { $0.code == "audit/words" }),
      hits[last].source == Int(secret.source),
      hits[last].word + hits[last].count == Int(secret.word) + 3
    {
      hits[last].count += 1
      return true
    }
    isInRun = true
    hits.append(
      Hit(
        code: "audit/words", what: "", offset: word.offset, source: Int(secret.source),
        word: Int(secret.word), count: 4))
    return true
  }

  private mutating func checkMarks(_ word: Word) {
    for key in trail.marks where watch.table.mayHave(key) {
      guard let secret = watch.table.find(key), !context.contains(.decoded) else { continue }
      switch secret.kind {
      case .mark: break
      case .shortMark:
        guard MarkForm.isMark(word, trail) || context.contains(.label) else { continue }
      default: continue
      }
      guard seen.insert(key).inserted else { continue }
      hits.append(
        Hit(
          code: "audit/mark", what: "a marking above the audience", offset: word.offset,
          source: Int(secret.source), word: 0, count: Int(secret.count)))
    }
  }
}

// MARK: - Writing up

extension PageSink {
  /// The findings about the file.
  func finish() -> [AuditFinding] {
    guard !hits.isEmpty || !constructs.isEmpty else { return [] }
    var runs: Set<String> = []
    let found = constructs.map { item in
      AuditFinding(
        code: item.construct.code, path: file.path, offset: item.offset, line: line(item.offset),
        what: item.construct.message, words: 0)
    }
    return found
      + hits.compactMap { hit in
        let finding = finding(hit)
        let isNew = hit.code != "audit/words" || runs.insert(finding.digest ?? "").inserted
        return isNew ? finding : nil
      }
  }

  private func finding(_ hit: Hit) -> AuditFinding {
    let text = watch.texts[hit.source]
    var words = WordList()
    words.read(text.bytes)
    let isWhole = hit.count == 0
    let range = isWhole ? 0..<words.words.count : hit.word..<(hit.word + hit.count)
    let what = hit.code == "audit/words" ? "a run of \(hit.count) withheld words" : hit.what
    return AuditFinding(
      code: hit.code, path: file.path, offset: hit.offset, line: line(hit.offset), what: what,
      source: text.file, sourceLine: text.line, words: range.count,
      digest: HashWatch.sha256(words.text(of: range)))
  }

  private func line(_ offset: Int) -> Int {
    1 + file.bytes.prefix(max(0, offset)).count { $0 == 0x0A }
  }
}
