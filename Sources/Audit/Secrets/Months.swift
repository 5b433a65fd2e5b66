/// Names of months, so that a day is the same day in digits and in words.
enum Months {
  /// The number of each name's word, with the number of the month.
  static let all: [UInt64: Int] = {
    var result: [UInt64: Int] = [:]
    for (index, names) in lists.enumerated() {
      for name in names.split(separator: " ") { result[WordHash.of(String(name))] = index + 1 }
    }
    return result
  }()

  private static let lists = [
    "january januari januar janvier jan", "february februari februar fevrier feb",
    "march maart marz mars mar mrt", "april avril apr", "may mei mai", "june juni juin jun",
    "july juli juillet jul", "august augustus aout aug", "september septembre sep sept",
    "october oktober octobre oct okt", "november novembre nov", "december dezember decembre dec",
  ]
}
