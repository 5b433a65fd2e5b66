/// Writes running text as Markdown.
struct RunSource {
  let house: House
  /// The way from the document's folder to the folder of images.
  var images = "images/"
  var isInTable = false

  /// The text behind its leading mark.
  func text(_ runs: [Run], mark: Mark? = nil) -> String {
    let text = text(runs)
    return mark.map { "(\($0.text(in: house))) \(text)" } ?? text
  }

  private func text(_ runs: [Run]) -> String {
    var result = ""
    for run in runs {
      switch run {
      case .lineEnd:
        result += "\n"
        continue
      case .note: break
      default: if !result.isEmpty, result.last != "\n" { result += " " }
      }
      result += text(run)
    }
    return result
  }

  private func text(_ run: Run) -> String {
    switch run {
    case .word(let word): return word
    case .lineEnd: return "\n"
    case .strong(let inner): return "**\(text(inner))**"
    case .code(let inner): return "`\(text(inner))`"
    case .link(let inner, let to): return "[\(text(inner))](\(to))"
    case .reference(let inner, let label): return "[\(text(inner))][\(label)]"
    case .note(let label): return "[^\(label)]"
    case .image(let inner, let file): return "![\(text(inner))](\(images)\(file))"
    case .mark(let mark, let inner, let instead):
      let bar = isInTable ? "\\|" : "|"
      let rest = instead.map { bar + text($0) } ?? ""
      return "[\(text(inner))]{\(mark.text(in: house))\(rest)}"
    }
  }
}
