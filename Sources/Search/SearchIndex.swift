import JSON

/// The index of the documents of one language, as files that a browser asks for one by one.
///
/// - `index.json`: how many documents there are, and which files of words;
/// - `w-….json`: for each term a list of documents, as gaps between their numbers, each times eight
///   and with the weight added, in `SignCode`;
/// - `d-….json`: what results show, a few documents a file;
/// - `FILTER.json`: for each value of a filter its documents, as gaps;
/// - `dates.json`: the days of the documents, as gaps.
///
/// Documents are numbered from 0 in the order of their day, so that a new one changes few files.
/// All files of a build carry one stamp, made of the documents' keys, by which the browser sees
/// that files of two builds do not belong together.
public struct SearchIndex: Sendable {
  /// The most that a file of words holds, in bytes, if it can be split.
  static let shardLimit = 6_000
  /// How many documents a file of cards has.
  static let cardsPerFile = 5

  private let documents: [SearchDocument]
  private let language: SearchLanguage
  private let filters: [String]
  private let stamp: [UInt8]

  /// The index of `documents`, which can be filtered by `filters`.
  public init(_ documents: [SearchDocument], in language: SearchLanguage, filters: [String]) {
    self.documents = documents.sorted { ($0.day, $0.key) < ($1.day, $1.key) }
    self.language = language
    self.filters = filters
    stamp = SearchIndex.stamp(self.documents)
  }

  /// All files.
  public func files(on crew: some Crew) -> [IndexFile] {
    let lexicon = Lexicon(documents.map(\.words), on: crew)
    let list = TermList(lexicon, in: language, on: crew)
    let weighing = Weighing(documents.map { ($0.words.length, $0.isPast) })
    let slices = stride(from: 0, to: list.terms.count, by: 512).map {
      list.terms[$0..<min($0 + 512, list.terms.count)]
    }
    let lists = crew.map(slices) { slice in
      var postings = Postings(lexicon, weighing)
      return slice.map { postings.bytes(of: $0) }
    }.flatMap(\.self)
    let shards = ShardPlan.shards(
      list.terms.map(\.stem),
      sizes: lists.enumerated().map { $1.count + list.terms[$0].name.count + 6 },
      limit: SearchIndex.shardLimit)
    return [first(shards)] + crew.map(filters, filter) + [dates] + cards(on: crew)
      + shards.map { shard in
        members(
          ShardPlan.name(of: shard.prefix), "words",
          shard.terms.map { (list.terms[$0].name, lists[$0]) })
      }
  }

  private static func stamp(_ documents: [SearchDocument]) -> [UInt8] {
    let hash = WordHash.of(documents.flatMap { Array($0.key.utf8) + [0] })
    var stamp: [UInt8] = []
    for shift in stride(from: 0, to: 48, by: 12) {
      SignCode.append(Int(truncatingIfNeeded: hash >> UInt64(shift)) & 0xFFF, to: &stamp)
    }
    return stamp
  }
}

// MARK: - Files

extension SearchIndex {
  private func first(_ shards: [ShardPlan.Shard]) -> IndexFile {
    let members: [JSON.Member] = [
      .init("v", .string(String(decoding: stamp, as: UTF8.self))),
      .init("language", .string(language.code)),
      .init("count", .number(documents.count)),
      .init("cards", .number(SearchIndex.cardsPerFile)),
      .init("words", .array(shards.map { .string(ShardPlan.name(of: $0.prefix)) })),
    ]
    return IndexFile(name: "index.json", bytes: JSON.object(members).bytes())
  }

  /// The documents of each value of a filter.
  @Sendable private func filter(_ name: String) -> IndexFile {
    var found: [String: [Int]] = [:]
    for (number, document) in documents.enumerated() {
      for value in Set(document.filters[name] ?? []) { found[value, default: []].append(number) }
    }
    return members(
      name, "values",
      found.sorted { $0.key < $1.key }.map { (Array($0.key.utf8), SearchIndex.gaps($0.value)) })
  }

  private var dates: IndexFile {
    let days = documents.map(\.day)
    let first = JSON.string(String(decoding: stamp, as: UTF8.self)).bytes()
    let start = days.first ?? 0
    let gaps = SearchIndex.gaps(days.map { $0 - start }, least: 0)
    var bytes = Array("{\"v\":".utf8) + first + Array(",\"first\":\(start),\"days\":\"".utf8)
    bytes += gaps + Array("\"}".utf8)
    return IndexFile(name: "dates.json", bytes: bytes)
  }

  private func cards(on crew: some Crew) -> [IndexFile] {
    let starts = Array(stride(from: 0, to: documents.count, by: SearchIndex.cardsPerFile))
    return crew.map(starts) { start in
      let some = documents[start..<min(start + SearchIndex.cardsPerFile, documents.count)]
      let json = JSON.members([
        "v": .string(String(decoding: stamp, as: UTF8.self)),
        "cards": .array(some.map(\.card)),
      ])
      let name = "d-" + SignCode.name(start / SearchIndex.cardsPerFile)
      return IndexFile(name: name + ".json", bytes: json.bytes())
    }
  }

  /// A file of one object, whose values are in `SignCode`.
  private func members(
    _ name: String, _ kind: StaticString, _ members: [(name: [UInt8], value: [UInt8])]
  ) -> IndexFile {
    var bytes = Array("{\"v\":".utf8)
    bytes += JSON.string(String(decoding: stamp, as: UTF8.self)).bytes()
    bytes += Array(",\"\(kind)\":{".utf8)
    for (index, member) in members.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += JSON.string(String(decoding: member.name, as: UTF8.self)).bytes()
      bytes += Array(":\"".utf8) + member.value
      bytes.append(UInt8(ascii: "\""))
    }
    return IndexFile(name: name + ".json", bytes: bytes + Array("}}".utf8))
  }

  /// Rising numbers as gaps; the least that one may exceed the one before it is taken off.
  static func gaps(_ numbers: [Int], least: Int = 1) -> [UInt8] {
    var bytes: [UInt8] = []
    var next = 0
    for number in numbers {
      SignCode.append(number - next, to: &bytes)
      next = number + least
    }
    return bytes
  }
}
