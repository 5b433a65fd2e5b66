/// A name in one or more languages.
public struct Names: Hashable, Sendable, Codable {
  /// Name by language code; the key `""` holds a name that is the same in all languages.
  public var byLanguage: [String: String]

  /// A name for all languages.
  public init(_ name: String) { byLanguage = ["": name] }

  /// Names by language.
  public init(byLanguage: [String: String]) { self.byLanguage = byLanguage }

  /// The name in `language`; else the one for all languages; else the first by language code.
  public subscript(language: String) -> String {
    if let name = byLanguage[language] ?? byLanguage[""] { return name }
    return byLanguage.min { $0.key < $1.key }?.value ?? ""
  }
}
