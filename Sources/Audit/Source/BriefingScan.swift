/// Reads a briefing for the audit: which of its texts which audience may read.
struct BriefingScan {
  let policy: AuditPolicy
  /// The day that the edition is of, `YYYY-MM-DD`.
  let asOf: String
  /// Whether drafts are published, in a preview.
  let drafts: Bool
  /// Whether an audience's edition has a page of the briefing with this id and language.
  ///
  /// What the rules let through need not be there: a briefing of which nothing is left is not. If it
  /// is not, none of its text should be.
  let hasPage: @Sendable (_ reader: String, _ id: String, _ language: String) -> Bool

  /// The passages of a briefing; nil where it cannot be read as one.
  func passages(of bytes: [UInt8]) -> [Passage]? {
    let lines = BriefingScan.lines(bytes)
    guard let first = lines.first, Shape.trimmed(first.bytes).elementsEqual("---".utf8),
      let end = lines.dropFirst().firstIndex(where: {
        // Further in it is a line of some field's text.
        $0.bytes.first == UInt8(ascii: "-") && Shape.trimmed($0.bytes).elementsEqual("---".utf8)
      })
    else { return nil }
    let yaml = Array(lines[1..<end].map(\.bytes).joined(separator: [0x0A]))
    guard let fields = StrictYAML.root(yaml)?.map,
      let id = fields["id"]?.string, let language = fields["language"]?.string
    else { return nil }
    let steps = steps(fields["downgrade"])
    var list = PassageList(policy: policy, steps: steps)
    guard let classification = list.label(fields["classification"]?.string ?? "") else {
      return nil
    }
    let unmarked = fields["unmarked"]?.string.flatMap { list.label($0) }
    var front = FrontMatterScan(list, classification: classification, unmarked: unmarked)
    let titled = front.read(fields)
    list = front.list
    let isWithdrawn = fields["status"]?.string == "withdrawn"
    var readers = gate(fields, classification).intersection(titled)
    for (number, reader) in policy.readers.enumerated()
    where readers.contains(Readers(number)) && !hasPage(reader.id, id, language) {
      readers.remove(Readers(number))
    }
    var body = BodyScan(
      PassageList(policy: policy, steps: steps), classification: classification, unmarked: unmarked)
    body.read(Array(lines[(end + 1)...]))
    if body.isTooDeep { return nil }
    var bodyList = body.list
    bodyList.confine(to: isWithdrawn ? [] : readers)
    list.confine(to: readers)
    return list.passages + bodyList.passages
  }

  /// Who gets a briefing by its administrative fields.
  private func gate(_ fields: Field.Map, _ classification: AuditLabel) -> Readers {
    let all = Readers.all(policy.readers.count)
    var result = all
    switch fields["status"]?.string {
    case "published", "withdrawn": break
    case "draft": if !drafts { return [] }
    default: return []
    }
    if let named = fields["audiences"] {
      result.formIntersection(policy.readers(named: named.texts))
    }
    for (number, reader) in policy.readers.enumerated() {
      let embargo = fields["embargo"]
      let day = embargo?.string ?? embargo?.map?[reader.id]?.string
      if let day, asOf < day { result.remove(Readers(number)) }
    }
    if let compilation = fields["compilation"] {
      let named = policy.readers(
        named: compilation.map?["release-to"]?.texts ?? [])
      result.formIntersection(policy.mayRead(classification).union(named))
    }
    return result
  }

  /// What each level is read as: by the latest downgrade of it in force, the higher one of two of a day,
  /// never as a higher one.
  private func steps(_ node: Field?) -> [Int] {
    var steps = Array(policy.levels.indices)
    var dates = [String](repeating: "", count: steps.count)
    for entry in node?.list ?? [] {
      guard let date = entry.map?["date"]?.string, date <= asOf,
        let from = policy.level(entry.map?["from"]?.string ?? ""),
        let to = policy.level(entry.map?["to"]?.string ?? "").map({ min(from, $0) }),
        date > dates[from] || date == dates[from] && to > steps[from]
      else { continue }
      dates[from] = date
      steps[from] = to
    }
    return steps
  }

  /// The lines of a file, without line ends and a byte order mark.
  private static func lines(_ bytes: [UInt8]) -> [BodyScan.Line] {
    var result: [BodyScan.Line] = []
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    bytes.withUnsafeBufferPointer { file in
      while start <= file.count {
        let next = ByteSearch.first(0x0A, in: file, from: start) ?? file.count
        let end = next > start && file[next - 1] == 0x0D ? next - 1 : next
        result.append(BodyScan.Line(bytes: bytes[start..<end], number: result.count + 1))
        start = next + 1
      }
    }
    return result
  }
}
