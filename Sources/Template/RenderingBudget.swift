/// How much work one rendering may be, so that templates that multiply one another end with an
/// error and not with the machine's memory.
struct RenderingBudget {
  /// How deep templates and blocks may include one another.
  static let depth = 100

  private let steps: Int
  private let bytes: Int
  private var taken = 0
  private var start = 0

  /// A budget of so many rounds of sections and inclusions, and so many bytes to be written.
  init(steps: Int = 10_000_000, bytes: Int = 256 << 20) {
    self.steps = steps
    self.bytes = bytes
  }

  /// Counts bytes from here.
  mutating func begin(with output: [UInt8]) { start = output.count }

  /// Takes one round or inclusion off.
  mutating func spend(
    _ position: Int, _ output: [UInt8], _ program: Program
  ) throws(TemplateFault) {
    taken += 1
    guard taken > steps || output.count - start > bytes else { return }
    throw program.fault(
      "template/limit", at: position,
      taken > steps
        ? "this page takes more than \(steps) rounds and partials"
        : "this page is larger than \(bytes >> 20) MiB",
      help: "look for sections and partials that multiply one another")
  }

  /// Throws if one more inclusion is one too many.
  func check(depth: Int, _ position: Int, _ program: Program) throws(TemplateFault) {
    guard depth >= RenderingBudget.depth else { return }
    throw program.fault(
      "template/limit", at: position,
      "partials are nested more than \(RenderingBudget.depth) deep here",
      help: "a partial that includes itself needs a section around it that is false at the end")
  }
}
