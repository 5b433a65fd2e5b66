/// Words that the formats of an edition bring along, and that are neither a publication's nor a theme's:
/// names of members and elements, types, and addresses of specifications.
///
/// None of them is looked for by itself. A run of words is, whatever its words.
enum FormatWords {
  /// All of them, by format.
  static let text = """
    the page for what is not there: 404.html
    robots.txt: User-agent Allow Disallow Sitemap /
    security.txt, RFC 9116: Contact Expires Preferred-Languages Canonical Policy mailto well-known
    sitemap, 0.9: www.sitemaps.org schemas sitemap urlset url loc lastmod
    Atom, RFC 4287: www.w3.org 2005 Atom feed entry author category content generator updated \
    published summary title term label rel alternate self type html text xmlns
    JSON Feed, 1.1: jsonfeed.org version items content_html content_text date_published \
    date_modified external_url feed_url home_page_url authors language tags
    OpenSearch, 1.1: a9.com spec opensearch OpenSearchDescription ShortName LongName Description \
    Tags InputEncoding Language Url template searchTerms UTF-8 encoding
    schema.org: context graph Report Organization WebSite WebPage CollectionPage BreadcrumbList \
    ListItem itemListElement identifier headline inLanguage datePublished dateModified about \
    keywords publisher isPartOf position abstract audience genre
    an edition's own: assets describedby encodingFormat sha256 size sizes path files manifest policy \
    redaction audience portion marking marks listing level levels levelNumber released cards words \
    values count first days language scales since steps band term
    terms of ICD 203, where a policy names none: almost no chance, very unlikely, unlikely, roughly \
    even chance, likely, very likely, almost certain; vrijwel uitgesloten, zeer onwaarschijnlijk, \
    onwaarschijnlijk, ongeveer even waarschijnlijk als niet, waarschijnlijk, zeer waarschijnlijk, \
    vrijwel zeker; low, moderate, high; laag, matig, hoog; probability
    classes of a page: redaction-omit redaction-mark
    SVG: svg title desc focusable role img labelledby xmlns 2000
    """
}
