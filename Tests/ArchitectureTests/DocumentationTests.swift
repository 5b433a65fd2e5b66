import Foundation
import Testing

@Suite("Documentation")
struct DocumentationTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test func everyCodeIsDocumented() throws {
    let docs = Self.root.appending(path: "docs")
    var written = ""
    for folder in [docs, docs.appending(path: "rules")] {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path())
      where name.hasSuffix(".md") {
        written += try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      }
    }
    let sources = Self.root.appending(path: "Sources").path()
    let areas = [
      "marking", "content", "front-matter", "policy", "publication", "link", "image", "limit",
      "template", "translation", "analysis", "audit", "edition", "meaning", "language", "date",
    ]
    var codes: Set<String> = []
    for case let path as String in FileManager.default.enumerator(atPath: sources) ?? .init()
    where path.hasSuffix(".swift") {
      let text = try String(contentsOfFile: sources + "/" + path, encoding: .utf8)
      for match in text.matches(of: /"([a-z-]+)\/([a-z][a-z0-9-]+)"/)
      where areas.contains(String(match.1)) { codes.insert("\(match.1)/\(match.2)") }
    }
    #expect(codes.count > 60)
    let missing = codes.filter { !written.contains("`\($0)`") }.sorted()
    #expect(missing.isEmpty, "in no page of docs: \(missing)")
  }

  @Test func linksBetweenPagesLeadSomewhere() throws {
    let pages = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"]
    let docs = FileManager.default.enumerator(atPath: Self.root.appending(path: "docs").path())?
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".md") }.map { "docs/" + $0 }
    for page in pages + (docs ?? []) {
      let file = Self.root.appending(path: page)
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /\]\(([^)#:\s]+)(#[^)]*)?\)/) {
        let target = file.deletingLastPathComponent().appending(path: String(match.1))
        // Examples in the pages link to files that are not there.
        guard match.1.hasSuffix(".md"), !match.1.contains("briefings/") else { continue }
        #expect(FileManager.default.fileExists(atPath: target.path()), "\(page): \(match.1)")
        guard let anchor = match.2?.dropFirst() else { continue }
        let headings = Self.anchors(try String(contentsOf: target, encoding: .utf8))
        #expect(headings.contains(String(anchor)), "\(page): \(match.1)#\(anchor)")
      }
    }
  }

  /// The anchors that forges of code give to the headings of a page.
  private static func anchors(_ page: String) -> Set<String> {
    let headings = page.split(separator: "\n").filter { $0.hasPrefix("#") }.map { line in
      line.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces).lowercased()
        .filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "_" }
        .replacing(" ", with: "-")
    }
    return Set(headings)
  }
}
