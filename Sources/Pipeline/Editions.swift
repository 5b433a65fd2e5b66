internal import Diagnostics
public import Edition
public import Manuscript
internal import Release

extension Publication {
  /// The edition of an audience. It may be published only where reading the publication found no
  /// error.
  ///
  /// - Parameter jobs: how many threads work at once.
  public func edition(for audience: Audience, drafts: Bool, jobs: Int) -> Edition {
    let door = door(for: audience, drafts: drafts)
    let parallel = Parallel(jobs: jobs)
    let candidates = parallel.map(briefings) { door.candidate($0) }.compactMap(\.self)
    let index = EditionIndex(candidates)
    let released = parallel.map(candidates) { door.release($0, among: index) }
    Background.letGo(candidates)
    return door.edition(of: released)
  }

  /// The door to an audience's edition.
  func door(for audience: Audience, drafts: Bool = false) -> Door {
    Door(policy: policy, audience: audience, asOf: asOf, drafts: drafts, assets: assets)
  }
}
