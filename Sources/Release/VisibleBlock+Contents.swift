internal import Edition
internal import Markdown
internal import Marking

extension VisibleBlock {
  /// The labels of all portions in it.
  var labels: [Marking.Label] {
    switch kind {
    case .token: []
    case .paragraph, .heading, .code, .thematicBreak, .definition: [label]
    case .quote(let blocks): blocks.flatMap(\.labels)
    case .footnote(_, _, let blocks): [label] + blocks.flatMap(\.labels)
    case .list(_, _, let items):
      items.flatMap { item in item.isToken ? [] : [item.label] + item.blocks.flatMap(\.labels) }
    case .table(let table):
      table.header.compactMap(\.label)
        + table.rows.filter { !$0.isToken }.flatMap { [$0.label] + $0.cells.compactMap(\.label) }
    }
  }

  /// The grounds that its tokens name.
  var grounds: [String] {
    switch kind {
    case .token(let ground): [ground].compactMap(\.self)
    case .list(_, _, let items): items.flatMap { $0.blocks.flatMap(\.grounds) }
    case .quote(let blocks), .footnote(_, _, let blocks): blocks.flatMap(\.grounds)
    default:
      hasText(with: UInt8(ascii: "{")) ? texts().flatMap(Token.grounds) : []
    }
  }

  /// The destinations, decoded, of images and definitions in it.
  var imageDestinations: [String] {
    if case .definition(let definition) = kind {
      return [LinkRelease.decoded(definition.destination)]
    }
    guard hasText(with: UInt8(ascii: "!")) else { return [] }
    return texts().flatMap { text -> [String] in
      guard text.has(UInt8(ascii: "!")) else { return [] }
      return InlineScan(text).links.compactMap { link in
        link.isImage ? link.destination.map { LinkRelease.decoded(Array(text[$0])) } : nil
      }
    }
  }

  /// The file names of the published images in it.
  var imageNames: [String] {
    imageDestinations.compactMap { $0.split(separator: "/").last.map(String.init) }
  }
}

extension Token {
  /// The grounds of the tokens in a text.
  static func grounds(in text: [UInt8]) -> [String] {
    guard text.has(UInt8(ascii: "{")) else { return [] }
    return String(decoding: text, as: UTF8.self).split(separator: "{{withheld:").dropFirst()
      .map { String($0.prefix { $0 != "}" }) }
  }
}

extension Briefing {
  /// Replaces every text of the fields that is inline Markdown.
  mutating func mapTexts(_ change: (String) -> String) {
    func text(_ text: inout MarkedText?) {
      if let value = text?.value { text?.value = change(value) }
    }
    title.value = change(title.value)
    text(&summary)
    text(&contact)
    text(&threat.actor)
    text(&threat.intent)
    text(&threat.capability)
    text(&threat.horizon)
    for index in vulnerabilities.indices {
      vulnerabilities[index].value = change(vulnerabilities[index].value)
    }
    for index in judgements.indices {
      judgements[index].text.value = change(judgements[index].text.value)
      text(&judgements[index].changedBecause)
    }
    for index in advice.indices {
      advice[index].action.value = change(advice[index].action.value)
      text(&advice[index].by)
      text(&advice[index].basis)
    }
    for index in sources.indices { text(&sources[index].description) }
    for index in revisions.indices {
      revisions[index].note.value = change(revisions[index].note.value)
    }
    if var notice = withdrawal {
      text(&notice.reason)
      text(&notice.action)
      withdrawal = notice
    }
  }
}
