import Testing

@testable import Search

@Suite struct SignCodeTests {
  private func code(_ number: Int) -> String {
    var bytes: [UInt8] = []
    SignCode.append(number, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads numbers in the way of the script.
  static func numbers(_ text: some Sequence<UInt8>) -> [Int] {
    var numbers: [Int] = []
    var (rest, scale) = (0, 1)
    for byte in text {
      if let sign = SignCode.signs.firstIndex(of: byte) {
        numbers.append(rest * SignCode.signs.count + sign)
        (rest, scale) = (0, 1)
      } else {
        rest += Int(byte - UInt8(ascii: "a")) * scale
        scale *= 26
      }
    }
    return numbers
  }

  @Test func smallNumbersAreShort() {
    #expect(code(0) == " ")
    #expect(code(21) == "=")
    #expect(code(22) == "b ")
    #expect(code(571) == "z=")
    #expect(code(386_671) == "zzz=")
  }

  @Test func everyNumberReadsBack() {
    let some = Array(0..<2000) + [14_871, 14_872, 386_671, 386_672, 1 << 40]
    #expect(SignCodeTests.numbers(some.flatMap { Array(code($0).utf8) }) == some)
  }

  @Test func noSignMeansAnythingElsewhere() {
    #expect(Set(SignCode.signs).count == 22)
    #expect(Set(SignCode.signs).isDisjoint(with: "\"\\<>&%.@*`~\n0123456789".utf8))
  }

  @Test func filesAreNamedWithLetters() {
    #expect([0, 25, 26, 51, 700].map(SignCode.name) == ["a", "z", "a-b", "z-b", "y-a-b"])
  }
}
