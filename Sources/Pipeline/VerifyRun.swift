public import Diagnostics
import Publish

/// How the edition in `folder` differs from its manifest, as findings placed in its files; none
/// where it is complete and unchanged.
///
/// - Parameters:
///   - folder: the edition, such as `site/public`, or a copy of it on a server's disk.
///   - name: how the findings name that folder; for the caller to choose, so that no path of the
///     machine gets into a log.
public func verify(edition folder: String, as name: String) -> [Diagnostic] {
  Publish.verify(folder: folder).map { problem in
    let path = problem.path.isEmpty ? name : "\(name)/\(problem.path)"
    let (code, help) = problem.kind.told
    return Diagnostic(code, at: Place(path), problem.message, help: help)
  }
}

extension VerifyProblem.Kind {
  /// The finding's code, and what whoever looks after the server should do.
  fileprivate var told: (code: String, help: String) {
    switch self {
    case .missing: ("edition/missing", "copy the edition again from where it was built")
    case .changed: ("edition/changed", "copy the edition again from where it was built")
    case .extra:
      ("edition/extra", "remove it: an edition holds what its manifest names and nothing else")
    case .unreadable: ("edition/unreadable", "check that it is there and may be read")
    case .link: ("edition/link", "put the file itself in its place")
    case .manifest:
      ("edition/manifest", "name the folder of one edition, such as site/public, or copy it again")
    }
  }
}
