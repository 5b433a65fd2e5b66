import Calendar

extension Press {
  /// The folders of all pages that search engines may know, each with the day of its last change
  /// where it is the page of a briefing.
  var folders: [(path: String, changed: Day?)] {
    var folders: [(path: String, changed: Day?)] = []
    for shelf in shelves {
      let language = Address.pathPart(shelf.language)
      folders += ["", "about/", "archive/"].map { ("\(language)/\($0)", nil) }
      folders += shelf.years.map { ("\(language)/archive/\($0.year)/", nil) }
      for vocabulary in Vocabulary.allCases {
        let subjects = shelf.subjects(of: vocabulary)
        guard !subjects.isEmpty else { continue }
        folders.append(("\(language)/\(vocabulary.rawValue)/", nil))
        for subject in subjects {
          let pages = (subject.entries.count + SubjectPage.size - 1) / SubjectPage.size
          folders.append(("\(language)/\(subject.path)", nil))
          for page in stride(from: 2, through: pages, by: 1) {
            folders.append(("\(language)/\(subject.path)page-\(page)/", nil))
          }
        }
      }
      if library.edition.policy.audience.redaction == .mark {
        folders.append(("\(language)/withheld/", nil))
      }
    }
    return folders
      + library.entries.map { (BriefingPage.folder(of: $0), $0.changed) }
  }
}
