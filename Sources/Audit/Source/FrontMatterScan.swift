/// Reads the fields of a briefing for the audit.
struct FrontMatterScan {
  let classification: AuditLabel
  let unmarked: AuditLabel?
  private(set) var list: PassageList

  /// Fields that are released where the briefing is.
  private static let released: Set = ["id", "kind", "language", "issued", "status", "expires"]
  /// Fields that reach no edition.
  private static let kept: Set = [
    "classification", "compilation", "unmarked", "audiences", "embargo", "downgrade", "remarks",
  ]
  /// Fields whose value is a list; in any other a list gives versions.
  private static let lists: Set = [
    "interests", "vulnerabilities", "topics", "sectors", "regions", "judgements", "advice",
    "sources", "related", "revisions",
  ]
  /// Lists of terms, whose names a page shows in a row.
  private static let terms: Set = ["interests", "topics", "sectors", "regions"]
  /// Fields that name briefings, which may be in an edition or not.
  private static let names: Set = ["related", "supersedes"]

  init(_ list: PassageList, classification: AuditLabel, unmarked: AuditLabel?) {
    self.list = list
    self.classification = classification
    self.unmarked = unmarked
  }

  private var all: Readers { .all(list.policy.readers.count) }

  /// Reads the fields; who is cleared for a version of the title.
  mutating func read(_ fields: Field.Map) -> Readers {
    let around = Around(reach: all)
    let isWithdrawn = fields["status"]?.string == "withdrawn"
    for (name, value) in fields {
      if Self.released.contains(name) {
        // A briefing is no longer current from the day after.
        let after = name == "expires" ? value.string.flatMap(DayAfter.of) : nil
        for text in value.texts + [after].compactMap(\.self) {
          list.add(text, line: line(value), visible: all, withheld: [])
        }
      } else if Self.kept.contains(name) {
        for text in value.texts {
          list.add(text, line: line(value), visible: [], withheld: all)
        }
      } else if Self.names.contains(name) {
        continue
      } else {
        let isLeft = !isWithdrawn || name == "title" || name == "withdrawal"
        read(value, name, isLeft ? around : around.denying(all))
        if isLeft, Self.terms.contains(name), case .list(let ids, _) = value { addRow(of: ids) }
      }
    }
    return titled(fields["title"])
  }

  /// The line in the file, whose first is that of `---`.
  private func line(_ node: Field) -> Int { node.line + 1 }

  private func label(_ own: AuditLabel?, _ around: Around) -> AuditLabel {
    if let own { return AuditLabel.join(own, around.label) ?? own }
    return around.label ?? unmarked ?? classification
  }

  /// Adds the names of terms as those see them in a row who are cleared for them.
  private mutating func addRow(of ids: [Field]) {
    guard ids.count > 1 else { return }
    let around = Around(reach: all)
    let terms = ids.compactMap { id -> (names: [String], readers: Readers)? in
      guard case .text(let text, _) = id else { return nil }
      let bytes = Array(text.utf8)[...]
      let name = String(decoding: list.leading(bytes)?.rest ?? bytes, as: UTF8.self)
      return list.policy.names[name].map { ($0, cleared(id, around)) }
    }
    for (number, _) in list.policy.readers.enumerated() {
      let seen = terms.filter { $0.readers.contains(Readers(number)) }.map(\.names)
      for language in 0..<(seen.map(\.count).max() ?? 0) {
        let row = seen.compactMap { language < $0.count ? $0[language] : $0.last }
        list.add(
          row.joined(separator: " "), line: ids.first.map(line) ?? 1, visible: Readers(number),
          withheld: [])
      }
    }
  }

  // MARK: - Values

  /// Reads a value; who loses it by a part that they may not see, and gets the next version.
  @discardableResult
  private mutating func read(_ node: Field, _ key: String, _ around: Around) -> Readers {
    switch node {
    case .text(let value, _): return text(value, line(node), around)
    case .map(let map, _): mapping(map, around)
    case .list(let elements, _):
      if Self.lists.contains(key) {
        for element in elements { read(element, "", around) }
      } else {
        versions(elements, around)
      }
    }
    return []
  }

  private mutating func text(_ text: String, _ line: Int, _ around: Around) -> Readers {
    let bytes = Array(text.utf8)[...]
    let leading = list.leading(bytes)
    let label = label(leading?.label, around)
    return list.add(leading?.rest ?? bytes, line: line, label: label, around, isRunning: false)
  }

  private mutating func versions(_ sequence: [Field], _ around: Around) {
    var around = around
    for version in sequence {
      let lost = read(version, "", around)
      around.reach.subtract(cleared(version, around).subtracting(lost))
    }
  }

  /// Who is cleared for a value or for one of its versions.
  private func cleared(_ version: Field, _ around: Around) -> Readers {
    let mark: AuditLabel?
    switch version {
    case .text(let text, _): mark = list.leading(Array(text.utf8)[...])?.label
    case .map(let map, _): mark = map["marking"]?.string.flatMap { list.label($0) }
    case .list(let versions, _):
      return versions.reduce(into: []) { $0.formUnion(cleared($1, around)) }
    }
    return list.policy.mayRead(label(mark, around))
  }

  private func titled(_ title: Field?) -> Readers {
    let around = Around(reach: all)
    return title.map { cleared($0, around) } ?? []
  }

  private mutating func mapping(_ map: Field.Map, _ outer: Around) {
    var around = outer
    if let mark = map["marking"]?.string { around = around.inside(list.label(mark)) }
    if let audiences = map["for"] {
      let meant = list.policy.readers(named: audiences.texts)
      around = around.denying(all.subtracting(meant))
    }
    // A revision is there where its note is.
    let dated = map["note"].map { cleared($0, around) }
    for (name, value) in map {
      if name == "marking" || name == "for" { continue }
      if name == "date", let dated {
        for text in value.texts {
          list.add(
            text, line: line(value), visible: dated.intersection(around.reach),
            withheld: all.subtracting(dated).union(around.denied))
        }
      } else if name == "sources" || name == "judgements" || name == "id" {
        // References by ids, which say nothing and are renumbered.
        continue
      } else {
        read(value, name, around)
      }
    }
  }
}
