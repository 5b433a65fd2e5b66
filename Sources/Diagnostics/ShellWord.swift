/// Words of a command that somebody may copy from a message.
public enum ShellWord {
  /// A word in quotation marks, as a shell takes it, whatever signs are in it.
  public static func quoted(_ word: String) -> String {
    let parts = word.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.joined(separator: #"'\''"#) + "'"
  }

  /// A word as it is where it holds nothing but letters, digits and `/ . _ - + : @ %`; else quoted.
  public static func plainOrQuoted(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || "/._-+:@%".unicodeScalars.contains(scalar))
    }
    return isPlain && !word.isEmpty ? word : quoted(word)
  }
}
