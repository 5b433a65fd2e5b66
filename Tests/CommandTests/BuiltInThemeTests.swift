import BuiltIn
import Foundation
import Testing

@Suite("The built-in theme")
struct BuiltInThemeTests {
  @Test func isTheTemplatesFolderByteForByte() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "templates")
    var files: [String: [UInt8]] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: folder.path()) ?? .init()
    {
      // Folders of the example's audiences are the example's own.
      if ["national", "local", "public"].contains(where: { path.hasPrefix($0) }) { continue }
      let file = folder.appending(path: path)
      if let data = try? Data(contentsOf: file) { files[path] = Array(data) }
    }
    #expect(Set(files.keys) == Set(BuiltInTheme.files.keys))
    for (name, bytes) in files { #expect(BuiltInTheme.files[name] == bytes, "\(name)") }
  }
}
