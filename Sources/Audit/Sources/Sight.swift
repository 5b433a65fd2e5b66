internal import Calendar

/// What one audience may see of a publication, and what it may not, as texts.
struct Sight: Sendable {
  /// Texts that are shown.
  var visible: [SourceText] = []
  /// Texts that the audience may not see, or that reach no edition at all.
  var withheld: [SourceText] = []
  /// Marks, and names of levels, that the audience may not see.
  var marks: [SourceText] = []

  /// Nothing withheld, nothing to see.
  init() {}

  /// The sight of the audience at `position`.
  init(
    _ documents: [ReadDocument], policy: ReadPolicy, position: Int, asOf: Day, drafts: Bool
  ) {
    var shownIDs: Set<String> = []
    var otherIDs: [SourceText] = []
    var shownUses: [String: Set<String>] = [:]
    var otherUses: [(vocabulary: String, id: String)] = []
    for document in documents {
      let sight = DocumentSight(
        document, policy: policy, position: position, asOf: asOf, drafts: drafts)
      sight.add(visible: &visible, withheld: &withheld)
      let id = SourceText(bytes: Array(document.id.utf8), file: document.path, line: 1)
      if sight.isIn {
        shownIDs.insert(document.id)
        visible.append(id)
      } else {
        otherIDs.append(id)
      }
      for use in document.uses {
        if sight.shows(use.passage) {
          shownUses[use.vocabulary, default: []].insert(use.id)
        } else {
          otherUses.append((use.vocabulary, use.id))
        }
      }
    }
    withheld += otherIDs.filter { !shownIDs.contains(Bytes.string($0.bytes)) }
    for (vocabulary, ids) in shownUses.sorted(by: { $0.key < $1.key }) {
      for id in ids.sorted() { visible += policy.vocabularies[vocabulary]?[id] ?? [] }
    }
    var seen: Set<String> = []
    for use in otherUses where !(shownUses[use.vocabulary]?.contains(use.id) ?? false) {
      guard seen.insert(use.vocabulary + " " + use.id).inserted else { continue }
      withheld += policy.vocabularies[use.vocabulary]?[use.id] ?? []
    }
    addPolicy(policy, policy.audiences[position], position, asOf)
  }

  private mutating func addPolicy(
    _ policy: ReadPolicy, _ audience: ReadAudience, _ position: Int, _ asOf: Day
  ) {
    visible += policy.open + audience.texts
    visible.append(.init(bytes: Array(asOf.description.utf8), file: PolicyReading.file, line: 1))
    for (k, other) in policy.audiences.enumerated() where k != position {
      withheld += other.texts
    }
    func sort(_ list: [ReadPolicy.Mark], named: Bool = false, _ isKnown: (Int) -> Bool) {
      for (k, mark) in list.enumerated() {
        let line = mark.names.first?.line ?? 1
        let own = SourceText(bytes: Array(mark.mark.utf8), file: PolicyReading.file, line: line)
        if isKnown(k) {
          visible += [own] + mark.names
        } else {
          withheld += [own] + mark.names
          marks += [own] + (named ? mark.names : [])
        }
      }
    }
    sort(policy.levels, named: true) { $0 <= audience.clearance.level }
    sort(policy.compartments, audience.clearance.compartments.contains)
    sort(policy.groups, audience.clearance.groups.contains)
  }
}
