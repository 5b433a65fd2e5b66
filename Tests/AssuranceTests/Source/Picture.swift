/// Small images.
enum Picture {
  /// A picture of one word, and perhaps a comment in its source.
  static func svg(_ word: String, comment: String? = nil) -> [UInt8] {
    Array(
      ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"60\" height=\"20\" viewBox=\"0 0 60 20\">"
        + (comment.map { "<!-- \($0) -->" } ?? "") + "<text x=\"2\" y=\"14\">\(word)</text></svg>\n")
        .utf8)
  }
}
