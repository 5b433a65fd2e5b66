internal import Diagnostics

/// Six words or more that are withheld from an audience in one place and shown to it in another:
/// whoever reads the second place knows what the first one says.
///
/// Versions of one thing are left alone: they are written to say the same with less.
struct SharedWords: Rule {
  let about = RuleDescription(
    code: "marking/shared-words", severity: .warning,
    summary: "six words or more that are withheld in one place and shown in another",
    guardsVisibility: true)

  /// The most matches of one briefing that are told: who copied a page need not read of each line.
  private static let most = 200

  /// A withheld piece and the first word of a passage that repeats it.
  struct Match: Hashable {
    var briefing: Int
    var piece: Int
    var passage: Int
    var word: Int
    var audiences: Readers
  }

  /// What a briefing shows of what is withheld elsewhere, or in another place of itself: each pair
  /// of a withheld piece and a passage once.
  static func matches(of number: Int, in traces: [Trace], _ index: RunIndex) -> [Match] {
    var result: [Match] = []
    let own = traces[number].runs
    var known: Set<[Int]> = []
    for piece in own.pieces where !piece.shown.isEmpty {
      for run in piece.runs where result.count < most {
        index.places(of: own.runs[run], in: traces) { entry in
          let other = traces[Int(entry.briefing)].runs.pieces[Int(entry.piece)]
          let audiences = piece.shown.subtracting(other.cleared)
          guard !audiences.isEmpty else { return }
          let told = toldAnyway(own.runs[run], of: other, in: traces[Int(entry.briefing)].runs)
          if audiences.isSubset(of: told) { return }
          let isVersion =
            Int(entry.briefing) == number && piece.versions != nil
            && piece.versions == other.versions
          let match = [Int(entry.briefing), Int(entry.piece), piece.passage]
          guard result.count < most, !isVersion, known.insert(match).inserted else { return }
          result.append(
            Match(
              briefing: Int(entry.briefing), piece: Int(entry.piece), passage: piece.passage,
              word: Int(own.starts[run]), audiences: audiences))
        }
      }
    }
    return result
  }

  /// The audiences that another version of a withheld piece tells the same words.
  private static func toldAnyway(
    _ run: UInt64, of withheld: WordRuns.Piece, in runs: WordRuns
  ) -> Readers {
    guard let versions = withheld.versions else { return [] }
    return runs.pieces.reduce(into: []) { told, piece in
      if piece.versions == versions, runs.runs[piece.runs].contains(run) {
        told.formUnion(piece.shown)
      }
    }
  }

  /// Adds a finding for each match; `paper` is the briefing that shows the words.
  func report(
    _ matches: [Match], _ paper: Paper, _ paths: [String], _ traces: [Trace],
    _ report: inout Report
  ) {
    for match in matches {
      let passage = paper.passages[match.passage]
      let place =
        match.word >= 0
        ? paper.place(of: match.word, in: passage) : paper.place(line: passage.line)
      let withheld = traces[match.briefing].runs.pieces[match.piece]
      let other = Place(paths[match.briefing], line: withheld.line)
      report.add(
        at: place,
        "words that \(paper.names(match.audiences)) may read here and that are withheld at \(other)",
        help: "say it in other words, or give both places the same mark")
    }
  }
}
