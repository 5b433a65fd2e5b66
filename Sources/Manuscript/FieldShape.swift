/// What a key of a YAML file may hold: what the readers go by, what editors are told, and what the
/// reference says, in one place.
public struct FieldShape: Sendable {
  /// The key.
  public var key: String
  /// What it may hold.
  public var kind: Kind
  /// Whether it has to be there.
  public var isRequired: Bool
  /// What it is for.
  public var meaning: String

  /// A key that holds this.
  init(_ key: String, _ kind: Kind, required: Bool = false, _ meaning: String) {
    self.key = key
    self.kind = kind
    self.isRequired = required
    self.meaning = meaning
  }

  /// What stands behind a key.
  public indirect enum Kind: Sendable {
    /// One value without a mark.
    case plain(Scalar)
    /// A list of values without marks; one value counts as a list of one.
    case plains(Scalar)
    /// One value with or without a mark, or a list of versions, each with its mark.
    case versions(Scalar)
    /// A list of values, each with or without a mark; one value counts as a list of one.
    case portions(Scalar)
    /// A mapping of these keys.
    case mapping([FieldShape])
    /// A list of mappings of these keys.
    case mappings([FieldShape])
    /// A mapping whose keys the author chooses.
    case keyed(Kind)
    /// One or the other.
    case either(Kind, Kind)
    /// A text, or a text for each language.
    case name
    /// Whatever it is, it is not read.
    case anything
  }

  /// What a value is.
  public enum Scalar: Sendable {
    case text, day, label, id, documentID, grade, number, color, address, mark
    /// One of these words.
    case word([String])
    /// One of what the policy names under this key.
    case declared(String)
  }
}

extension [FieldShape] {
  /// The keys, in their order.
  var keys: [String] { map(\.key) }

  /// The keys of the mapping, or of the list of mappings, behind a key; none where there is none.
  func keys(of key: String) -> [String] {
    switch first(where: { $0.key == key })?.kind {
    case .mapping(let fields), .mappings(let fields), .keyed(.mapping(let fields)): fields.keys
    default: []
    }
  }

  /// The words that a value behind a key may be; none where it is no choice of words.
  func words(of key: String) -> [String] {
    switch first(where: { $0.key == key })?.kind {
    case .plain(.word(let words)), .versions(.word(let words)): words
    default: []
    }
  }

  /// The fields of the mapping, or of the list of mappings, behind a key.
  func fields(of key: String) -> [FieldShape] {
    switch first(where: { $0.key == key })?.kind {
    case .mapping(let fields), .mappings(let fields), .keyed(.mapping(let fields)): fields
    default: []
    }
  }
}
