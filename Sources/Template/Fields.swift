/// Named values, found by name: what a template sees as a record.
///
/// A page looks a few hundred names up, most of them in several records, and each name once. So the
/// hash of a name in a template is worked out when the template is compiled, and a record is a list
/// with a small table beside it, where a dictionary of Swift would hash each name for each record.
public struct Fields: Sendable {
  /// A name with its value.
  public struct Field: Sendable {
    /// The name.
    public let name: String
    /// The value.
    public internal(set) var value: Value
    let hash: UInt32
  }

  /// How many fields are looked through one by one.
  private static let few = 6

  private var fields: [Field] = []
  /// Places in `fields`, each at the first free slot from where its hash leads; -1 where there is
  /// none. Empty as long as the fields are few.
  private var slots: [Int32] = []

  /// No fields.
  public init() {}

  /// Fields with these names and values; of a name that is there twice, the last value counts.
  public init(_ pairs: some Sequence<(key: String, value: Value)>) {
    reserveCapacity(pairs.underestimatedCount)
    for (name, value) in pairs { self[name] = value }
  }

  /// The value called `name`; nil where there is none.
  public subscript(name: String) -> Value? {
    get { find(Name(name)).map { fields[$0].value } }
    set {
      guard let newValue else { return remove(name) }
      set(Name(name), newValue)
    }
  }

  /// Adds the fields of `others`, whose values take the place of those of the same name.
  public mutating func merge(_ others: Fields) {
    reserveCapacity(fields.count + others.fields.count)
    for field in others.fields { set(Name(field.name, hash: field.hash), field.value) }
  }

  /// The names, in the order in which they were added.
  var names: some Sequence<String> { fields.lazy.map(\.name) }

  /// The value of a name whose hash is known.
  @inline(__always)
  subscript(name: Name) -> Value? { find(name).map { fields[$0].value } }
}

extension Fields: ExpressibleByDictionaryLiteral {
  /// Fields; of a name that is written twice, the last value counts.
  public init(dictionaryLiteral elements: (String, Value)...) {
    reserveCapacity(elements.count)
    for (name, value) in elements { set(Name(name), value) }
  }
}

extension Fields: Sequence {
  /// Goes through the fields in the order in which they were added.
  public func makeIterator() -> IndexingIterator<[Field]> { fields.makeIterator() }
}

// MARK: - The table

extension Fields {
  /// A name with its hash.
  struct Name: Sendable {
    let text: String
    let hash: UInt32

    /// A name.
    init(_ text: String) {
      var hash: UInt32 = 0x811C_9DC5
      for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
      self.init(text, hash: hash ^ hash >> 15)
    }

    fileprivate init(_ text: String, hash: UInt32) {
      self.text = text
      self.hash = hash
    }
  }

  private func find(_ name: Name) -> Int? {
    guard !slots.isEmpty else {
      for place in fields.indices where isMatch(place, name) { return place }
      return nil
    }
    let mask = slots.count - 1
    var slot = Int(name.hash) & mask
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if isMatch(place, name) { return place }
      slot = (slot + 1) & mask
    }
    return nil
  }

  @inline(__always)
  private func isMatch(_ place: Int, _ name: Name) -> Bool {
    fields[place].hash == name.hash && fields[place].name == name.text
  }

  private mutating func set(_ name: Name, _ value: Value) {
    if let place = find(name) {
      fields[place].value = value
      return
    }
    fields.append(Field(name: name.text, value: value, hash: name.hash))
    if slots.isEmpty ? fields.count > Fields.few : fields.count * 2 > slots.count {
      fillSlots(for: fields.count)
    } else if !slots.isEmpty {
      take(slotFor: fields.count - 1)
    }
  }

  private mutating func remove(_ name: String) {
    guard let place = find(Name(name)) else { return }
    fields.remove(at: place)
    if !slots.isEmpty { fillSlots(for: fields.count) }
  }

  private mutating func reserveCapacity(_ count: Int) {
    fields.reserveCapacity(count)
    if count > Fields.few, count * 2 > slots.count { fillSlots(for: count) }
  }

  private mutating func fillSlots(for count: Int) {
    var size = 16
    while size < count * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    for place in fields.indices { take(slotFor: place) }
  }

  private mutating func take(slotFor place: Int) {
    let mask = slots.count - 1
    var slot = Int(fields[place].hash) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = Int32(place)
  }
}
