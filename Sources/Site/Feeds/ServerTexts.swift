import Calendar
import Edition

/// The texts that machines ask a server for: `robots.txt` and `security.txt`.
struct ServerTexts {
  let edition: Edition
  /// Whether drafts are in it.
  let isPreview: Bool

  private var policy: EditionPolicy { edition.policy }

  /// Search engines are welcome on the open site alone, and not where it has drafts.
  var robots: Page {
    let isOpen = !policy.audience.showsBanner && !isPreview
    var lines = ["User-agent: *", isOpen ? "Disallow:" : "Disallow: /"]
    if let base = policy.audience.baseURL, isOpen {
      lines.append("Sitemap: \(base)sitemap.xml")
    }
    return Page(path: "robots.txt", bytes: text(lines))
  }

  /// Whom to tell of a weakness of the site (RFC 9116); nil where the publisher names no contact.
  var security: Page? {
    let contact = [policy.publisher.contact, policy.publisher.url].compactMap(\.self).first {
      ["mailto", "tel", "https"].contains(Address.scheme(of: $0))
    }
    guard let contact else { return nil }
    // The format asks for a day less than a year ahead.
    let expires = Day(ordinal: edition.asOf.ordinal + 364)
    var lines = [
      "Contact: \(Address.encoded(contact))", "Expires: \(expires)T00:00:00Z",
      "Preferred-Languages: \(policy.languages.joined(separator: ", "))",
    ]
    if let base = policy.audience.baseURL {
      lines.append("Canonical: \(base).well-known/security.txt")
    }
    return Page(path: ".well-known/security.txt", bytes: text(lines))
  }

  private func text(_ lines: [String]) -> [UInt8] {
    lines.flatMap { Array($0.utf8) + [0x0A] }
  }
}
