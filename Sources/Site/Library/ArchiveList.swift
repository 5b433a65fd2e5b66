import Edition

/// The briefings of one year, or those of one kind in it, newest issue first.
struct ArchiveList {
  let year: Int
  /// The kind that it is limited to; nil for all.
  let kind: String?
  /// The places of its briefings on the shelf.
  let entries: [Int]

  /// The list cut into pages.
  var paging: Paging {
    let kind = kind.map { "kind-\(Address.pathPart($0))/" } ?? ""
    return Paging(folder: "archive/\(year)/\(kind)", total: entries.count)
  }
}

extension Shelf {
  /// The lists of the `index`th year: all of it, then each kind where there are several.
  func archiveLists(ofYear index: Int, kinds: [String]) -> [ArchiveList] {
    let (year, all) = years[index]
    let byKind = Dictionary(grouping: all) { entries[$0].briefing.kind }
    let whole = ArchiveList(year: year, kind: nil, entries: all)
    guard byKind.count > 1 else { return [whole] }
    return [whole]
      + kinds.compactMap { kind in
        byKind[kind].map { ArchiveList(year: year, kind: kind, entries: $0) }
      }
  }
}
