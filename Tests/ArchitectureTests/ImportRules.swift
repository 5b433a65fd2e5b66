import Foundation
import Testing

/// The rooms of the house and who may import whom; `docs/architecture.md` says why.
@Suite("Import rules")
struct ImportRules {
  private static let allowed: [String: Set<String>] = [
    "Audit": ["Crypto", "Diagnostics", "Yams"],
    "BuiltIn": [],
    "Calendar": [],
    "Diagnostics": ["JSON"],
    "Edition": ["Calendar"],
    "Images": [],
    "JSON": [],
    "Manuscript": ["Calendar", "Diagnostics", "Edition", "Markdown", "Marking", "Yams"],
    "Markdown": ["CCMarkGFM", "Diagnostics"],
    "Marking": ["Diagnostics"],
    "Pipeline": [
      "Audit", "BuiltIn", "Calendar", "Diagnostics", "Edition", "Images", "JSON", "Manuscript",
      "Markdown", "Marking", "Preview", "Publish", "Release", "Review", "Search", "Site",
      "Template",
    ],
    "Preview": ["Diagnostics", "JSON", "Template"],
    "Publish": ["Crypto", "Diagnostics"],
    "Release": [
      "Calendar", "Crypto", "Diagnostics", "Edition", "Images", "Manuscript", "Markdown", "Marking",
    ],
    "Review": [
      "Calendar", "Diagnostics", "Edition", "Manuscript", "Markdown", "Marking", "Release",
    ],
    "Search": ["JSON"],
    "Site": [
      "Calendar", "Crypto", "Diagnostics", "Edition", "JSON", "Markdown", "Search", "Template",
    ],
    "TearlineCLI": ["ArgumentParser", "Calendar", "Diagnostics", "JSON", "Pipeline"],
    "Template": ["Diagnostics"],
    "tearline": ["TearlineCLI"],
  ]

  /// What comes with the toolchain; only these rooms may ask the machine for anything.
  private static let system: [String: Set<String>] = [
    "Audit": ["Glibc", "Synchronization"], "Manuscript": ["Foundation"],
    "Markdown": ["Synchronization"],
    "Pipeline": ["Dispatch", "Glibc", "Synchronization"],
    "Preview": ["Glibc", "Synchronization"], "Publish": ["Glibc", "Synchronization"],
    "TearlineCLI": ["Glibc", "Synchronization"],
  ]

  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test func everyImportIsAnArrowOfTheTable() throws {
    let sources = Self.root.appending(path: "Sources")
    let rooms = try FileManager.default.contentsOfDirectory(atPath: sources.path()).filter {
      $0 != "CCMarkGFM"
    }
    #expect(Set(rooms) == Set(Self.allowed.keys))
    for room in rooms {
      let folder = sources.appending(path: room)
      let files = FileManager.default.enumerator(atPath: folder.path())?.compactMap {
        $0 as? String
      }
      for file in files ?? [] where file.hasSuffix(".swift") {
        let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        for name in Self.imports(in: text) {
          let isAllowed =
            Self.allowed[room]?.contains(name) ?? false
            || Self.system[room]?.contains(name) ?? false
          #expect(isAllowed, "\(room)/\(file) imports \(name)")
        }
      }
    }
  }

  @Test func theLowSideCannotReachTheHighSide() {
    let high: Set = ["Manuscript", "Marking", "Release"]
    for room in ["Edition", "Search", "Site", "Template", "Publish", "Preview"] {
      var reached: Set<String> = []
      var open = [room]
      while let next = open.popLast() {
        for name in Self.allowed[next] ?? [] where reached.insert(name).inserted {
          open.append(name)
        }
      }
      #expect(reached.isDisjoint(with: high), "\(room) reaches \(reached.intersection(high))")
    }
  }

  @Test func nothingButTheCommandsReadsTheClock() throws {
    let sources = Self.root.appending(path: "Sources")
    for file in FileManager.default.enumerator(atPath: sources.path())?.compactMap({ $0 as? String }
    ) ?? []
    where file.hasSuffix(".swift") && !file.hasPrefix("TearlineCLI/") {
      let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
      for word in ["Date()", "time(nil)", "ContinuousClock", "Locale", "TimeZone"] {
        #expect(!text.contains(word), "\(file) uses \(word)")
      }
    }
  }

  private static func imports(in text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      var words = line.split(separator: " ")[...]
      while let first = words.first,
        first.hasPrefix("@") || ["public", "internal", "private", "package"].contains(first)
      {
        words = words.dropFirst()
      }
      guard words.first == "import", words.count >= 2 else { return nil }
      return String(words[words.startIndex + 1])
    }
  }
}
