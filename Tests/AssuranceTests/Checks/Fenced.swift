/// A body cut at its container lines, before anything is parsed: text and containers, as they follow one
/// another.
///
/// It knows the labels `S` and `U` and the readers that a container is for; lines that do not match are
/// not looked for, because no body with them is read.
enum Fenced {
  case text(String)
  case container(readers: String?, versions: [Version])

  /// A container's content, or a version of it behind a tear line.
  struct Version {
    let label: String?
    var parts: [Fenced] = []
  }

  /// The parts of a body.
  static func parts(of body: String) -> [Fenced] {
    var open = [Open(readers: nil, versions: [Version(label: nil)])]
    var lines: [Substring] = []
    func endText(_ open: inout [Open]) {
      guard !lines.isEmpty else { return }
      open[open.count - 1].add(.text(lines.joined(separator: "\n") + "\n"))
      lines = []
    }
    for line in body.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix(":::") else {
        lines.append(line)
        continue
      }
      endText(&open)
      let words = line.split(separator: " ").dropFirst()
      if words.first == "tear" {
        open[open.count - 1].versions.append(Version(label: words.last.map(String.init)))
      } else if words.isEmpty {
        let closed = open.removeLast()
        open[open.count - 1].add(.container(readers: closed.readers, versions: closed.versions))
      } else {
        let readers = words.firstIndex(of: "for").map { String(words[$0 + 1]) }
        let label = words.first == "for" ? nil : words.first.map(String.init)
        open.append(Open(readers: readers, versions: [Version(label: label)]))
      }
    }
    endText(&open)
    return open[0].versions[0].parts
  }

  /// All the text of some parts.
  static func joined(_ parts: [Fenced]) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .container(_, let versions): versions.map { joined($0.parts) }.joined()
      }
    }.joined()
  }

  /// A container that is not closed yet.
  private struct Open {
    let readers: String?
    var versions: [Version]

    mutating func add(_ part: Fenced) { versions[versions.count - 1].parts.append(part) }
  }
}
