/// A tag of a page, for what no page of an edition has: scripts and styles that are no files of their own,
/// and what a browser would load from another host.
struct PageTag {
  private let name: String
  private var attributes: [(name: String, value: String)] = []

  /// What is wrong with a tag; nil where nothing is.
  ///
  /// - Parameter isPage: whether it stands in a page; elsewhere nothing but scripts and metadata are
  ///   wrong.
  static func fault(_ text: UnsafeBufferPointer<UInt8>, _ isPage: Bool) -> Stray.Kind? {
    guard text.count >= 3 else { return nil }
    // `script` and `metadata`.
    let isOne =
      text.count > 7
      && (text[1] | 0x20 == 0x73 && text[2] | 0x20 == 0x63
        || text[1] | 0x20 == 0x6D && text[5] | 0x20 == 0x64)
    guard isOne || isPage && mayHaveFault(text) else { return nil }
    let tag = PageTag(text)
    if tag.name == "metadata" { return .metadata }
    if tag.name == "script", tag["src"] == nil, tag["type"] != "application/ld+json" {
      return .script
    }
    return isPage ? tag.fault : nil
  }

  /// Where the tag that begins at `start` ends. Nothing goes on over lines that are not looked at.
  static func end(_ page: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    let end = Tag.end(page, start)
    let tag = UnsafeBufferPointer(rebasing: page[start..<end])
    return ByteSearch.first(Letters.gone, in: tag, from: 0).map { start + $0 } ?? end
  }

  private subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// Whether a closer look is needed: hardly a tag has such an address, or an attribute that begins like
  /// a handler or a style.
  private static func mayHaveFault(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if text.count > 5 {
      switch (text[1] | 0x20, text[2] | 0x20, text[3] | 0x20) {
      // `meta`, `base`, `style`, `iframe`.
      case (0x6D, 0x65, 0x74), (0x62, 0x61, 0x73), (0x73, 0x74, 0x79), (0x69, 0x66, 0x72):
        return true
      default: break
      }
    }
    var (before, earlier): (UInt8, UInt8) = (0, 0)
    var index = 2
    while index < text.count {
      let byte = text[index]
      defer { index &+= 1 }
      switch byte {
      case UInt8(ascii: ":"), UInt8(ascii: "\\"), UInt8(ascii: "&"): return true
      case UInt8(ascii: "/"): if before == byte { return true }
      case UInt8(ascii: "o"), UInt8(ascii: "O"), UInt8(ascii: "s"), UInt8(ascii: "S"):
        // Behind a space, a bar or the end of a value another attribute begins.
        let isQuoted = before == 0x22 || before == 0x27
        let begins = before <= 0x20 || before == 0x2F || isQuoted && earlier != UInt8(ascii: "=")
        let next = index + 1 < text.count ? text[index + 1] | 0x20 : 0
        if begins, next == (byte | 0x20 == 0x6F ? 0x6E : 0x74) { return true }
      default: break
      }
      (before, earlier) = (byte, before)
    }
    return false
  }

  private init(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 1
    func word(_ ends: (UInt8) -> Bool) -> String {
      let first = index
      while index < text.count, !ends(text[index]) { index += 1 }
      return String(decoding: text[first..<index], as: UTF8.self)
    }
    func skip(_ isSkipped: (UInt8) -> Bool) {
      while index < text.count, isSkipped(text[index]) { index += 1 }
    }
    func ends(_ byte: UInt8) -> Bool {
      byte <= 0x20 || byte == 0x2F || byte == 0x3E || byte == 0x3D
    }
    name = word(ends).lowercased()
    while index < text.count {
      skip { $0 <= 0x20 || $0 == 0x2F || $0 == 0x3D || $0 == 0x3E }
      let key = word(ends).lowercased()
      skip { $0 <= 0x20 }
      var value = ""
      if index < text.count, text[index] == UInt8(ascii: "=") {
        index += 1
        skip { $0 <= 0x20 }
        if index < text.count, text[index] == 0x22 || text[index] == 0x27 {
          let quote = text[index]
          index += 1
          value = word { $0 == quote }
          index += 1
        } else {
          value = word { $0 <= 0x20 || $0 == 0x3E }
        }
      }
      if !key.isEmpty { attributes.append((key, value.lowercased())) }
    }
  }

  private var fault: Stray.Kind? {
    if name == "style" { return .style }
    for (key, value) in attributes {
      if key.hasPrefix("on") || key == "srcdoc" { return .script }
      if key == "style" { return .style }
      let isLink = key == "href"
      guard isLink || PageTag.loading.contains(key) else { continue }
      let address = PageTag.address(value)
      if PageTag.runs(address) { return .script }
      if !isLink || loadsItsLink, PageTag.leadsAway(address) { return .thirdParty }
    }
    let refreshes = attributes.contains { $0.name == "http-equiv" && $0.value.contains("refresh") }
    return name == "meta" && refreshes || name == "base" ? .thirdParty : nil
  }

  /// Attributes whose address is loaded or sent to.
  private static let loading: Set = [
    "src", "srcset", "poster", "data", "action", "formaction", "background", "manifest", "ping",
    "xlink:href", "archive", "codebase", "imagesrcset",
  ]

  /// Whether an address is a script or a page itself.
  private static func runs(_ address: String) -> Bool {
    if address.hasPrefix("data:") {
      let media = ["data:image/", "data:font/", "data:audio/", "data:video/"]
      return !media.contains(where: address.hasPrefix)
    }
    return address.hasPrefix("javascript:") || address.hasPrefix("vbscript:")
  }

  /// Whether the address of a link is loaded with the page: that of a style sheet or of an icon, not that
  /// of another form of the page.
  private var loadsItsLink: Bool {
    switch name {
    case "link":
      let relation = self["rel"] ?? ""
      let others: Set = ["canonical", "alternate", "search", "author", "license", "next", "prev"]
      return !relation.split(separator: " ").allSatisfy { others.contains(String($0)) }
    case "use", "image": return true
    default: return false
    }
  }

  /// An address without what a browser does not read.
  private static func address(_ value: String) -> String {
    var bytes = Array(value.utf8)
    bytes.withUnsafeMutableBufferPointer { Entity.undoAll($0, from: 0) }
    return String(decoding: bytes.filter { $0 > 0x20 }, as: UTF8.self)
  }

  /// Whether an address is another host's, or hides what it is.
  static func leadsAway(_ address: String) -> Bool {
    ["http:", "https:", "//", "\\", "/\\", "ftp:", "ws:", "wss:", "&"].contains {
      address.hasPrefix($0)
    } || address.contains(",http") || address.contains(",//")
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }
}
