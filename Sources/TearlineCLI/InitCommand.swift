internal import ArgumentParser
internal import Diagnostics
internal import Pipeline

/// `tearline init`.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a new publication that builds at once.",
    discussion: """
      EXAMPLE:
        tearline init briefings-site --policy tlp
      """)

  @Argument(help: ArgumentHelp("A new folder.", valueName: "dir"))
  var folder: String

  @Option(help: "The policy to begin with: \(Scaffold.policies.joined(separator: ", ")).")
  var policy = Scaffold.policies[0]

  @Flag(help: "Copy the built-in templates into the publication, to be changed there.")
  var templates = false

  func validate() throws {
    try PublicationOptions.requireName(folder, of: "the folder")
    try Today.validate()
  }

  func run() throws {
    let scaffold = Scaffold(today: Today.day, seconds: Today.seconds)
    switch scaffold.publication(in: folder, policy: policy, templates: templates) {
    case .made(let path):
      Console.out(
        "\(path): a new publication. Next: tearline build -C \(ShellWord.plainOrQuoted(path))")
    case .unusable(let message): try Failure.unusable(message)
    case .unwritable(let message, let help): try Failure.unwritable(message, help)
    case .refused: throw Status.errors
    }
  }
}
