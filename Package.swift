// swift-tools-version: 6.1
import PackageDescription

/// Every room is a target; `docs/architecture.md` says who may import whom and a test holds it.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
]

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

let package = Package(
  name: "tearline",
  products: [.executable(name: "tearline", targets: ["tearline"])],
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
    room("Template", ["Diagnostics"]),
    room("Site", ["Calendar", "JSON", "Edition", "Markdown", "Template", "Diagnostics", crypto]),
    room("Publish", ["Diagnostics", "JSON", crypto]),
    room(
      "Pipeline",
      [
        "Calendar", "Diagnostics", "Marking", "Markdown", "Manuscript", "Edition", "Images",
        "Release", "Template", "Site", "Publish",
      ]),
    room("TearlineCLI", ["Calendar", "Pipeline", "Diagnostics", arguments]),
    .executableTarget(name: "tearline", dependencies: ["TearlineCLI"], swiftSettings: settings),
  ]
)
