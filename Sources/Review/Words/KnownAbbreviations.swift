internal import Edition
internal import Manuscript

/// Abbreviations that need no explanation in a language, or in a publication.
struct KnownAbbreviations {
  private let words: WordSet

  init(_ policy: Policy, _ language: String) {
    let names =
      [policy.title, policy.publisher.name] + policy.audiences.map(\.name)
      + policy.vocabularies.values.flatMap { $0.map(\.name) } + policy.levels.map(\.name)
    let own =
      Array(policy.words) + policy.scheme.levels + policy.scheme.compartments + policy.scheme.groups
      + policy.scheme.levelNames.flatMap { $0 } + names.flatMap { $0.byLanguage.values }
    let plain = own.map { name in
      String(name.map { $0.isLetter || $0.isNumber ? $0 : " " })
    }
    words = WordSet(
      ([Self.everywhere] + (language == "nl" ? [Self.dutch] : [Self.english]) + plain)
        .joined(separator: " "))
  }

  func contains(_ word: Word) -> Bool { words.contains(word) }

  private static let everywhere = """
    EU NATO UN USA US UK GPS SMS USB PDF ICT IT ID IP TV PC VPN QR DNA AI URL HTML XML JSON CSV API
    WIFI LED ATM PIN GSM SIM AIS II III IV VI VII VIII IX XI XII XIII XIV XV XX XXI TLP CERT OK
    HTTP HTTPS DNS SSH CPU GPU RFID NASA BBC CNN SOS VIP DVD CD DJ
    """
  private static let english =
    "CCTV NGO CEO MP AM PM FBI CIA MI5 MI6 HQ EEA UAE GCHQ PO UTC GMT"
  private static let dutch = """
    VN NAVO VS VK NS KLM ANP NOS GGD AIVD MIVD NCTV NCSC ANWB KNMI BSN OM RIVM KNVB NPO BV NV VOG
    MBO HBO BTW CBS UWV IND DUO RDW CAO MKB VWS BZK JenV EZK VNG GHOR ME BES UTC BOA BOD EHBO APV AVG OR
    PVV VVD CDA
    """
}
