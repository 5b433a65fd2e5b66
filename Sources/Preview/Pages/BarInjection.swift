/// Adds the bar to a page in memory, on its way to the browser: one script element and nothing
/// else, so that the page that is looked at is the page that will be published.
enum BarInjection {
  /// The page with the script in its head; at its end, where it has none.
  static func page(_ page: [UInt8], with bar: PreviewBar) -> [UInt8] {
    var element = Array("<script src=\"/\(PreviewFiles.script)\" defer data-bar=\"".utf8)
    for byte in bar.json.bytes() {
      switch byte {
      case UInt8(ascii: "\""): element += "&quot;".utf8
      case UInt8(ascii: "&"): element += "&amp;".utf8
      case UInt8(ascii: "<"): element += "&lt;".utf8
      default: element.append(byte)
      }
    }
    element += "\"></script>\n".utf8
    let place = endOfHead(page) ?? page.count
    return Array(page[..<place]) + element + Array(page[place...])
  }

  /// Where the head of a page ends.
  private static func endOfHead(_ page: [UInt8]) -> Int? {
    let tag = Array("</head>".utf8)
    var start = page.startIndex
    while let found = page[start...].firstIndex(of: UInt8(ascii: "<")) {
      if found + tag.count > page.count { return nil }
      let here = page[found..<found + tag.count].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      if here == tag { return found }
      start = found + 1
    }
    return nil
  }
}
