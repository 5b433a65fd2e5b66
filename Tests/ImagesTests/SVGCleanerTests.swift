import Testing

@testable import Images

@Suite struct SVGCleanerTests {
  private static let root = "<svg xmlns=\"http://www.w3.org/2000/svg\""

  private func cleaned(_ content: String, attributes: String = "") throws -> String {
    let bytes = try cleanImage(Array("\(Self.root)\(attributes)>\(content)</svg>".utf8)).bytes
    return String(decoding: bytes, as: UTF8.self)
  }

  private func fault(_ content: String, attributes: String = "") -> ImageFault? {
    refusal(of: Array("\(Self.root)\(attributes)>\(content)</svg>".utf8))
  }

  @Test func keepsACleanPictureAsItIs() throws {
    #expect(try cleanImage(Seed.svg).bytes == Seed.svg)
  }

  @Test(arguments: [
    "<!-- CANARYWORD -->", "<title>CANARYWORD</title>", "<desc>a<b>CANARYWORD</b></desc>",
    "<g class=\"CANARYWORD\" data-x=\"CANARYWORD\" aria-label=\"CANARYWORD\" id=\"CANARYWORD\"/>",
    "<defs><text>CANARYWORD</text></defs>", "<symbol id=\"s\"><text>CANARYWORD</text></symbol>",
    "<defs><g id=\"a\"><use href=\"#b\"/></g><text id=\"b\">CANARYWORD</text></defs>",
    "<clipPath><text>CANARYWORD</text></clipPath>", "CANARYWORD", "<g>CANARYWORD</g>",
    "<use href=\"#CANARYWORD\"/><path id=\"CANARYWORD\"/>",
  ])
  func dropsWhatIsNotShown(_ content: String) throws {
    let text = try cleaned(content)
    #expect(!text.contains(Seed.canary))
    #expect(try cleaned(content) == text)
  }

  /// A part that something shown refers to is shown, in a group too that nothing refers to; signs of
  /// markup in a value are written as such.
  @Test func keepsWhatIsReferredTo() throws {
    let gradient = "<linearGradient id=\"a\"><stop offset=\"0\"/></linearGradient>"
    let text = try cleaned("<defs><g>\(gradient)</g></defs><path fill=\"url(#a)\" d=\"M0 0\"/>")
    #expect(text.contains("<linearGradient id=\"i1\">") && text.contains("url(#i1)"), "\(text)")
    let font = try cleaned("<text font-family='\"DejaVu Sans\", serif'>x</text>")
    #expect(font.contains("font-family=\"&quot;DejaVu Sans&quot;, serif\""), "\(font)")
  }

