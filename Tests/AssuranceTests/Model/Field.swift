/// A value of front matter with the mark before it.
struct Scalar {
  var mark: Mark?
  var runs: [Run]

  /// A word without a mark.
  init(_ word: String) { runs = [.word(word)] }

  init(_ mark: Mark?, _ runs: [Run]) {
    self.mark = mark
    self.runs = runs
  }
}

/// A field of front matter that carries labels.
indirect enum Field {
  /// An id or a list of audiences: no label of its own.
  case plain([String])
  /// One value, or versions of it.
  case versions([Scalar])
  /// A list in which each element is a portion.
  case list([Scalar])
  case mapping(Mapping)
  case mappings([Mapping])

  struct Mapping {
    var marking: Mark?
    var entries: [Entry]
  }

  struct Entry {
    var key: String
    var field: Field
  }
}

extension Field.Mapping {
  /// The field of a key.
  subscript(key: String) -> Field? {
    get { entries.first { $0.key == key }?.field }
    set {
      guard let index = entries.firstIndex(where: { $0.key == key }) else {
        if let newValue { entries.append(Field.Entry(key: key, field: newValue)) }
        return
      }
      if let newValue { entries[index].field = newValue } else { entries.remove(at: index) }
    }
  }
}
