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

  /// All of its files are read where they are copied into a publication.
  @Test func isReadWhereItIsCopied() throws {
    let place = try Workplace(policy: nil)
    defer { place.leave() }
    #expect(try place.run("init", "p", "--templates").status == 0)
    let build = try place.run("build", "-C", "p")
    #expect(build.status == 0 && !build.errors.contains("templates/"), "\(build.errors)")
  }

  @Test func aLanguageWithoutWordsIsAWarning() throws {
    let policy = Workplace.policy.replacingOccurrences(
      of: "languages: [en]", with: "languages: [en, de]")
    let place = try Workplace(policy: policy, ["briefings/a.md": Workplace.briefing()])
    defer { place.leave() }
    let warning = "templates/words/de.txt: warning: "
    #expect(try place.run("build").errors.contains(warning))
    let words = try #require(BuiltInTheme.files["words/en.txt"])
    try place.write(Data(words), to: "templates/words/de.txt")
    let outcome = try place.run("build")
    #expect(!outcome.errors.contains("de.txt"))
    #expect(outcome.status == 0)
  }
}
