import Calendar

extension Press {
  /// The folders of all pages that search engines may know, each with the day of its last change
  /// where it is the page of a briefing.
  var folders: [(path: String, changed: Day?)] {
    var folders: [(path: String, changed: Day?)] = []
    for shelf in shelves {
      let language = Address.pathPart(shelf.language)
      folders += ["", "about/", "archive/"].map { ("\(language)/\($0)", nil) }
      var listings = ChangesPage.paging(shelf).folders
      for year in shelf.years.indices {
        listings += shelf.archiveLists(ofYear: year, kinds: library.edition.policy.kinds)
          .flatMap(\.paging.folders)
      }
      if options.search { folders.append(("\(language)/search/", nil)) }
      for vocabulary in Vocabulary.allCases {
        let subjects = shelf.subjects(of: vocabulary)
        guard !subjects.isEmpty else { continue }
        folders.append(("\(language)/\(vocabulary.rawValue)/", nil))
        listings += subjects.flatMap(\.paging.folders)
      }
      folders += listings.map { ("\(language)/\($0)", nil) }
      if library.edition.policy.audience.redaction == .mark {
        folders.append(("\(language)/withheld/", nil))
      }
    }
    return folders
      + library.entries.map { (BriefingPage.folder(of: $0), $0.changed) }
  }
}
