import Testing

@testable import Search

/// Words and stems that follow from the descriptions of the algorithms, step by step.
@Suite struct StemTests {
  private func expect(_ pairs: String, _ language: String) {
    for pair in pairs.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let parts = pair.split(separator: ":").map(String.init)
      let stem = SearchLanguage(language).stem(Array(parts[0].utf8)[...])
      #expect(String(decoding: stem, as: UTF8.self) == parts[1], "\(parts[0])")
    }
  }

  @Test func dutchPluralsAndInflection() {
    expect(
      """
      mogelijkheden:mogelijk dreigingen:dreiging sporen:spor spoor:spor katten:kat
      bommen:bomm bakken:bak redden:red aanslagen:aanslag organisaties:organisaties
      systemen:system gemen:gemen werkers:werker radijs:radijs jassen:jass grote:grot
      ziekte:ziekt havens:haven ideeen:ideeen
      """, "nl")
  }

  @Test func dutchDerivation() {
    expect(
      """
      veiligheid:veilig openheid:open blijheid:blijheid wetenschappelijk:wetenschapp
      spionerend:spioner beveiliging:beveil betrouwbaar:betrouw betrouwbare:betrouw
      dreigend:dreigend eigenlijk:eigen lachend:lachend haatdragend:haatdrag regering:reger
      """, "nl")
  }

  @Test func dutchVowelsAndConsonants() {
    expect(
      """
      maan:man brood:brod koeien:koei yoghurt:yoghurt bloeien:bloei leeuw:leeuw vuur:vur
      beeld:beeld gooien:gooi
      """, "nl")
  }

  @Test func englishPluralsAndPast() {
    expect(
      """
      caresses:caress ponies:poni ties:tie cries:cri gas:gas this:this gaps:gap kiwis:kiwi
      agreed:agre feed:feed proceed:proceed luxuriated:luxuri hopping:hop hoping:hope
      tying:tie dying:die adding:add inning:inning falling:fall
      """, "en")
  }

  @Test func englishDerivation() {
    expect(
      """
      cry:cri by:by say:say relational:relat conditional:condit valency:valenc
      digitizer:digit radicalisation:radicalis radicalization:radic hopefulness:hope
      formality:formal sensitivity:sensit generalization:general communication:communic
      universal:universal organization:organiz adjustment:adjust adoption:adopt
      controlling:control rate:rate roll:roll espionage:espionag threatening:threaten
      threats:threat attackers:attack skies:sky news:news
      political:polit politics:polit dangerous:danger darkness:dark hopeful:hope
      """, "en")
  }

  @Test func wordsWithDigitsOrOtherLettersStayAsTheyAre() {
    expect("vr17s:vr17s κύκλος:κύκλος as:as", "en")
    expect("threats:threats", "fr")
    expect("threats:threat", "en-GB")
  }
}
