internal import ArgumentParser
internal import Diagnostics
internal import Pipeline

/// `tearline serve`.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show every edition in a browser on this machine, and keep up with changes.",
    discussion: """
      Builds in memory, drafts included, and writes nothing to disk. After each change the browser \
      shows the new build; while the publication has errors it shows them over the last good one. \
      Anybody who can log in to this machine can open the preview: do not run it on a machine that \
      you share. Ctrl-C stops it.

      EXAMPLE:
        tearline serve --port 8400
      """)

  /// Where ports are looked for when none is given.
  private static let ports = 8400..<8420

  @OptionGroup var options: PublicationOptions

  @Option(
    name: .customLong("audience"),
    help: ArgumentHelp(
      "Show this audience's edition alone, beside the author's view; may be repeated.",
      valueName: "name"))
  var audiences: [String] = []

  @Option(
    help: ArgumentHelp(
      "The port (default: the first free one from 8400 on; 0: any).", valueName: "n"))
  var port: Int?

  @Flag(inversion: .prefixedNo, help: "Show drafts too, and say so on every page.")
  var drafts = true

  @Flag(help: "Look at the files twice a second, for file systems that tell of no changes.")
  var poll = false

  func validate() throws {
    if let port, !(0...65_535).contains(port) {
      try Failure.unusable("--port takes a number from 0 to 65535")
    }
  }

  func run() throws {
    StopSignal.hold()
    let settings = ServeSettings(
      settings: options.settings(drafts: drafts), audiences: audiences, polls: poll)
    let preview = try listen(settings)
    let end = StopSignal.Reason()
    preview.start { news in
      switch news {
      case .ready(let audiences): greet(preview.port, audiences)
      case .read(let findings, let build): report(findings, build)
      case .refused(let findings): end.set(.refused(findings))
      case .unusable(let message): end.set(.unusable(message))
      }
    }
    StopSignal.wait()
    preview.stop()
    switch end.why {
    case .refused(let findings)?: try Failure.refused(findings, isLimited: false, options)
    case .unusable(let message)?: try Failure.unusable(message)
    case nil: break
    }
  }

  /// A preview at the port that was asked for, or else at the first that is free.
  private func listen(_ settings: ServeSettings) throws -> LivePreview {
    let ports = port.map { [$0] } ?? Array(Self.ports)
    for port in ports {
      do throws(PreviewFault) {
        return try LivePreview(settings, port: port)
      } catch {
        if error.isPortTaken, port != ports.last { continue }
        try Failure.unwritable(error.message, error.help)
      }
    }
    throw Status.unwritable
  }

  private func greet(_ port: Int, _ audiences: [String]) {
    if options.quiet { return }
    Console.out("http://localhost:\(port)/ shows this publication; Ctrl-C stops")
    for audience in audiences { Console.out("  http://localhost:\(port)/\(audience)/") }
  }

  private func report(_ findings: [Diagnostic], _ build: Int) {
    let errors = findings.filter { $0.severity == .error }
    if !errors.isEmpty {
      Console.report(errors, options)
      if let summary = TextReport.summary(errors) { Console.error(summary) }
    } else if options.verbose {
      Console.error("tearline: build \(build)")
    }
  }
}
