/// Who may not read a text, and who reads it; of a key, who may not read a text that has it, and who
/// reads one that has it all the same.
struct Sides: OptionSet, Sendable {
  let rawValue: UInt16

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(withheld: Readers = [], visible: Readers = []) {
    rawValue = UInt16(withheld.rawValue) | UInt16(visible.rawValue) << 8
  }

  /// Who may not read it.
  var withheld: Readers { Readers(rawValue: UInt8(truncatingIfNeeded: rawValue)) }
  /// Who reads it.
  var visible: Readers { Readers(rawValue: UInt8(truncatingIfNeeded: rawValue >> 8)) }
  /// Without those who may not.
  var shown: Sides { Sides(rawValue: rawValue & 0xFF00) }
  /// Without those who do.
  var hidden: Sides { Sides(rawValue: rawValue & 0x00FF) }
}
