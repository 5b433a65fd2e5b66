import Edition
import Template

/// The fields that all pages of one language have in common.
struct CommonFields {
  let fields: Fields

  init(_ library: Library, _ shelf: Shelf, _ names: [String: String], _ options: SiteOptions) {
    let policy = library.edition.policy
    let language = shelf.language
    let audience = policy.audience
    let contact = policy.publisher.contact
    fields = [
      "lang": .text(language),
      "isRightToLeft": .flag(CommonFields.isRightToLeft(language)),
      "w": .record(Fields(shelf.words.forTemplates.mapValues { .text($0) })),
      "siteTitle": .text(policy.title[language]),
      "audience": .text(audience.name[language]),
      "publisher": .text(policy.publisher.name[language]),
      "publisherURL": policy.publisher.url.flatMap(CommonFields.link) ?? .none,
      "contactURL": contact.flatMap(CommonFields.link) ?? .none,
      "contactText": contact.map { .text(CommonFields.readable($0)) } ?? .none,
      "asOf": .text(shelf.words.date(library.edition.asOf)),
      "asOfISO": .text(library.edition.asOf.description),
      "bodyClass": .text(CommonFields.bodyClass(audience)),
      "showsBanner": .flag(audience.showsBanner),
      "showsMarks": .flag(audience.showsMarks),
      "isMarked": .flag(audience.redaction == .mark),
      "isOpen": .flag(!audience.showsBanner),
      "isHidden": .flag(audience.showsBanner || options.drafts),
      "hasFeeds": .flag(audience.baseURL != nil),
      "hasSearch": .flag(options.search),
      "hasOpenSearch": .flag(options.search && audience.baseURL != nil),
      "isPreview": .flag(options.drafts),
      "navTopics": .flag(!shelf.subjects(of: .topics).isEmpty),
      "navSectors": .flag(!shelf.subjects(of: .sectors).isEmpty),
      "navRegions": .flag(!shelf.subjects(of: .regions).isEmpty),
    ]
  }

  /// Whether a language is written from right to left, by its code's first part.
  static func isRightToLeft(_ language: String) -> Bool {
    let script: Set<Substring> = [
      "ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi",
    ]
    return language.split(separator: "-").first.map { script.contains($0) } ?? false
  }

  /// Classes by which the style tells the temperaments apart; they come from the audience's
  /// settings, never from its name.
  private static func bodyClass(_ audience: EditionAudience) -> String {
    let temperament =
      audience.showsMarks ? "dense" : audience.showsBanner ? "practical" : "open"
    return "\(temperament) redaction-\(audience.redaction.rawValue)"
  }

  /// An address that a page may link to.
  static func link(_ address: String) -> Value? {
    Address.scheme(of: address).map { _ in .text(Address.encoded(address)) }
  }

  /// An address as people read it, without its scheme.
  static func readable(_ address: String) -> String {
    for prefix in ["mailto:", "tel:", "https://", "http://"] where address.hasPrefix(prefix) {
      let rest = address.dropFirst(prefix.count)
      return String(rest.hasSuffix("/") ? rest.dropLast() : rest)
    }
    return address
  }
}
