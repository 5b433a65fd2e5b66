import Calendar
import Testing

@Suite("Days")
struct DayTests {
  @Test func countsFrom1970() {
    #expect(Day("1970-01-01")?.ordinal == 0)
    #expect(Day("2000-03-01")?.ordinal == 11_017)
    #expect(Day("1969-12-31")?.ordinal == -1)
  }

  @Test func printsWhatItRead() {
    for ordinal in stride(from: -200_000, through: 200_000, by: 97) {
      let day = Day(ordinal: ordinal)
      #expect(Day(day.description) == day)
    }
  }

  /// Every fourth year, but not each hundredth, and yet each four hundredth.
  @Test func leapYears() {
    #expect(["2000-02-29", "2024-02-29", "2400-02-29"].allSatisfy { Day($0) != nil })
    #expect(Day("2100-02-28").map { Day(ordinal: $0.ordinal + 1) } == Day("2100-03-01"))
  }

  @Test func weekdays() {
    #expect(Day("1970-01-01")?.weekday == 3)
    #expect(Day("2026-11-21")?.weekday == 5)
    #expect(Day("1969-12-29")?.weekday == 0)
  }

  @Test(arguments: [
    "2026-02-29", "2100-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "26-01-01",
    "2026-01-32", "0000-01-01",
    "2026/01/01", " 2026-01-01", "2026-01-01T00", "",
  ])
  func refuses(text: String) { #expect(Day(text) == nil) }
}
