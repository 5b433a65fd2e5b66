/// The values that names are looked up in, the innermost last.
struct ContextStack {
  private var values: [Value]
  /// The fields of each value, none where it is no record: so they are looked into where they stand,
  /// and not copied out of their value first.
  private var fields: [Fields]
  /// What paths are made of.
  private let words: [Fields.Name]

  /// A stack of values, the innermost last, for the paths that are made of these words.
  init(_ values: [Value], _ words: [Fields.Name]) {
    self.values = values
    self.words = words
    fields = values.map(\.fields)
  }

  /// Opens a context inside the others.
  mutating func push(_ value: Value) {
    values.append(value)
    fields.append(value.fields)
  }

  /// Leaves the innermost context.
  mutating func pop() {
    values.removeLast()
    fields.removeLast()
  }

  /// Puts a value in the place of the innermost one.
  mutating func replace(with value: Value) {
    values[values.count - 1] = value
    fields[fields.count - 1] = value.fields
  }

  /// What a path leads to: its first name in the innermost record that has it, and each other name
  /// in what the one before it gave. Nil if any of them is not there.
  func find(_ path: Path) -> Value? {
    guard !path.words.isEmpty else { return values.last }
    guard var value = find(words[path.words.lowerBound]) else { return nil }
    for word in path.words.dropFirst() {
      guard case .record(let fields) = value, let next = fields[words[word]] else { return nil }
      value = next
    }
    return value
  }

  private func find(_ name: Fields.Name) -> Value? {
    var index = fields.count
    while index > 0 {
      index -= 1
      if let found = fields[index][name] { return found }
    }
    return nil
  }
}

// MARK: - Explaining

extension ContextStack {
  /// Why a path leads nowhere, and what to do about it.
  func explain(_ path: Path) -> (message: String, help: String?) {
    let path = words[path.words]
    guard let first = path.first, var value = find(first) else {
      let names = values.flatMap(\.names)
      let word = path.first?.text ?? "."
      return ("'\(word)' is not a name here", KnownNames.help(for: word, among: names))
    }
    var reached = first.text
    for name in path.dropFirst() {
      guard case .record(let fields) = value else {
        return (
          "'\(reached)' is \(value.kind) and has no '\(name.text)'", help(beyond: reached, value)
        )
      }
      guard let next = fields[name] else {
        return (
          "'\(reached)' has no '\(name.text)'",
          KnownNames.help(for: name.text, among: fields.names)
        )
      }
      value = next
      reached += ".\(name.text)"
    }
    return ("'\(reached)' is not a name here", nil)
  }

  private func help(beyond reached: String, _ value: Value) -> String? {
    switch value {
    case .none, .list: "put the tag inside '{{#\(reached)}}' and '{{/\(reached)}}'"
    case .text, .html, .number, .flag, .record: nil
    }
  }
}

extension Value {
  fileprivate var fields: Fields {
    if case .record(let fields) = self { fields } else { Fields() }
  }

  /// The names that can be looked up in it.
  fileprivate var names: [String] {
    if case .record(let fields) = self { Array(fields.names) } else { [] }
  }
}
