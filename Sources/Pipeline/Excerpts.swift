public import Diagnostics

/// Adds to findings the lines of the source that they are about: for a terminal alone.
public struct Excerpts {
  private let root: String
  private var lines: [String: [Substring]] = [:]

  /// Excerpts from the publication in `root`.
  public init(root: String) { self.root = root }

  /// The findings with the lines that they are about.
  public mutating func adding(to diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.map { diagnostic in
      guard let number = diagnostic.place.line, diagnostic.excerpt == nil else { return diagnostic }
      let lines = lines(of: diagnostic.place.file)
      guard lines.indices.contains(number - 1) else { return diagnostic }
      var result = diagnostic
      result.excerpt = String(lines[number - 1].unicodeScalars.prefix(160))
      return result
    }
  }

  private mutating func lines(of file: String) -> [Substring] {
    if let known = lines[file] { return known }
    var found: [Substring] = []
    do throws(FileReading.Fault) {
      let bytes = try FileReading.bytes(of: root + "/" + file, limit: 1 << 20)
      found = String(decoding: bytes, as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false)
    } catch {
      // A file that cannot be read has a finding of its own.
      found = []
    }
    lines[file] = found
    return found
  }
}
