/// A publication in the tests' own model: policy, briefings and images.
///
/// Days are counted from 2026-10-01, which is day 0; it is day 40.
struct World {
  static let today = 40

  var house: House
  var papers: [Paper]
  /// Words that stand in the images, by file name.
  var images: [String: String] = [:]
  /// Comments in images, which no edition has, by file name.
  var comments: [String: String] = [:]

  /// Day `number` as it is written.
  static func date(_ number: Int) -> String {
    var day = number + 1
    var month = 10
    var year = 2026
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    while day > lengths[month - 1] {
      day -= lengths[month - 1]
      month += 1
      if month > 12 { (month, year) = (1, year + 1) }
    }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(day))"
  }
}
