extension Value: ExpressibleByStringInterpolation {
  /// Text, which is escaped when it is written; a literal is never taken for HTML.
  public init(stringLiteral value: String) { self = .text(value) }
}

extension Value: ExpressibleByIntegerLiteral {
  /// A number.
  public init(integerLiteral value: Int) { self = .number(value) }
}

extension Value: ExpressibleByBooleanLiteral {
  /// A flag.
  public init(booleanLiteral value: Bool) { self = .flag(value) }
}

extension Value: ExpressibleByArrayLiteral {
  /// A list.
  public init(arrayLiteral elements: Value...) { self = .list(elements) }
}

extension Value: ExpressibleByDictionaryLiteral {
  /// A record; of a key that is written twice, the last value counts.
  public init(dictionaryLiteral elements: (String, Value)...) {
    self = .record(Fields(elements.lazy.map { (key: $0.0, value: $0.1) }))
  }
}
