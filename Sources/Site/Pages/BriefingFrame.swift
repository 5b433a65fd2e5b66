import Edition

/// What surrounds the page of a briefing: the way to it, and the page in the other languages.
struct BriefingFrame {
  let press: Press
  let entry: Entry
  let shelf: Shelf

  private var briefing: Briefing { entry.briefing }

  /// The frame.
  var frame: Frame {
    var frame = Frame(
      language: briefing.language, path: BriefingPage.folder(of: entry), title: entry.plainTitle)
    frame.state = press.cardWriter(shelf).state(entry)
    frame.description = entry.plainSummary
    frame.labels = [briefing.banner] + linked.flatMap { labels(of: shelf.entries[$0].briefing) }
    frame.crumbs = [Frame.Crumb(name: shelf.words["archive"], path: "archive/")]
    if let topic {
      frame.crumbs = [
        Frame.Crumb(name: shelf.words["topics"], path: "topics/"),
        Frame.Crumb(name: topic.term.name[briefing.language], path: topic.path),
      ]
    }
    frame.versions = press.shelves.map(version)
    frame.linkedData = LinkedData.report(entry, in: press.library)
    return frame
  }

  /// The places on the shelf of the briefings whose titles stand on its page: of the one it replaced, the
  /// one that replaced it, and those that it names as related. The page of a withdrawn one shows none.
  private var linked: [Int] {
    guard entry.standing != .withdrawn else { return [] }
    var ids = briefing.related
    if let old = briefing.supersedes { ids.append(old) }
    if case .superseded(let new, _) = entry.standing { ids.append(new) }
    return ids.compactMap { shelf.place(of: $0) }
  }

  /// What a link to a briefing shows of it, title and level, by their own marks; the banner of the
  /// whole where the edition has no marks.
  private func labels(of other: Briefing) -> [String] {
    guard let title = other.title.mark else { return [other.banner] }
    guard let level = other.threat.level else { return [title] }
    return [title, level.mark ?? other.banner]
  }

  /// The first of its topics, in the order of the policy.
  private var topic: Subject? {
    shelf.subjects(of: .topics).first { subject in
      briefing.topics.contains { $0.value == subject.term.id }
    }
  }

  /// The briefing in the language of `other`; where it is not there, the listing that it would be
  /// found on.
  private func version(in other: Shelf) -> Frame.Version {
    let name = press.name(of: other.language)
    let translation = press.library.versions(of: briefing.id).first {
      $0.briefing.language == other.language
    }
    if let translation {
      return Frame.Version(
        language: other.language, name: name, path: BriefingPage.folder(of: translation))
    }
    let listing = topic?.path ?? "archive/"
    return Frame.Version(
      language: other.language, name: name,
      path: "\(Address.pathPart(other.language))/\(listing)",
      instead: other.words["insteadOfTranslation"])
  }
}
