/// The files of a publication, by path.
struct Files: Equatable {
  var policy: [UInt8]
  var briefings: [String: [UInt8]]
  var images: [String: [UInt8]]

  /// Files as they are.
  init(policy: [UInt8], briefings: [String: [UInt8]], images: [String: [UInt8]]) {
    self.policy = policy
    self.briefings = briefings
    self.images = images
  }

  /// A publication written out.
  init(_ world: World) {
    policy = Array(HouseSource(house: world.house).text.utf8)
    briefings = [:]
    images = [:]
    let source = PaperSource(house: world.house)
    for paper in world.papers { briefings[paper.path] = Array(source.text(paper).utf8) }
    for (name, word) in world.images {
      images["briefings/images/" + name] = Picture.svg(word, comment: world.comments[name])
    }
  }

  /// All of them.
  var all: [(path: String, bytes: [UInt8])] {
    [("publication.yml", policy)] + (briefings.sorted { $0.key < $1.key }).map { ($0, $1) }
      + images.sorted { $0.key < $1.key }.map { ($0, $1) }
  }

  /// One briefing written out.
  static func text(of paper: Paper, _ house: House) -> String {
    PaperSource(house: house).text(paper)
  }

  /// The texts, for a report.
  var report: String {
    all.filter { !$0.path.contains("/images/") }.map {
      "=== \($0.path)\n" + String(decoding: $0.bytes, as: UTF8.self)
    }.joined()
  }
}
