/// The text of one template and the file it came from.
public struct TemplateSource: Sendable {
  /// Path of the file as messages name it, relative to the publication's folder.
  public var file: String
  /// The template, in Mustache.
  public var text: String

  /// A template read from `file`.
  public init(file: String, text: String) {
    self.file = file
    self.text = text
  }
}
