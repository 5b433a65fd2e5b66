/// One step of a compiled template. Numbers without a name are indices into the program's tables,
/// and `next` is the instruction to go on with behind the tag.
enum Instruction: Sendable {
  /// Writes literal bytes.
  case literal(Range<Int>)
  /// Writes a value, text escaped.
  case variable(path: Int)
  /// Writes HTML as it is.
  case raw(path: Int)
  /// Runs what follows, up to its `endSection`, once for each value, if the value is true.
  case section(path: Int, next: Int)
  /// Ends a section: goes round again, or on.
  case endSection
  /// Skips to `next` if the value is true.
  case inverted(path: Int, next: Int)
  /// Runs another template, with the blocks it is given, if any.
  case call(template: Int, indent: Int, arguments: Int?, next: Int)
  /// Runs the block that was given under this name, if there is one, and what follows otherwise.
  case block(name: Int, indent: Int, next: Int)
  /// Ends a template or a given block.
  case end
}
