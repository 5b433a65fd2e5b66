import Calendar
import Edition

/// The list of a site's pages for search engines (sitemaps.org).
enum Sitemap {
  /// The file: `folders` of pages relative to the edition's, each with the day of its last change
  /// where that is known. A sitemap holds 50,000 addresses at most.
  static func page(_ folders: [(path: String, changed: Day?)], baseURL: String) -> Page {
    var xml = Markup()
    xml.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    xml.raw("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for (path, changed) in folders.prefix(50_000) {
      xml.raw("<url><loc>")
      xml.text(baseURL + path)
      xml.raw("</loc>")
      if let changed {
        xml.raw("<lastmod>")
        xml.text(changed.description)
        xml.raw("</lastmod>")
      }
      xml.raw("</url>\n")
    }
    xml.raw("</urlset>\n")
    return Page(path: "sitemap.xml", bytes: xml.bytes)
  }
}
