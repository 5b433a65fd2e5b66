// swift-tools-version: 6.2
import Foundation
import PackageDescription

// Every room is a target; `docs/architecture.md` says who may import whom and a test holds it.
// TEARLINE_STRICT turns warnings into errors, as `make check` does.
let settings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("ExistentialAny"),
  ] + (Context.environment["TEARLINE_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)])

/// An allocator made for programs of several threads, where it is installed; record 0012 has figures.
let allocator: [LinkerSetting] =
  FileManager.default.fileExists(atPath: "/usr/include/mimalloc.h")
  ? [.linkedLibrary("mimalloc")] : []

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ room: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(room)Tests", dependencies: [.byName(name: room)] + dependencies,
    resources: [], swiftSettings: settings)
}

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

/// The files of `templates/` that are built into the executable; a test compares the two.
let themeFiles = [
  "404.mustache",
  "about.mustache",
  "archive.mustache",
  "briefing.mustache",
  "changes.mustache",
  "home.mustache",
  "icon.svg",
  "index.mustache",
  "languages.mustache",
  "partials/advice-item.mustache",
  "partials/advice.mustache",
  "partials/applies.mustache",
  "partials/card.mustache",
  "partials/change.mustache",
  "partials/chart-body.mustache",
  "partials/chart.mustache",
  "partials/contact.mustache",
  "partials/contents.mustache",
  "partials/crumbs.mustache",
  "partials/filter-links.mustache",
  "partials/filters.mustache",
  "partials/follow.mustache",
  "partials/formats.mustache",
  "partials/home-do-now.mustache",
  "partials/home-hero.mustache",
  "partials/home-latest.mustache",
  "partials/home-levels.mustache",
  "partials/home-ways.mustache",
  "partials/judgements.mustache",
  "partials/known.mustache",
  "partials/ladder.mustache",
  "partials/layout.mustache",
  "partials/level.mustache",
  "partials/map.mustache",
  "partials/matrix.mustache",
  "partials/pages.mustache",
  "partials/related.mustache",
  "partials/revisions.mustache",
  "partials/row.mustache",
  "partials/search-box.mustache",
  "partials/sources.mustache",
  "partials/standing-advice.mustache",
  "partials/standing.mustache",
  "partials/status.mustache",
  "partials/subjects.mustache",
  "partials/summary.mustache",
  "partials/unknowns.mustache",
  "partials/versions.mustache",
  "partials/withheld-note.mustache",
  "regions.txt",
  "search.js",
  "search.mustache",
  "style.css",
  "subject.mustache",
  "tokens.css",
  "withdrawn.mustache",
  "withheld.mustache",
  "words/en.txt",
  "words/nl.txt",
]

/// The files of a preview's own that are built into the executable.
let previewFiles = [
  "author.css",
  "bar.css",
  "bar.js",
  "pages/author.mustache",
  "pages/authors.mustache",
  "pages/frame.mustache",
  "pages/missing.mustache",
  "pages/start.mustache",
]

/// The outlines of new briefings, and what new publications begin with.
let outlineFiles = ["assessment", "advisory", "alert", "bulletin", "other", "front"].flatMap {
  ["\($0).en.mustache", "\($0).nl.mustache"]
}
let starterFiles = ["virbi", "tlp", "nato"].flatMap { ["\($0).yml", "\($0).md"] }

/// Built for libFuzzer alone, by `make fuzz`: nothing but that has its entry point.
let fuzzing: [Target] =
  Context.environment["TEARLINE_FUZZ"] == nil
  ? []
  : [
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "Audit", "BuiltIn", "Calendar", "Diagnostics", "Edition", "Images", "Manuscript",
        "Marking", "Release", "Template",
      ], path: "Tests/Fuzz", sources: ["Fuzz.swift", "FuzzTarget.swift"],
      swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])])
  ]

