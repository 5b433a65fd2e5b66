internal import Diagnostics
internal import Manuscript
internal import Site

extension ThemeFolder {
  /// What a folder holds: files of a theme by name, and the names of others, which are not read.
  private struct Content {
    var files: [String: [UInt8]] = [:]
    var strangers: [String] = []
  }

  /// The files that are for all audiences.
  ///
  /// A folder that holds files of a theme is an audience's, and so are words in a file that names one.
  /// What is meant for one and would come to all, as after a new name of an audience, is an error. Where there
  /// is one audience alone, as in a released publication, there is nobody else to come to.
  static func readBase(
    _ root: String, _ audiences: [Audience], findings: inout Findings
  ) -> [String: [UInt8]] {
    let ids = Set(audiences.map(\.id))
    let content = read(root + "/templates", "templates", leavingOut: ids, findings: &findings)
    var folders: Set<Substring> = []
    for path in content.strangers.sorted() {
      let parts = path.split(separator: "/", maxSplits: 1)
      guard parts.count == 2, Theme.isFile(String(parts[1])) else {
        findings.add(stranger("templates/" + path))
        continue
      }
      guard folders.insert(parts[0]).inserted else { continue }
      findings.add(
        Diagnostic(
          "template/unknown-audience", at: Place("templates/\(parts[0])"),
          "templates of no audience of the policy",
          help: Suggestion.help(for: String(parts[0]), among: ids)
            ?? "name the folder as the audience is named, or remove it"))
    }
    let named = audiences.count > 1 ? content.files.keys.filter { $0.hasPrefix("words/") } : []
    for path in named.sorted() {
      let parts = path.dropFirst("words/".count).split(separator: ".")
      guard let id = parts.dropFirst().dropLast().map(String.init).first(where: ids.contains) else {
        continue
      }
      findings.add(
        Diagnostic(
          "template/words-of-audience", at: Place("templates/" + path),
          "words for all audiences in a file that names one",
          help: "move it to templates/\(id)/words/, or give it another name"))
    }
    return content.files
  }

  /// The files of one audience alone.
  static func readOwn(
    _ root: String, _ id: String, findings: inout Findings
  ) -> [String: [UInt8]] {
    let folder = "templates/" + id
    let content = read(root + "/" + folder, folder, leavingOut: [], findings: &findings)
    for path in content.strangers.sorted() { findings.add(stranger(folder + "/" + path)) }
    return content.files
  }

  private static func stranger(_ path: String) -> Diagnostic {
    Diagnostic(
      "template/unknown-file", .warning, at: Place(path),
      "no file of a theme, so it is not read",
      help: "name it as files of a theme are named, or keep it elsewhere")
  }

  private static func read(
    _ folder: String, _ shown: String, leavingOut: Set<String>, findings: inout Findings
  ) -> Content {
    var result = Content()
    var open = [""]
    while let part = open.popLast() {
      let entries: [(name: String, kind: FileReading.Kind)]
      do throws(FileReading.Fault) {
        entries = try FileReading.entries(of: part.isEmpty ? folder : folder + "/" + part)
      } catch {
        if error != .missing {
          findings.add(
            SourceFolder.diagnostic(error, path: shown + (part.isEmpty ? "" : "/" + part), limit: 0)
          )
        }
        continue
      }
      for (name, kind) in entries where !name.hasPrefix(".") && !name.hasSuffix("~") {
        let path = part.isEmpty ? name : part + "/" + name
        if part.isEmpty, leavingOut.contains(name) { continue }
        switch kind {
        case .folder: open.append(path)
        case .file where !Theme.isFile(path): result.strangers.append(path)
        case .file:
          do throws(FileReading.Fault) {
            let bytes = try FileReading.bytes(of: folder + "/" + path, limit: 1 << 20)
            let isMarked = path.hasSuffix(".txt") && bytes.starts(with: [0xEF, 0xBB, 0xBF])
            result.files[path] = isMarked ? Array(bytes.dropFirst(3)) : bytes
          } catch {
            findings.add(
              SourceFolder.diagnostic(error, path: shown + "/" + path, limit: 1 << 20))
          }
        case .symbolicLink, .other:
          findings.add(SourceFolder.diagnostic(.symbolicLink, path: shown + "/" + path, limit: 0))
        }
      }
    }
    return result
  }
}
