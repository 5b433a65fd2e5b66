import Edition
import JSON

/// What pages say about themselves in schema.org's vocabulary.
enum LinkedData {
  /// A briefing as a report.
  static func report(_ entry: Entry, in library: Library) -> JSON {
    let policy = library.edition.policy
    let briefing = entry.briefing
    let language = briefing.language
    let topics = policy.topics.filter { topic in
      briefing.topics.contains { $0.value == topic.id }
    }
    return .members([
      "@context": "https://schema.org",
      "@type": "Report",
      "headline": .string(entry.plainTitle),
      "description": entry.plainSummary.isEmpty ? nil : .string(entry.plainSummary),
      "identifier": .string(briefing.id),
      "inLanguage": .string(language),
      "datePublished": .string(briefing.issued.description),
      "dateModified": .string(entry.changed.description),
      "expires": briefing.expires.map { .string($0.description) },
      "about": topics.isEmpty ? nil : .array(topics.map { .string($0.name[language]) }),
      "publisher": publisher(policy, language),
      "url": policy.audience.baseURL.map { .string($0 + BriefingPage.folder(of: entry)) },
    ])
  }

  /// The site.
  static func site(_ library: Library, language: String) -> JSON {
    let policy = library.edition.policy
    return .members([
      "@context": "https://schema.org",
      "@type": "WebSite",
      "name": .string(policy.title[language]),
      "inLanguage": .string(language),
      "publisher": publisher(policy, language),
      "url": policy.audience.baseURL.map { .string("\($0)\(Address.pathPart(language))/") },
    ])
  }

  private static func publisher(_ policy: EditionPolicy, _ language: String) -> JSON {
    .members([
      "@type": "Organization",
      "name": .string(policy.publisher.name[language]),
      "url": policy.publisher.url.map { .string($0) },
    ])
  }
}