let package = Package(
  name: "tearline",
  products: [
    .executable(name: "tearline", targets: ["tearline"]),
    // For the tests, which load it into the executable to make the system's calls go wrong.
    .library(name: "FaultShim", type: .dynamic, targets: ["FaultShim"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CCMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    room("Calendar"),
    room("Diagnostics", ["JSON"]),
    room("JSON"),
    room("Marking", ["Diagnostics"]),
    room("Markdown", ["CCMarkGFM", "Diagnostics"]),
    room("Manuscript", ["Calendar", "Edition", "Marking", "Markdown", "Diagnostics", yams]),
    room("Edition", ["Calendar"]),
    room("Images", []),
    room(
      "Release",
      ["Calendar", "Diagnostics", "Manuscript", "Marking", "Markdown", "Edition", "Images", crypto]),
    .target(
      name: "BuiltIn", exclude: ["theme/local", "theme/public"],
      resources: themeFiles.map { .embedInCode("theme/\($0)") }
        + outlineFiles.map { .embedInCode("outlines/\($0)") }
        + starterFiles.map { .embedInCode("starters/\($0)") },
      swiftSettings: settings),
    room("Search", ["JSON"]),
    room(
      "Review",
      ["Calendar", "Diagnostics", "Edition", "Manuscript", "Marking", "Markdown", "Release"]),
    room("Template", ["Diagnostics"]),
    room(
      "Site",
      ["Calendar", "JSON", "Edition", "Markdown", "Search", "Template", "Diagnostics", crypto]),
    // Optimised in tests too: it goes through every byte of every edition that they build.
    .target(
      name: "Audit", dependencies: ["Diagnostics", yams, crypto],
      swiftSettings: settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]),
    room("Publish", ["Diagnostics", crypto]),
    .target(
      name: "Preview", dependencies: ["Diagnostics", "JSON", "Template"],
      resources: previewFiles.map { .embedInCode("files/\($0)") }, swiftSettings: settings),
    room(
      "Pipeline",
      [
        "Calendar", "Diagnostics", "JSON", "Marking", "Markdown", "Manuscript", "Edition", "Images",
        "Release", "Review", "Search", "Template", "Site", "Audit", "Publish", "BuiltIn", "Preview",
      ]),
    room("TearlineCLI", ["Calendar", "JSON", "Pipeline", "Diagnostics", arguments]),
    .executableTarget(
      name: "tearline", dependencies: ["TearlineCLI"], swiftSettings: settings,
      linkerSettings: allocator),
    tests("Calendar"),
    tests("Diagnostics"),
    tests("JSON"),
    tests("Marking"),
    tests("Markdown"),
    tests("Images"),
    tests("Search", ["JSON"]),
    tests("Template"),
    tests("Preview", ["Diagnostics", "Template"]),
    tests("Publish", [crypto]),
    tests("Audit", ["Diagnostics", crypto]),
    .testTarget(
      name: "AssuranceTests",
      dependencies: [
        "Audit", "BuiltIn", "Calendar", "Diagnostics", "Edition", "Manuscript", "Markdown",
        "Marking", "Pipeline", "Release", "Site", "Template", "tearline",
      ], swiftSettings: settings),
    tests(
      "Site", ["Calendar", "Edition", "Markdown", "Template", "JSON", "Diagnostics", "Search"]),
    .testTarget(
      name: "ConformanceTests",
      dependencies: [
        "Calendar", "Markdown", "Pipeline", "Diagnostics", "Edition", "Manuscript", yams,
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ReviewTests",
      dependencies: [
        "Audit", "Calendar", "Diagnostics", "Edition", "JSON", "Manuscript", "Pipeline", "Release",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CommandTests", dependencies: ["BuiltIn", "Publish", "tearline"],
      swiftSettings: settings),
    .target(name: "FaultShim", path: "Tests/FaultShim"),
    .testTarget(name: "GuideTests", dependencies: ["tearline", yams], swiftSettings: settings),
    .testTarget(name: "ArchitectureTests", swiftSettings: settings),
  ] + fuzzing
)
