internal import Manuscript
internal import Marking
internal import Release

/// Puts what the door lets out beside what was written.
struct Explainer {
  let publication: Publication
  /// What is in the edition of an audience that holds a briefing, were the briefing published.
  let index: (Audience, SourceBriefing) -> EditionIndex

  var policy: Policy { publication.policy }

  /// The explanation of one of the publication's briefings.
  func explanation(of source: SourceBriefing) -> Explanation {
    let (numbered, portions) = source.numbered()
    let accounts = policy.audiences.map { account(of: numbered, for: $0) }
    let versions = Versions(portions, accounts)
    let front = source.front
    return Explanation(
      path: source.path, id: front.id, language: front.language, status: front.status.rawValue,
      classification: text(front.classification), asOf: publication.asOf.description,
      downgrades: front.downgraded.sorted { $0.key < $1.key }.map {
        Explanation.Downgrade(from: policy.scheme.levels[$0], to: policy.scheme.levels[$1])
      },
      audiences: zip(policy.audiences, accounts).map { audience, account in
        Explanation.Audience(
          id: audience.id, absence: account.absence?.reason(front, policy))
      },
      portions: portions.map { portion in
        explained(portion, accounts, versions, front)
      })
  }

  /// What an audience gets of a briefing among the published ones, were it published too.
  private func account(of source: SourceBriefing, for audience: Audience) -> Account {
    publication.door(for: audience, drafts: true).account(
      of: source, among: index(audience, source))
  }

  private func text(_ label: Label) -> String { policy.scheme.text(label) }

  /// Which version each audience gets: the one of which something came out.
  private struct Versions {
    /// The line of the version, by group and audience.
    private var chosen: [Int: [Int: Int]] = [:]

    init(_ portions: [SourcePortion], _ accounts: [Account]) {
      for portion in portions {
        for version in portion.versions {
          for (audience, account) in accounts.enumerated()
          where account.fates[portion.number] != nil {
            chosen[version.group, default: [:]][audience] = version.line
          }
        }
      }
    }

    /// The line of the version that an audience gets in place of a portion.
    func line(insteadOf portion: SourcePortion, for audience: Int) -> Int? {
      for version in portion.versions {
        if let line = chosen[version.group]?[audience], line != version.line { return line }
      }
      return nil
    }
  }

  private func explained(
    _ portion: SourcePortion, _ accounts: [Account], _ versions: Versions, _ front: FrontMatter
  ) -> Explanation.Portion {
    Explanation.Portion(
      name: portion.name, line: portion.line, label: text(portion.label),
      rule: portion.rule.kind.rawValue, ruleLine: portion.rule.line,
      written: portion.written.map(text), ground: portion.ground,
      tailoredTo: portion.audiences.map { named in
        policy.audiences.map(\.id).filter(named.contains)
      },
      text: portion.text,
      outcomes: accounts.indices.map { index in
        outcome(
          portion, accounts[index], versions.line(insteadOf: portion, for: index), index, front)
      },
      spans: portion.spans.map { span in
        Explanation.Span(
          label: text(span.label), text: span.text, substitute: span.substitute,
          outcomes: accounts.map { $0.spans[span.number]?.rawValue })
      })
  }

  private func outcome(
    _ portion: SourcePortion, _ account: Account, _ version: Int?, _ index: Int,
    _ front: FrontMatter
  ) -> Explanation.Outcome {
    let audience = policy.audiences[index]
    switch account.fates[portion.number] {
    case .reads(let text):
      let fates = portion.spans.compactMap { account.spans[$0.number] }
      if fates.contains(.token) { return .partly(text) }
      return fates.contains(.substitute) ? .substitute(text) : .reads(text)
    case .token: return .token(because: reason(portion, audience, front))
    case nil:
      if account.absence != nil { return .nothing(because: "not in the edition") }
      if let version { return .version(line: version) }
      return .nothing(because: reason(portion, audience, front))
    }
  }
}
