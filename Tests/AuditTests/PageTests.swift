import Testing

@testable import Audit

/// What no page of an edition has: scripts and styles of its own, and what is loaded from another host.
@Suite struct PageTests {
  private func codes(_ html: String) -> Set<String> {
    Fixture.codes("en/about/index.html", Array("<p>Text.</p>\n\(html)\n".utf8))
  }

  @Test(arguments: [
    "<p onclick=\"x()\">", "<img src=a.png onerror=x()>", "<img/onload=x()>", "<P ONCLICK='x()'>",
    "<a href=\"javascript:x()\">x</a>", "<a href=' java\nscript:x()'>x</a>",
    "<form action=\"JavaScript:x()\">", "<p class=\"a\"onclick=\"x()\">",
    "<iframe srcdoc='x'></iframe>", "<iframe src=a srcdoc=\"&lt;script&gt;\">",
    "<object data=\"data:text/html,x\">", "<a href=\"data:text/html,x\">x</a>",
    "<a href=\"vbscript:x\">x</a>", "<form action=\"data:x/y;base64,x\">",
  ])
  func findsHandlers(html: String) { #expect(codes(html) == ["audit/script"], "\(html)") }

  @Test(arguments: [
    "<style>p { color: red }</style>", "<p style=\"display:none\">", "<p class=a style=x>",
    "<STYLE media=print>p {}</STYLE>",
  ])
  func findsStyles(html: String) { #expect(codes(html) == ["audit/style"], "\(html)") }

  @Test(arguments: [
    "<img src=\"https://a.example/x.png\">", "<img srcset=\"a.png, https://a.example/x 2x\">",
    "<script src='//a.example/x.js'></script>", "<iframe src=https://a.example></iframe>",
    "<link rel=\"stylesheet\" href=\"https://a.example/x.css\">",
    "<link href=\"http://a.example\" rel=preconnect>", "<form action=\"https://a.example\">",
    "<meta http-equiv=\"refresh\" content=\"0; url=https://a.example\">", "<base href=\"/x/\">",
    "<object data=\"https://a.example/x\">", "<video poster=https://a.example/x>",
    "<svg><use href=\"https://a.example/x#y\"/></svg>", "<img src=\"&#104;ttps://a.example\">",
    "<button formaction=\"//a.example\">x</button>",
    "<link rel=\"alternate stylesheet\" href=\"//a\">",
    "<a href=\"x/\" ping=\"https://a.example/p\">x</a>",
    "<svg><image href=\"https://a.example/x.png\"/></svg>",
    "<link rel=\"preload\" imagesrcset=\"https://a.example/x.png 1x\">",
    "<td background=\"https://a.example/x.png\">x</td>",
    "<svg><use xlink:href=\"https://a.example/x#y\"/></svg>",
    "<img src=\"/\\a.example/x.png\">", "<img src=\"\\\\a.example/x.png\">",
    "<img srcset=\"a.png 1x, //a.example/x 2x\">",
  ])
  func findsOtherHosts(html: String) { #expect(codes(html) == ["audit/third-party"], "\(html)") }

  @Test(arguments: [
    "<a href=\"https://a.example/x\" class=\"on\">x</a>", "<p class=\"style\" id=\"on\">",
    "<link rel=\"canonical\" href=\"https://www.example.org/\">",
    "<link rel=\"alternate\" type=\"application/feed+json\" href=\"https://a.example/feed.json\">",
    "<meta name=\"referrer\" content=\"no-referrer\">", "<ol><li>one</li></ol>",
    "<img src=\"a.png\">",
    "<option selected>", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"></svg>",
    "<a href=\"mailto:x@a.example\">x</a>", "<script src=\"../x.js\" defer></script>",
  ])
  func leavesOthersAlone(html: String) { #expect(codes(html) == [], "\(html)") }

  @Test(arguments: [
    ("@import url(\"https://a.example/x.css\");", true),
    ("@import 'https://a.example/x.css';", true),
    ("p { background: url( //a.example/x.png ) }", true),
    ("p { src: url(data:x) url(x.woff) }", false),
    ("p { color: red }", false),
    ("a { background: \\75 rl(https://a.example/x.png) }", true),
    ("@\\69mport \"https://a.example/z.css\";", true),
    ("a { background: u\\rl(//evil.example/x) }", true), ("@\\import '//a.example/x';", true),
    ("a { background: url(h\\ttps://evil.example/x) }", true),
    ("@\\000069 mport 'https://a.example/z.css';", true),
    ("p::after { content: \"\\2014 url\" } .\\31 0 { color: red }", false),
  ])
  func readsStyleSheets(css: String, isFault: Bool) {
    let codes = Fixture.codes("assets/style.0123456789abcdef.css", Array(css.utf8))
    #expect(codes == (isFault ? ["audit/third-party"] : []), "\(css)")
  }
}
