/// How much a word says about a document: BM25, in whole numbers, so that every machine comes to
/// the same bytes.
struct Weighing: Sendable {
  /// How many weights there are; the lowest is 0.
  static let steps = 8
  /// How often a word has to come before more of it says little more, in words of the body.
  private static let saturation = 6
  /// How much the length of a document counts, in percent.
  private static let lengthShare = 60

  /// For each document, the weight at which a word says half of what it can, in hundredths.
  private let halves: [Int]

  /// How many documents there are.
  var documentCount: Int { halves.count }

  /// For documents of these lengths; what a document says that no longer holds counts half.
  init(_ documents: [(length: Int, isPast: Bool)]) {
    let total = documents.reduce(0) { $0 + $1.length }
    let mean = max(1, total / max(1, documents.count))
    halves = documents.map { document in
      let share = 100 - Weighing.lengthShare + Weighing.lengthShare * document.length / mean
      return Weighing.saturation * share * (document.isPast ? 2 : 1)
    }
  }

  /// The weight of a word that comes `count` times in a document, from 0 to `steps` - 1.
  func weight(_ count: Int, in document: Int) -> Int {
    min(Weighing.steps - 1, 100 * count * Weighing.steps / (100 * count + halves[document]))
  }
}
