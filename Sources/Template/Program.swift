import Diagnostics

/// All templates of a set, compiled: flat tables that instructions point into.
struct Program: Sendable {
  /// A block that a parent is given.
  struct Argument: Sendable {
    var block: Int
    var start: Int
  }

  /// Where a template begins, or why it cannot be rendered.
  enum Entry: Sendable {
    case start(Int)
    case broken(Diagnostic)
  }

  private(set) var code: [Instruction] = []
  private(set) var literals: [UInt8] = []
  private(set) var paths: [Path] = []
  private(set) var words: [Fields.Name] = []
  private(set) var indents: [[UInt8]] = [[]]
  private(set) var arguments: [[Argument]] = []

  private let names: [String]
  private let indices: [String: Int]
  private let sources: [SourceText]
  private var entries: [Entry] = []
  private var blocks: [String: Int] = [:]
  private var origins: [(template: Int, offset: Int)] = []

  /// A program with nothing in it yet for any of these templates.
  init(_ templates: [ParsedTemplate]) {
    names = templates.map(\.name)
    sources = templates.map(\.source)
    indices = Dictionary(
      templates.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

// MARK: - Reading

extension Program {
  /// The index of a template, if there is one of this name.
  func index(of name: String) -> Int? { indices[name] }

  /// The index of a template, or a fault that suggests another name.
  func template(named name: String) throws(TemplateFault) -> Int {
    if let index = indices[name] { return index }
    throw TemplateFault(
      Diagnostic(
        "template/unknown-template", at: Place(name), "there is no template '\(name)'",
        help: KnownNames.help(for: name, among: names)))
  }

  /// Where a template begins, or the fault that it was compiled with.
  func start(of template: Int) throws(TemplateFault) -> Int {
    switch entries[template] {
    case .start(let start): return start
    case .broken(let diagnostic): throw TemplateFault(diagnostic)
    }
  }

  /// A fault at the tag that an instruction came from.
  func fault(
    _ code: String, at instruction: Int, _ message: String, help: String?
  ) -> TemplateFault {
    let origin = origins[instruction]
    return TemplateFault(
      sources[origin.template].diagnostic(code, at: origin.offset, message, help: help))
  }

  /// How the tag at a path spells it.
  func spelling(of path: Int) -> String {
    let words = words[paths[path].words]
    return words.isEmpty ? "." : words.map(\.text).joined(separator: ".")
  }

  /// The name of a template.
  func name(of template: Int) -> String { names[template] }
}

// MARK: - Writing

extension Program {
  /// Says where the next template begins, or why it does not; in the order of the templates.
  mutating func add(entry: Entry) { entries.append(entry) }

  /// Appends an instruction that came from `offset` in a template, and returns where it is.
  @discardableResult
  mutating func emit(_ instruction: Instruction, template: Int, offset: Int) -> Int {
    code.append(instruction)
    origins.append((template, offset))
    return code.count - 1
  }

  /// Puts another instruction in the place of one, once it is known where it leads.
  mutating func patch(_ position: Int, _ instruction: Instruction) {
    code[position] = instruction
  }

  mutating func add(literal bytes: some Sequence<UInt8>) -> Range<Int> {
    let start = literals.count
    literals.append(contentsOf: bytes)
    return start..<literals.count
  }

  mutating func add(path spelled: String) -> Int {
    let first = words.count
    if spelled != "." {
      words += spelled.split(separator: ".").map { Fields.Name(String($0)) }
    }
    paths.append(Path(words: first..<words.count))
    return paths.count - 1
  }

  mutating func add(indent: [UInt8]) -> Int {
    guard !indent.isEmpty else { return 0 }
    indents.append(indent)
    return indents.count - 1
  }

  mutating func add(arguments given: [Argument]) -> Int? {
    guard !given.isEmpty else { return nil }
    arguments.append(given)
    return arguments.count - 1
  }

  /// The number that stands for the name of a block.
  mutating func block(_ name: String) -> Int {
    if let known = blocks[name] { return known }
    blocks[name] = blocks.count
    return blocks.count - 1
  }
}
