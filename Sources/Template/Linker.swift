/// Checks what templates expect of one another: that what they include is there, takes the blocks
/// it is given, and comes to an end.
struct Linker {
  private let templates: [ParsedTemplate]
  private let names: [String]
  private let indices: [String: Int]

  init(_ templates: [ParsedTemplate]) {
    self.templates = templates
    names = templates.map(\.name)
    indices = Dictionary(
      templates.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Adds what is wrong to the complaints about each template.
  func check(_ complaints: inout [Complaints]) {
    for template in templates.indices {
      for inclusion in templates[template].inclusions where !complaints[template].isFull {
        let tag = templates[template].tags[inclusion]
        if let target = indices[tag.name] {
          checkArguments(of: inclusion, in: template, for: target, &complaints[template])
        } else {
          complaints[template].add(
            "template/unknown-template", at: tag.range.lowerBound,
            "there is no template '\(tag.name)'",
            help: KnownNames.help(for: tag.name, among: names))
        }
      }
      checkEnd(of: template, &complaints[template])
    }
  }

  /// A block that no template down the line declares would vanish without a word.
  private func checkArguments(
    of inclusion: Int, in template: Int, for target: Int, _ complaints: inout Complaints
  ) {
    guard complaints.firstError == nil else { return }
    let arguments = templates[template].arguments(of: inclusion)
    guard !arguments.isEmpty else { return }
    let known = blocks(from: target)
    var given: Set<String> = []
    for argument in arguments {
      let tag = templates[template].tags[argument]
      if !known.contains(tag.name) {
        complaints.add(
          "template/unknown-block", at: tag.range.lowerBound,
          "'\(names[target])' has no block '\(tag.name)'",
          help: KnownNames.help(for: tag.name, among: known))
      }
      if !given.insert(tag.name).inserted {
        complaints.add(
          "template/syntax", at: tag.range.lowerBound, "the block '\(tag.name)' is given twice",
          help: "remove one of them")
      }
    }
  }

  /// The blocks of a template and of all that it includes.
  private func blocks(from template: Int) -> Set<String> {
    var found: Set<String> = []
    var seen: Set<Int> = [template]
    var waiting = [template]
    while let next = waiting.popLast() {
      found.formUnion(templates[next].blocks)
      for inclusion in templates[next].inclusions {
        guard let target = indices[templates[next].tags[inclusion].name] else { continue }
        if seen.insert(target).inserted { waiting.append(target) }
      }
    }
    return found
  }

  /// Complains of a template that includes itself where no section could keep it from doing so.
  private func checkEnd(of template: Int, _ complaints: inout Complaints) {
    var cameFrom: [Int: Int] = [:]
    var waiting = [template]
    while let next = waiting.popLast() {
      for inclusion in templates[next].inclusions
      where templates[next].nesting.container[inclusion] == nil {
        let tag = templates[next].tags[inclusion]
        guard let target = indices[tag.name], cameFrom[target] == nil else { continue }
        cameFrom[target] = next
        guard target == template else {
          waiting.append(target)
          continue
        }
        return complain(of: template, cameFrom, &complaints)
      }
    }
  }

  private func complain(
    of template: Int, _ cameFrom: [Int: Int], _ complaints: inout Complaints
  ) {
    var route = [template]
    var step = cameFrom[template]
    while let current = step, current != template {
      route.append(current)
      step = cameFrom[current]
    }
    route.append(template)
    let path = route.reversed().map { names[$0] }.joined(separator: " → ")
    let offset = templates[template].inclusions.first { inclusion in
      indices[templates[template].tags[inclusion].name] == route[route.count - 2]
        && templates[template].nesting.container[inclusion] == nil
    }
    complaints.add(
      "template/endless", at: offset.map { templates[template].tags[$0].range.lowerBound } ?? 0,
      "'\(names[template])' includes itself without end: \(path)",
      help: "put the tag in a section that is false at the end")
  }
}
