public import ArgumentParser

/// The command `tearline`.
public struct Tearline: ParsableCommand {
  /// What it is called and what it has.
  public static let configuration = CommandConfiguration(
    commandName: "tearline",
    abstract: "Publishes threat briefings: written once, redacted and tailored for each audience.",
    discussion: """
      EXAMPLE:
        tearline init briefings-site
        cd briefings-site
        tearline check
        tearline build
      """,
    version: Version.text,
    subcommands: [
      InitCommand.self, NewCommand.self, CheckCommand.self, ExplainCommand.self, ViewCommand.self,
      MarksCommand.self, StatusCommand.self, BuildCommand.self, ReleaseCommand.self,
      AuditCommand.self, VerifyCommand.self, ServeCommand.self,
      SchemaCommand.self, ManualCommand.self,
    ])

  /// Prepares the process for any command.
  public static func prepare() { FaultSignal.hold() }

  /// The command with no arguments, which shows its help.
  public init() {}
}

/// The version of the program.
enum Version {
  static let text = "0.1.0"
}
