internal import ArgumentParser
internal import Diagnostics
internal import Pipeline

/// `tearline verify`.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Compare an edition's folder with its manifest.",
    discussion: """
      Reads and hashes every file. Needs no publication: run it where the edition was copied to, \
      before and after it goes online.

      EXAMPLE:
        tearline verify /srv/www/public
      """)

  @Argument(help: ArgumentHelp("The folder of one edition.", valueName: "dir"))
  var folder: String

  @Option(help: "How findings are written.")
  var format = ReportFormat.text

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  func run() throws {
    let findings = verify(edition: folder, as: folder)
    switch format {
    case .text:
      Console.report(findings)
      if !quiet {
        Console.error(TextReport.summary(findings) ?? "\(folder): as its manifest says")
      }
    case .json, .sarif, .github: Console.out(format.bytes(findings))
    }
    if !findings.isEmpty { throw Status.errors }
  }
}
