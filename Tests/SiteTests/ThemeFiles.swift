import Diagnostics
import Foundation
import Testing

@testable import Site

/// The theme as it stands in the repository's `templates` folder.
enum ThemeFiles {
  /// Its files by name, audience folders left out.
  static let files: [String: [UInt8]] = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    let folder = root.appendingPathComponent("templates")
    var files: [String: [UInt8]] = [:]
    for name in ["", "partials/", "words/"] {
      let list = try? FileManager.default.contentsOfDirectory(
        atPath: folder.appendingPathComponent(name).path)
      for file in list ?? [] where file.contains(".") {
        let data = try? Data(contentsOf: folder.appendingPathComponent(name + file))
        files[name + file] = data.map { Array($0) }
      }
    }
    return files
  }()

  /// The theme; an issue is recorded where something is wrong with it.
  static func theme() -> Theme {
    var findings = Findings()
    let theme = Theme(files: files, findings: &findings)
    #expect(findings.sorted == [])
    return theme
  }
}
