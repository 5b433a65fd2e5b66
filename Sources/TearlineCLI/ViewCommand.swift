internal import ArgumentParser
internal import Diagnostics
internal import Pipeline

/// `tearline view`.
struct ViewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "view",
    abstract: "Print one briefing as an audience gets it.",
    discussion: """
      Exit status 2 says that the briefing is not in that audience's edition.

      EXAMPLE:
        tearline view briefings/port.md --as public --body
      """)

  @OptionGroup var options: PublicationOptions

  @Argument(help: "The briefing's file, relative to the publication.")
  var file: String

  @Option(name: .customLong("as"), help: "The audience.")
  var audience: String

  enum Format: String, ExpressibleByArgument, CaseIterable { case markdown, html, text }

  @Flag(help: "Leave the front matter out.")
  var body = false

  @Option(help: "Released Markdown, the site's page, or the body as plain text.")
  var format = Format.markdown

  func run() throws {
    switch view(
      options.path(of: file), audience: audience, withSite: format == .html, options.settings())
    {
    case .released(let briefing): try show(briefing)
    case .absent:
      if !options.quiet { Console.error("not in the edition of '\(audience)'") }
      throw Status.absent
    case .unknown(let message): try Failure.unusable(message)
    case .failed(let findings): try Failure.refused(findings, isLimited: true, options)
    }
  }

  private func show(_ briefing: BriefingView) throws {
    switch format {
    case .markdown: Console.out(body ? briefing.body : briefing.file)
    case .text: Console.out(briefing.text)
    case .html:
      switch briefing.page() {
      case .success(let page): Console.out(page)
      case .failure(let fault):
        try Failure.refused(Findings(fault.diagnostics), isLimited: true, options)
      }
    }
  }
}
