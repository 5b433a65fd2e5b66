import Calendar

extension Words {
  /// `day` in words, such as `2 November 2026`.
  func date(_ day: Day) -> String {
    let (year, month, number) = day.parts
    return fill(
      "date", ["day": String(number), "month": self["month.\(month)"], "year": String(year)])
  }

  /// Month and year in words, such as `November 2026`.
  func month(_ day: Day) -> String {
    let (year, month, _) = day.parts
    return fill("monthYear", ["month": self["month.\(month)"], "year": String(year)])
  }

  /// `items` as a phrase: `a, b and c`.
  func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(self["and"]) " + last
  }
}
