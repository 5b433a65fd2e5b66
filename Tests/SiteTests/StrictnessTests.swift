import Testing

@testable import Site

/// Every page of every sample site, held against what all pages have to be.
@Suite struct StrictnessTests {
  private func htmlPages(_ site: SampleSite) -> [(path: String, html: String)] {
    site.pages.filter { $0.key.hasSuffix(".html") }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }

  /// The values of all attributes called `name`.
  private func values(of name: String, in html: String) -> [String] {
    html.split(separator: " \(name)=\"").dropFirst().map { part in
      String(part.prefix { $0 != "\"" })
    }
  }

  @Test(arguments: SamplePolicy.Reader.allCases)
  func pagesHoldNoStyleHandlerOrComment(reader: SamplePolicy.Reader) throws {
    for (path, html) in htmlPages(try SampleSite(reader)) {
      #expect(!html.contains(" style="), "\(path)")
      #expect(!html.contains("<style"), "\(path)")
      #expect(!html.contains("<!--"), "\(path)")
      #expect(!html.contains(" onclick"), "\(path)")
      #expect(!html.contains("{{"), "\(path)")
      #expect(html.contains("<html lang=\"\(path.hasPrefix("nl/") ? "nl" : "en")\">"), "\(path)")
      #expect(html.split(separator: "<h1").count == 2, "\(path)")
    }
  }

  @Test(arguments: SamplePolicy.Reader.allCases)
  func idsAreGivenOnce(reader: SamplePolicy.Reader) throws {
    for (path, html) in htmlPages(try SampleSite(reader)) {
      let ids = values(of: "id", in: html)
      #expect(Set(ids).count == ids.count, "\(path)")
    }
  }

  @Test(arguments: SamplePolicy.Reader.allCases)
  func everyLinkLeadsSomewhere(reader: SamplePolicy.Reader) throws {
    let site = try SampleSite(reader)
    for (path, html) in htmlPages(site) where path != "404.html" {
      for address in values(of: "href", in: html) + values(of: "src", in: html)
      where !address.contains(":") {
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let target = resolve(String(parts[0]), from: path)
        let page = site.pages[target]
        #expect(page != nil, "\(path): \(address)")
        if parts.count == 2, let page {
          #expect(values(of: "id", in: page).contains(String(parts[1])), "\(path): \(address)")
        }
      }
    }
  }

  private func resolve(_ address: String, from page: String) -> String {
    if address.isEmpty { return page }
    var folders = page.split(separator: "/").dropLast().map(String.init)
    for part in address.split(separator: "/", omittingEmptySubsequences: true) {
      switch part {
      case ".": continue
      case "..": if folders.popLast() == nil { return "outside" }
      default: folders.append(String(part))
      }
    }
    if address.hasSuffix("/") || address == ".." { folders.append("index.html") }
    return folders.joined(separator: "/")
  }

  @Test func headingsSkipNoLevel() throws {
    for (path, html) in htmlPages(try SampleSite(.dense)) {
      var last = 1
      for part in html.split(separator: "<h").dropFirst() {
        guard let level = part.first?.wholeNumberValue, (1...6).contains(level) else { continue }
        #expect(level <= last + 1, "\(path): h\(level) after h\(last)")
        last = level
      }
    }
  }

  @Test func theOpenSiteKnowsNothingOfMarks() throws {
    let site = try SampleSite(.open)
    for (path, html) in site.pages where !path.hasSuffix(".css") {
      #expect(!html.lowercased().contains("withheld"), "\(path)")
      #expect(!html.contains("class=\"mark\""), "\(path)")
      #expect(!html.contains("(U)"), "\(path)")
    }
  }

  @Test func assetsAreNamedByTheirBytes() throws {
    let names = try SampleSite(.dense).paths.filter { $0.hasPrefix("assets/style.") }
    #expect(names.count == 1)
    #expect(names.first?.count == "assets/style.0123456789abcdef.css".count)
  }
}
