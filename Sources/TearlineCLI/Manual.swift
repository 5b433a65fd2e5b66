internal import ArgumentParser

/// The manual, made from the help that each command gives.
enum Manual {
  private static var commands: [any ParsableCommand.Type] { Tearline.configuration.subcommands }

  private static func name(_ command: any ParsableCommand.Type) -> String {
    command.configuration.commandName ?? ""
  }

  private static func help(_ command: any ParsableCommand.Type) -> String {
    Tearline.helpMessage(for: command, columns: 80)
  }

  /// The man page of a command, of `tearline` itself where none is named; nil for an unknown one.
  static func page(of command: String?) -> String? {
    guard let command else {
      return page("tearline", Tearline.configuration.abstract, Tearline.helpMessage(columns: 80))
    }
    guard let type = commands.first(where: { name($0) == command }) else { return nil }
    return page("tearline-\(command)", type.configuration.abstract, help(type))
  }

  /// A page in the macros of man(7). The help's sections become sections, their lines stay as they
  /// are.
  private static func page(_ name: String, _ abstract: String, _ help: String) -> String {
    var lines = [
      ".TH \(name.uppercased().replacing("-", with: "\\-")) 1 \"\" \"tearline \(Version.text)\"",
      ".SH NAME", "\(escaped(name)) \\- \(escaped(abstract))",
    ]
    var isOpen = false
    for line in help.split(separator: "\n", omittingEmptySubsequences: false) {
      let title = line.prefix { $0 != ":" }
      let isTitle =
        line.first?.isUppercase ?? false && line.dropFirst(title.count).first == ":"
        && title.allSatisfy { $0.isUppercase || $0 == " " }
      if isTitle {
        if isOpen { lines.append(".fi") }
        lines += [".SH \(title)", ".nf"]
        isOpen = true
        let rest = line.dropFirst(title.count + 1).drop { $0 == " " }
        if !rest.isEmpty { lines.append(escaped(String(rest))) }
      } else {
        lines.append(escaped(String(line)))
      }
    }
    if isOpen { lines.append(".fi") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A text in which roff finds no request and no escape.
  private static func escaped(_ text: String) -> String {
    let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
  }

  /// The help of all commands as a page of Markdown.
  static var markdown: String {
    var page = """
      # Commands and their options

      Written by `tearline manual --format markdown`; a test holds it to the program. [The page on
      commands](../commands.md) says more.

      """
    for command in commands {
      page += "\n## `\(name(command))`\n\n```text\n\(help(command))\n```\n"
    }
    return page
  }
}
