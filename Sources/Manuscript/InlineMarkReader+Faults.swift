// What is said of braces that mark nothing.

extension InlineMarkReader.Pass {
  /// A known label in braces that follows no bracket marks nothing.
  mutating func reportStray(at index: Int) {
    guard index != reported, let (content, _) = braced(at: index), labels.readLoosely(content)
    else { return }
    fault(
      "marking/stray-inline", index, "a label in braces that marks nothing",
      "write '[words]{LABEL}' without anything in between, or escape the brace: '\\{'")
  }

  mutating func reportUnknown(at index: Int) {
    let content = braced(at: index)?.content ?? bytes[(index + 1)...].prefix(60)
    if labels.readLoosely(content) {
      fault(
        "marking/stray-inline", index, "a label in braces that is not written as one",
        "write the label as the policy does, without spaces: '[words]{LABEL}'")
    } else if braced(at: index) == nil, labels.read(content.prefix(while: isMarkByte)) != nil {
      fault(
        "marking/unbalanced", index, "an inline mark whose closing brace is missing",
        "end the mark with '}'")
    } else if let first = String(decoding: content, as: UTF8.self).unicodeScalars.first,
      first.properties.isUppercase
    {
      fault(
        "marking/unknown-label", index, "an unknown label in braces",
        "use a label of the policy, or escape the brace: '\\{'")
    }
  }

  private func isMarkByte(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "|") && byte & 0x60 != 0x60
  }

  mutating func fault(_ code: String, _ offset: Int, _ message: String, _ help: String) {
    guard faults.count < TextReader.mostFaults else { return }
    faults.append(InlineMarkReader.Fault(code: code, offset: offset, message: message, help: help))
  }
}
