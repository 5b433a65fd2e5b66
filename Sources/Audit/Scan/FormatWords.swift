/// Words that machine formats bring along: in the places where a format's own names stand, and only
/// there, they say nothing about a briefing.
enum FormatWords {
  /// The numbers of the words.
  static let numbers: Set<UInt64> = Set(
    words.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { WordHash.of(String($0)) })

  /// Words that addresses within an edition bring along wherever they stand, in Markdown too.
  static let everywhere = Array("assets briefing withheld".utf8)

  /// Keys of JSON whose values are names of the format.
  static let valueKeys: Set<[UInt8]> = keys("@type @context type version mime_type kind status rel")

  /// Keys of JSON whose values are labels.
  static let labelKeys: Set<[UInt8]> = keys("banner mark label classification marking levelMark")

  private static func keys(_ text: String) -> Set<[UInt8]> {
    Set(text.split(separator: " ").map { Array($0.utf8) })
  }

  private static let words = """
    http https www org w3 1999 2000 2005 xhtml xlink svg atom sitemap sitemaps schemas schema
    jsonfeed jsonld html text plain json xml utf css charset application image png jpeg webp gif
    mailto tel urn uuid index feed assets archive about search page pages briefing briefings topics
    sectors regions manifest robots security txt well known opensearch opensearchdescription
    urlset loc lastmod entry updated published author name email summary content link href rel self
    alternate title subtitle category term logo icon rights generator items item authors tags
    version language description attachments home_page_url feed_url date_published date_modified
    content_text content_html external_url banner_image
    context type graph article newsarticle report headline datepublished datemodified inlanguage
    publisher organization webpage website breadcrumblist itemlistelement listitem position
    mainentityofpage mainentity isaccessibleforfree expires about keywords creativework identifier
    collectionpage searchaction potentialaction target query input itemlist dataset thing place
    path size files sha256 path digest
    home page content html date published modified external
    kind status issued changed banner threat level number actor intent capability likelihood
    confidence impact horizon interests vulnerabilities judgements judgement sources source grade
    advice action when basis related supersedes supersededby withdrawal reason revisions revision
    note change changedfrom changedbecause translation translations contact band body visible
    markdown classification marking mark label labels of id text url lang file file draft
    contact preferred languages canonical policy acknowledgments user agent disallow allow
    noindex nofollow noreferrer nosnippet viewport width device initial scale color theme scheme
    light dark stylesheet script module noscript async defer nonce integrity anonymous
    redaction omit mark encoding standalone doctype bold normal italic sans serif monospace middle
    true false null none start middle central auto group presentation navigation main complementary
    alert note list region status table row cell columnheader rowheader figure img
    """
}
