/// Words of a command that somebody may copy.
enum ShellWord {
  /// A word as a shell takes it: in quotation marks where it holds more than letters, digits and
  /// `/ . _ - + : @ %`.
  static func quoted(_ word: String) -> String {
    let plain = word.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || "/._-+:@%".unicodeScalars.contains(scalar))
    }
    guard !plain || word.isEmpty else { return word }
    let parts = word.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.joined(separator: #"'\''"#) + "'"
  }
}
