/// Something that must not show, and the source text that it was found in.
struct Secret: Sendable {
  /// What it is.
  enum Kind: UInt8, Sendable {
    /// Nothing: visible text of the edition has it too.
    case none
    /// What is left of a word without its ending.
    case stem
    /// A word read backwards.
    case reversed
    /// Two words written as one.
    case joined
    /// Two words with capitals.
    case name
    /// Three capitals.
    case acronym
    /// Parts of a host, an address, an identifier.
    case address
    /// A day of the year.
    case date
    /// A number of three digits or more.
    case number
    /// A word of four letters or more.
    case word
    /// A mark of one or two letters, which counts in the form of a mark alone.
    case shortMark
    /// Any other mark, or the name of a level in capitals.
    case mark
    /// Four words in a row.
    case run
  }

  var kind: Kind
  /// Position of the source text among the withheld ones.
  var source: Int32
  /// Position in it of the first word.
  var word: Int32
  /// How many words.
  var count: UInt8
  /// Whether it is a part of a visible word, as the entries of a search index are.
  var isPartOfVisible = false
}
