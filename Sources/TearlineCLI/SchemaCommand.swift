internal import ArgumentParser
internal import JSON
internal import Pipeline

/// `tearline schema`.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of publication.yml or of front matter, for editors.",
    discussion: """
      EXAMPLE:
        tearline schema policy > publication.schema.json
      """)

  /// The files that have a schema.
  enum File: String, ExpressibleByArgument, CaseIterable {
    case policy
    case frontMatter = "front-matter"

    var schema: FileSchema { self == .policy ? .policy : .frontMatter }
  }

  enum Format: String, ExpressibleByArgument, CaseIterable { case json, markdown }

  @Argument(help: "The file.")
  var file: File

  @Option(help: "JSON Schema, or a page with a table of the keys.")
  var format = Format.json

  func run() throws {
    switch format {
    case .json: Console.out(file.schema.json.bytes(pretty: true))
    case .markdown: Console.out(Array(file.schema.markdown.utf8))
    }
  }
}
