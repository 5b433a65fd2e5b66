/// Character references of HTML and XML.
enum Entity {
  /// The reference at `i`: what it stands for, and how long it is; nil where none is there.
  ///
  /// Letters with accents come as plain letters, and names that are not known as a space: neither
  /// makes a difference to words.
  static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, _ i: Int
  ) -> (text: [UInt8], width: Int)? {
    guard i + 2 < bytes.count else { return nil }
    if bytes[i + 1] == UInt8(ascii: "#") { return number(bytes, i) }
    var end = i + 1
    while end < bytes.count, end < i + 32, isLetterOrDigit(bytes[end]) { end += 1 }
    guard end > i + 2, end < bytes.count, bytes[end] == UInt8(ascii: ";") else { return nil }
    let name = Array(bytes[(i + 1)..<end])
    return (named(name), end + 1 - i)
  }

  private static func number(
    _ bytes: UnsafeBufferPointer<UInt8>, _ i: Int
  ) -> (text: [UInt8], width: Int)? {
    let isHex = bytes[i + 2] | 0x20 == UInt8(ascii: "x")
    var end = isHex ? i + 3 : i + 2
    let start = end
    var value: UInt32 = 0
    while end < bytes.count, end < start + 10, let digit = Bytes.hexValue(bytes[end]),
      isHex || digit < 10
    {
      value = min(0x11_0000, value) * (isHex ? 16 : 10) + UInt32(digit)
      end += 1
    }
    guard end > start else { return nil }
    if end < bytes.count, bytes[end] == UInt8(ascii: ";") { end += 1 }
    return (Unescape.utf8(value), end - i)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  private static func named(_ name: [UInt8]) -> [UInt8] {
    let text = Bytes.string(name)
    if let known = names[text] { return Array(known.utf8) }
    guard let first = name.first else { return [0x20] }
    for accent in accents where text.utf8.count == accent.utf8.count + 1 && text.hasSuffix(accent) {
      return [first]
    }
    return [0x20]
  }

  private static let names = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "percnt": "%", "bsol": "\\",
    "shy": "", "zwj": "", "zwnj": "", "lrm": "", "rlm": "", "ZeroWidthSpace": "", "NoBreak": "",
    "szlig": "ss", "aelig": "ae", "AElig": "AE", "oelig": "oe", "OElig": "OE", "num": "#",
    "lpar": "(", "rpar": ")", "lbrace": "{", "lcub": "{", "rcub": "}", "rbrace": "}", "lsqb": "[",
    "rsqb": "]", "sol": "/", "colon": ":", "period": ".", "commat": "@", "vert": "|",
  ]

  private static let accents = [
    "acute", "grave", "circ", "uml", "tilde", "ring", "cedil", "caron", "slash", "macr", "ogon",
    "breve", "dot", "strok",
  ]
}
