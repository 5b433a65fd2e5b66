/// Runs a program. It keeps its own stacks instead of calling itself, so that no template and no
/// value can exhaust the stack of the thread it runs on.
struct Renderer {
  /// A section that is being gone through.
  private struct Loop {
    var items: [Value]
    var next: Int
    var body: Int
  }

  /// A template or given block that is being run, and how things were before it.
  private struct Call {
    var next: Int
    var indent: Int
    var layer: Int
    var depth: Int
  }

  private let program: Program
  private var contexts: ContextStack
  private var loops: [Loop] = []
  private var calls: [Call] = []
  private var blocks = GivenBlocks()
  private var budget: RenderingBudget
  private var writer = LineWriter()

  /// A rendering of values, the outermost first.
  init(_ program: Program, _ values: [Value], _ budget: RenderingBudget = RenderingBudget()) {
    self.program = program
    self.budget = budget
    contexts = ContextStack(values, program.words)
  }

  /// Appends what a template makes of the value to `output`.
  mutating func run(_ template: Int, into output: inout [UInt8]) throws(TemplateFault) {
    var position = try program.start(of: template)
    budget.begin(with: output)
    while true {
      let next = try step(position, &output)
      guard let next else { return }
      position = next
    }
  }

  /// Runs one instruction and returns the next, or nil at the end of the outermost template.
  private mutating func step(
    _ position: Int, _ output: inout [UInt8]
  ) throws(TemplateFault) -> Int? {
    switch program.code[position] {
    case .literal(let range):
      writer.write(literal: program.literals, range, to: &output)
    case .variable(let path):
      writer.beginText(&output)
      try write(path, position, &output)
    case .raw(let path):
      writer.beginText(&output)
      try writeRaw(path, position, &output)
    case .section(let path, let next):
      return try enter(path, position, next)
    case .endSection:
      return try goRound(position, output)
    case .inverted(let path, let next):
      return try find(path, position).isTrue ? next : position + 1
    case .call(let template, let indent, let arguments, let next):
      try call(position, indent, next, output)
      if let arguments { blocks.enter(arguments: arguments) }
      return try program.start(of: template)
    case .block(let name, let indent, let next):
      guard let given = blocks.find(name, in: program) else { break }
      try call(position, indent, next, output)
      blocks.move(to: given.outer)
      return given.start
    case .end:
      return leave()
    }
    return position + 1
  }
}

// MARK: - Values

extension Renderer {
  private func find(_ path: Int, _ position: Int) throws(TemplateFault) -> Value {
    if let value = contexts.find(program.paths[path]) { return value }
    let (message, help) = contexts.explain(program.paths[path])
    throw program.fault("template/unknown-name", at: position, message, help: help)
  }

  private func write(
    _ path: Int, _ position: Int, _ output: inout [UInt8]
  ) throws(TemplateFault) {
    let value = try find(path, position)
    switch value {
    case .text(let text): HTMLEscaping.append(text, to: &output)
    case .html(let bytes): output.append(contentsOf: bytes)
    case .number(let number): DecimalDigits.append(number, to: &output)
    case .flag(let flag): output.append(contentsOf: (flag ? "true" : "false").utf8)
    case .none: break
    case .list, .record:
      let name = program.spelling(of: path)
      throw program.fault(
        "template/wrong-type", at: position, "'\(name)' is \(value.kind), and text is wanted here",
        help: "open a section: '{{#\(name)}}' and '{{/\(name)}}'")
    }
  }

  private func writeRaw(
    _ path: Int, _ position: Int, _ output: inout [UInt8]
  ) throws(TemplateFault) {
    let value = try find(path, position)
    switch value {
    case .html(let bytes): output.append(contentsOf: bytes)
    case .none: break
    case .text, .number, .flag, .list, .record:
      let name = program.spelling(of: path)
      throw program.fault(
        "template/wrong-type", at: position,
        "'\(name)' is \(value.kind), and only HTML can be written raw",
        help: "write '{{\(name)}}'")
    }
  }
}

// MARK: - Sections

extension Renderer {
  private mutating func enter(
    _ path: Int, _ position: Int, _ next: Int
  ) throws(TemplateFault) -> Int {
    let value = try find(path, position)
    guard value.isTrue else { return next }
    if case .list(let items) = value {
      contexts.push(items[0])
      loops.append(Loop(items: items, next: 1, body: position + 1))
    } else {
      contexts.push(value)
      loops.append(Loop(items: [], next: 0, body: position + 1))
    }
    return position + 1
  }

  private mutating func goRound(
    _ position: Int, _ output: [UInt8]
  ) throws(TemplateFault) -> Int {
    let last = loops.count - 1
    guard loops[last].next < loops[last].items.count else {
      loops.removeLast()
      contexts.pop()
      return position + 1
    }
    try budget.spend(position, output, program)
    contexts.replace(with: loops[last].items[loops[last].next])
    loops[last].next += 1
    return loops[last].body
  }
}

// MARK: - Calls

extension Renderer {
  private mutating func call(
    _ position: Int, _ indent: Int, _ next: Int, _ output: [UInt8]
  ) throws(TemplateFault) {
    try budget.spend(position, output, program)
    try budget.check(depth: calls.count, position, program)
    calls.append(
      Call(next: next, indent: writer.indent.count, layer: blocks.current, depth: blocks.depth))
    writer.indent += program.indents[indent]
  }

  private mutating func leave() -> Int? {
    guard let call = calls.popLast() else { return nil }
    writer.indent.removeSubrange(call.indent...)
    blocks.leave(to: call.layer, depth: call.depth)
    return call.next
  }
}
