/// The page on which a text stands, as far as its links need to know.
struct TextPlace: Sendable {
  /// The way from the page to its language's folder, such as `../../`.
  var up: String
  /// The language of the page.
  var language: String
}
