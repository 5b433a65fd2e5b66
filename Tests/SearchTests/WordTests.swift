import Foundation
import Testing

@testable import Search

@Suite struct WordTests {
  private func words(_ text: String) -> [String] {
    var words: [String] = []
    WordCutter.cut(text) { word, _ in words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }

  @Test func caseAndAccentsDoNotMatter() {
    #expect(words("Coördinatie ÉÉN café CAFE\u{301}") == ["coordinatie", "een", "cafe", "cafe"])
    #expect(words("Łódź Ørsted STRAẞE straße") == ["lodz", "orsted", "strasse", "strasse"])
    #expect(words("İzmir ΠΟΛΙΣ πολις КИЕВ") == ["izmir", "πολισ", "πολισ", "киев"])
  }

  /// An accent that is a character of its own, or a sign that only shapes a word, ends none.
  @Test func marksOfALetterPartNoWord() {
    #expect(words("de\u{301}collete\u{301} coo\u{308}rdinatie") == ["decollete", "coordinatie"])
    #expect(words("ha\u{AD}ven ки\u{306}ев a\u{20DD}b") == ["haven", "киев", "ab"])
  }

  @Test func lettersAndDigitsMakeWords() {
    #expect(words("TA-2026-7K3F (VR17), 1.500 x") == ["ta", "2026", "7k3f", "vr17", "500"])
    #expect(words("https://nctv.example/a_b") == ["https", "nctv", "example"])
    #expect(words("") == [])
  }

  @Test func whatFollowsAnApostropheIsNoWordUnlessItIsLong() {
    #expect(
      words("foto's attacker’s don't d'Artagnan 's-Gravenhage")
        == ["foto", "attacker", "don", "artagnan", "gravenhage"])
  }

  @Test func wordsOfMoreThan64BytesAreLeftOut() {
    let longest = String(repeating: "a", count: 64)
    #expect(words("\(longest) \(longest)a b1") == [longest, "b1"])
  }

  @Test func aBagHasEachWordOnceAndNoStopWords() {
    let texts = [(text: "De haven, de HAVEN", weight: 1), (text: "haven", weight: 8)]
    let bag = WordBag(texts, in: SearchLanguage("nl"))
    var found: [String: UInt8] = [:]
    for part in 0..<WordBag.partCount {
      bag.read(part: part) { found[String(decoding: $0, as: UTF8.self)] = $1 }
    }
    #expect(found == ["haven": 10])
    #expect(bag.length == 10)
  }

  @Test func theScriptOfThePageHasTheSameStopWordsAndSigns() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let script = try String(
      contentsOf: root.appending(path: "templates/search.js"), encoding: .utf8)
    for (name, own) in [("nl", StopWords.dutch), ("en", StopWords.english)] {
      let start = try #require(script.range(of: "  \(name): `")?.upperBound)
      let end = try #require(script[start...].firstIndex(of: "`"))
      let words = script[start..<end].split(whereSeparator: { $0 == " " || $0 == "\n" })
      #expect(Set(words.map { Array($0.utf8) }) == own)
    }
    #expect(script.contains("\"\(String(decoding: SignCode.signs, as: UTF8.self))\""))
    // An object has members of its own, such as `constructor`, which a reader may look for.
    #expect(script.contains("SPECIAL.has(") && !script.contains("SPECIAL["))
  }
}
