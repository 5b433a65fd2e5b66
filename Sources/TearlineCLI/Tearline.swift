public import ArgumentParser
internal import Glibc

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

  /// Prepares the process for any command. Ends it where an argument is not UTF-8: mended, the name of a
  /// file would be that of another.
  public static func prepare() {
    FaultSignal.hold()
    let arguments = UnsafeBufferPointer(
      start: CommandLine.unsafeArgv, count: Int(CommandLine.argc))
    for argument in arguments.compactMap(\.self)
    where String(validatingCString: argument) == nil {
      Console.error("tearline: error: '\(String(cString: argument))' is not UTF-8: rename it")
      Glibc.exit(Status.usage.rawValue)
    }
  }

  /// The arguments with a publication that stands in front of the command behind it, where every command
  /// looks for it.
  public static func arranged(_ arguments: [String]) -> [String] {
    var rest = arguments[...]
    var publication: [String] = []
    while let first = rest.first {
      if ["-C", "--publication"].contains(first), rest.count > 1 {
        publication += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else if first.hasPrefix("-C"), first.count > 2 {
        publication += ["-C", String(first.dropFirst(2).trimmingPrefix("="))]
        rest = rest.dropFirst()
      } else if first.hasPrefix("--publication=") {
        publication.append(first)
        rest = rest.dropFirst()
      } else {
        break
      }
    }
    guard let command = rest.first, !command.hasPrefix("-") else { return arguments }
    return [command] + publication + rest.dropFirst()
  }

  /// The command with no arguments, which shows its help.
  public init() {}
}

/// The version of the program.
enum Version {
  static let text = "0.1.0"
}
