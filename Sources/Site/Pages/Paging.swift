import Template

/// A long list cut into pages: the first stands in the list's own folder, the others in `page-2/`
/// and so on below it.
struct Paging {
  /// How many briefings or changes a page lists at most.
  static let size = 60

  /// The list's folder, seen from that of the language; ends in `/`.
  let folder: String
  /// How many elements the list has.
  let total: Int

  /// How many pages there are; one at least.
  var count: Int { max(1, (total + Paging.size - 1) / Paging.size) }

  /// The folder of page `number`, counted from 1.
  func folder(of number: Int) -> String { number <= 1 ? folder : "\(folder)page-\(number)/" }

  /// The folders of all pages.
  var folders: [String] { (1...count).map(folder(of:)) }

  /// The places in the list of what stands on page `number`.
  func range(of number: Int) -> Range<Int> {
    let start = min(total, (number - 1) * Paging.size)
    return start..<min(total, start + Paging.size)
  }

  /// Links from page `here` to its neighbours, the first and the last; none where there is one page.
  ///
  /// Not to all: on a list of hundreds of pages they would weigh more than the list.
  func links(from here: Int) -> [Value] {
    guard count > 1 else { return [] }
    let near = max(1, here - 3)...min(count, here + 3)
    let numbers = (near.contains(1) ? [] : [1]) + near + (near.contains(count) ? [] : [count])
    return numbers.map { number in
      .record([
        "number": .number(number),
        "path": .text(folder(of: number)),
        "isThis": .flag(number == here),
      ])
    }
  }

  /// The title of page `number`, the page's number in it where it is not the first.
  func title(_ title: String, page number: Int, _ words: Words) -> String {
    number == 1 ? title : words.fill("pageTitle", ["title": title, "n": String(number)])
  }
}
