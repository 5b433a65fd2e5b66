/// What a template is given: text, ready-made HTML, numbers, flags, and lists and records of them.
///
/// Text and HTML are different cases, so that what is escaped is decided where a value is made and
/// never in a template. In a section, these are false: `none`, `flag(false)`, an empty list, and
/// text or HTML with nothing in it. Numbers, zero among them, and records are true.
///
/// To give a record an empty field write `fields[name] = Value.none`; a bare `.none` there is
/// Swift's own and removes the field.
public enum Value: Sendable {
  /// Text, escaped when it is written.
  case text(String)
  /// HTML in UTF-8 that is escaped already; written as it is.
  case html([UInt8])
  /// A whole number, written in decimal digits without separators.
  case number(Int)
  /// A condition for sections; written as `true` or `false`.
  case flag(Bool)
  /// Values that a section goes through in order.
  case list([Value])
  /// Named values, which a section or a dotted name reaches into.
  case record(Fields)
  /// A declared name with nothing in it: false in a section, and it writes nothing.
  case none
}

extension Value {
  /// Whether a section of this value is rendered.
  var isTrue: Bool {
    switch self {
    case .none: false
    case .flag(let flag): flag
    case .list(let values): !values.isEmpty
    case .text(let text): !text.isEmpty
    case .html(let bytes): !bytes.isEmpty
    case .number, .record: true
    }
  }

  /// What it is, in the words of messages.
  var kind: String {
    switch self {
    case .text: "text"
    case .html: "HTML"
    case .number: "a number"
    case .flag: "a flag"
    case .list: "a list"
    case .record: "a record"
    case .none: "empty"
    }
  }
}
