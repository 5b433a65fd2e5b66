/// Small images.
enum Picture {
  /// A picture of one word.
  static func svg(_ word: String) -> [UInt8] {
    Array(
      ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"60\" height=\"20\" viewBox=\"0 0 60 20\">"
        + "<text x=\"2\" y=\"14\">\(word)</text></svg>\n").utf8)
  }
}
