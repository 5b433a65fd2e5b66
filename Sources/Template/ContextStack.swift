/// The values that names are looked up in, the innermost last.
struct ContextStack {
  private var values: [Value]
  /// The fields of each value, none where it is no record: so they are looked into where they stand,
  /// and not copied out of their value first.
  private var fields: [Fields]

  init(_ values: [Value]) {
    self.values = values
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
    guard let first = path.first else { return values.last }
    guard let found = find(first) else { return nil }
    return path.rest.isEmpty ? found : descend(path.rest, from: found)
  }

  private func find(_ name: Fields.Name) -> Value? {
    var index = fields.count
    while index > 0 {
      index -= 1
      if let found = fields[index][name] { return found }
    }
    return nil
  }

  private func descend(_ names: [Fields.Name], from start: Value) -> Value? {
    var value = start
    for name in names {
      guard case .record(let fields) = value, let next = fields[name] else { return nil }
      value = next
    }
    return value
  }
}

// MARK: - Explaining

extension ContextStack {
  /// Why a path leads nowhere, and what to do about it.
  func explain(_ path: Path) -> (message: String, help: String?) {
    guard let first = path.first, var value = find(first) else {
      let names = values.flatMap(\.names)
      let word = path.first?.text ?? path.spelled
      return ("'\(word)' is not a name here", KnownNames.help(for: word, among: names))
    }
    var reached = first.text
    for name in path.rest {
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
    return ("'\(path.spelled)' is not a name here", nil)
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