  @Test func givesIdsNumbers() throws {
    #expect(
      try cleaned(
        "<defs><path id=\"layer-x\" d=\"M0 0\"/><marker id=\"m\"/></defs>"
          + "<use xlink:href=\"#layer-x\"/><path id=\"y\" marker-end=\"url('#m')\"/>",
        attributes: " xmlns:xlink=\"http://www.w3.org/1999/xlink\"")
        == Self.root + "><defs><path id=\"i1\" d=\"M0 0\"/><marker id=\"i2\"/></defs>"
        + "<use href=\"#i1\"/><path marker-end=\"url(#i2)\"/></svg>\n")
  }

  @Test(arguments: [
    ("<script>CANARYWORD</script>", "has the element 'script', which is not allowed"),
    ("<text>Port\u{E0043}\u{E0041}</text>", "has characters that nobody sees"),
    ("<text>Po\u{200B}rt</text>", "has characters that nobody sees"),
    ("<text>a&#xFFFE;</text>", "has characters that nobody sees"),
    ("<text>a&#xAD;b</text>", "has characters that nobody sees"),
    ("<path font-family=\"\u{202E}x\"/>", "has characters that nobody sees"),
    ("<style>CANARYWORD</style>", "has the element 'style', which is not allowed"),
    ("<foreignObject/>", "has the element 'foreignObject', which is not allowed"),
    (
      "<image href=\"data:image/png;base64,AAAA\"/>",
      "has the element 'image', which is not allowed"
    ),
    ("<a href=\"#x\"/>", "has the element 'a', which is not allowed"),
    ("<animate/>", "has the element 'animate', which is not allowed"),
    ("<g onload=\"alert(1)\"/>", "has an event handler"),
    ("<g style=\"fill:red\"/>", "has a style attribute"),
    ("<use href=\"https://x.example/a.svg#b\"/>", "refers in 'href' to something outside itself"),
    ("<use href=\"data:,CANARYWORD\"/>", "refers in 'href' to something outside itself"),
    ("<use href=\"&#106;avascript:x\"/>", "refers in 'href' to something outside itself"),
    ("<g clip-path=\"url(//x.example/#a)\"/>", "refers in 'clip-path' to something outside itself"),
    ("<g fill=\"url(https://x.example)\"/>", "has a value of 'fill' that is not allowed"),
    ("<g fill=\"CANARYWORD\"/>", "has a value of 'fill' that is not allowed"),
    ("<g fill=\"expression(1)\"/>", "has a value of 'fill' that is not allowed"),
    ("<g transform=\"CANARYWORD(1)\"/>", "has a value of 'transform' that is not allowed"),
    ("<path d=\"M0 0 CANARYWORD\"/>", "has a value of 'd' that is not allowed"),
    ("<g x=\"CANARYWORD\"/>", "has a value of 'x' that is not allowed"),
    ("<text display=\"none\">CANARYWORD</text>", "hides a part of itself with 'display'"),
    ("<text visibility=\"hidden\">x</text>", "hides a part of itself with 'visibility'"),
    ("<g filter=\"url(#a)\"/>", "has the attribute 'filter', which is not allowed"),
    ("<path href=\"#a\"/>", "has a link"),
    ("<![CDATA[CANARYWORD]]>", "has a document type, an instruction or CDATA"),
    ("<?php CANARYWORD ?>", "has a document type, an instruction or CDATA"),
    ("<text>&canary;</text>", "has a reference that is not to a character"),
    ("<text>&#13;</text>", "has a reference that is not to a character"),
    (
      "<g id=\"a\"><use href=\"#b\"/></g><path id=\"b\"/><use href=\"#a\"/>",
      "has a 'use' of something that has a 'use' in it"
    ),
  ])
  func refusesWhatIsUnsafe(_ content: String, _ what: String) {
    #expect(fault(content)?.message == "this SVG \(what)")
    #expect(fault(content)?.code == "image/unsafe-svg")
  }

  @Test(arguments: [
    "<metadata/>", "<sodipodi:namedview/>", "<g inkscape:label=\"CANARYWORD\"/>",
    "<rdf:RDF xmlns:rdf=\"x\">CANARYWORD</rdf:RDF>", "<g xmlns=\"http://www.w3.org/1999/xhtml\"/>",
    "<g xmlns:i=\"http://ns.adobe.com/AdobeIllustrator/10.0/\"/>",
  ])
  func refusesDataOfDrawingPrograms(_ content: String) {
    #expect(fault(content)?.code == "image/metadata")
    #expect(fault(content)?.help.contains("inkscape --export-plain-svg") == true)
  }

  @Test(arguments: [
    "<!DOCTYPE svg [<!ENTITY x \"CANARYWORD\">]>", "<?xml-stylesheet href=\"x\"?>",
  ])
  func refusesWhatMayStandBeforeThePicture(_ text: String) {
    #expect(refusal(of: Array(text.utf8) + Seed.svg)?.code == "image/unsafe-svg")
  }

  /// A few bytes can ask a browser for very many elements.
  @Test(arguments: [(300, 300, true), (400, 300, false), (2, 60_000, false)])
  func usesDrawNoMoreThanTheirMost(uses: Int, elements: Int, isAllowed: Bool) {
    let group = "<g id=\"a\">" + String(repeating: "<path d=\"M0 0\"/>", count: elements) + "</g>"
    let found = fault(group + String(repeating: "<use href=\"#a\"/>", count: uses))
    #expect((found == nil) == isAllowed, "\(found?.message ?? "")")
  }

  @Test func dropsTheDeclarationAndRefusesOtherEncodings() throws {
    let declared = Array("\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n".utf8)
    #expect(try cleanImage(declared + Seed.svg).bytes == Seed.svg)
    let latin = Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>".utf8)
    #expect(refusal(of: latin + Seed.svg)?.message == "this SVG says that it is not UTF-8 text")
    #expect(refusal(of: Seed.svg + [0xFF])?.message == "this SVG is not UTF-8 text")
  }

  @Test(arguments: [
    "<g>", "</g>", "<g></p>", "<g a>", "<g x=1/>", "<g x='1' x='2'/>", "<g x='1'y='2'/>", "<>",
    "< g/>", "<g", "<g x='<'/>", "<!-- ", "&", "<use href='#none'/>", "<g id='a'/><g id='a'/>",
  ])
  func refusesWhatIsMalformed(_ content: String) {
    #expect(fault(content)?.code == "image/damaged")
  }

  @Test(arguments: [
    ("fill", "url(#a) #FFF"), ("fill", "rgb(10%, 20%,30%)"), ("stroke", "currentColor"),
    ("d", "m.5.5-1e-3a1 1 0 0110 10Z"), ("points", "1,2 3-4"), ("stroke-dasharray", "4 2px"),
    ("transform", "matrix(1 0 0 1 2 3) rotate(45deg)"), ("font-family", "Arial, 'Noto Sans'"),
    ("preserveAspectRatio", "xMidYMid meet"), ("font-size", "1.5em"), ("xml:space", "preserve"),
  ])
  func keepsValuesThatAreUnderstood(_ name: String, _ value: String) throws {
    let gradient = "<linearGradient id=\"a\"/>"
    let text = try cleaned("\(gradient)<g \(name)=\"\(value)\"/>")
    let kept = value.hasPrefix("url") ? "url(#i1) #FFF" : value
    #expect(text.contains("<g \(name)=\"\(kept)\"/>"))
  }

  @Test(arguments: [
    (" width=\"2in\" height=\"72pt\"", 192, 96), (" width=\"10\" viewBox=\"0 0 7.6 30\"", 10, 30),
    (" width=\"100%\" height=\"100%\" viewBox=\"0,0,64,48\"", 64, 48), ("", nil, nil),
    (" width=\"1e300\" height=\"-4\"", nil, nil),
  ])
  func readsTheSize(_ attributes: String, _ width: Int?, _ height: Int?) throws {
    let image = try cleanImage(Array("\(Self.root)\(attributes)/>".utf8))
    #expect((image.width, image.height) == (width, height))
  }

  @Test func refusesTooMuchOfEverything() {
    let deep = String(repeating: "<g>", count: 100) + String(repeating: "</g>", count: 100)
    #expect(fault(deep)?.code == "image/unsafe-svg")
    #expect(fault(String(repeating: "<g/>", count: 100_001))?.code == "image/unsafe-svg")
    #expect(fault(String(repeating: " ", count: 4 << 20))?.code == "image/too-large")
  }
}
