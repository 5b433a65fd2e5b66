internal import BuiltIn
public import Calendar
public import Diagnostics
internal import Manuscript
internal import Publish
internal import Template

/// How making something new ended.
public enum ScaffoldOutcome: Sendable {
  /// It is there, at this path.
  case made(path: String)
  /// The publication has errors; nothing was written.
  case refused(Findings)
  /// The command cannot be carried out as it was given.
  case unusable(String)
  /// It could not be written.
  case unwritable(message: String, help: String?)
}

/// Makes new publications and new briefings.
public struct Scaffold: Sendable {
  private let today: Day
  private let seconds: Int

  /// Scaffolding on a day; files get the time `seconds`, in seconds since 1970.
  public init(today: Day, seconds: Int) {
    self.today = today
    self.seconds = seconds
  }

  /// The names of the policies that a publication can begin with.
  public static var policies: [String] { Starter.all.map(\.name) }

  /// Makes a publication that builds at once in a new folder.
  ///
  /// - Parameter templates: whether the built-in theme is copied into it, to be changed.
  public func publication(in folder: String, policy: String, templates: Bool) -> ScaffoldOutcome {
    guard let starter = Starter.all.first(where: { $0.name == policy }) else {
      return .unusable(
        "no policy '\(policy)'; there is \(Scaffold.policies.joined(separator: ", "))")
    }
    if PathName.isInEdition(folder) {
      return .unusable("a publication may not be made in a published edition")
    }
    let example = String(decoding: starter.briefing, as: UTF8.self)
      .replacing(Starter.placeholderID, with: newID(taken: []))
      .replacing(Starter.placeholderDay, with: today.description)
    var files = [
      SitePage(path: "publication.yml", bytes: starter.policy),
      SitePage(path: "briefings/fake-invoices.en.md", bytes: Array(example.utf8)),
      SitePage(path: "site/.gitignore", bytes: Array("*\n!.gitignore\n".utf8)),
    ]
    if templates {
      files += BuiltInTheme.files.map { SitePage(path: "templates/\($0)", bytes: $1) }
    }
    do throws(PublishFault) {
      try NewFolder.write(files, to: folder, at: seconds, isSource: true)
      return .made(path: folder)
    } catch {
      return .unwritable(message: "\(error.path): \(error.reason)", help: error.help)
    }
  }

  /// Makes a briefing of a kind from the kind's outline, with a fresh id.
  ///
  /// - Parameter language: one of the policy's; nil for its first.
  public func briefing(
    kind: String, title: String, language: String?, root: String
  ) -> ScaffoldOutcome {
    var findings = Findings()
    guard
      let folder = SourceFolder.read(
        root: root, parallel: Parallel(jobs: 1), findings: &findings),
      let policy = PolicyFile.read(folder.policy.bytes, findings: &findings), !findings.hasErrors
    else { return .refused(findings) }
    guard policy.released == nil else {
      return .unusable("a released publication is not written in")
    }
    guard policy.kinds.contains(kind) else {
      let help = Suggestion.help(for: kind, among: policy.kinds)
      return .unusable(
        "the policy has no kind '\(kind)'; "
          + (help ?? "it has \(policy.kinds.joined(separator: ", "))"))
    }
    guard title.contains(where: { $0.isLetter || $0.isNumber }), !title.contains(where: \.isNewline)
    else {
      return .unusable("a title is one line of words")
    }
    let spoken = language ?? policy.languages[0]
    guard policy.languages.contains(spoken) else {
      return .unusable(
        "the policy has no language '\(spoken)'; it has "
          + policy.languages.joined(separator: ", "))
    }
    let reader = BriefingReader(policy: policy, asOf: today)
    var ignored = Findings()
    let taken = folder.briefings.compactMap {
      reader.read(path: $0.path, bytes: $0.bytes, findings: &ignored)?.front.id
    }
    let id = newID(taken: Set(taken))
    let outline: [UInt8]
    do throws(TemplateFault) {
      outline = try Outline(policy: policy, today: today)
        .text(kind: kind, language: spoken, title: title, id: id)
    } catch {
      return .refused(Findings([error.diagnostic]))
    }
    let path = "briefings/\(id.lowercased()).\(spoken).md"
    var wrong = Findings()
    if reader.read(path: path, bytes: outline, findings: &wrong) == nil || wrong.hasErrors {
      let first = wrong.sorted.first { $0.severity == .error }?.message ?? "it cannot be read"
      return .unusable("a title of words, without marks and markup: \(first)")
    }
    do throws(PublishFault) {
      try NewFolder.writeFile(outline, to: root + "/" + path, at: seconds)
      return .made(path: path)
    } catch {
      return .unwritable(message: "\(error.path): \(error.reason)", help: error.help)
    }
  }

  /// An id by chance: it counts nothing, so it tells nothing of how many briefings there are.
  private func newID(taken: Set<String>) -> String {
    var generator = SystemRandomNumberGenerator()
    while true {
      let tail = (0..<4).map { _ in
        DocumentID.alphabet[Int.random(in: 0..<32, using: &generator)]
      }
      let id = "TA-\(today.description.prefix(4))-" + String(tail)
      if !taken.contains(id) { return id }
    }
  }
}
