@testable import Preview

/// A request as a browser sends it, with fields replaced or added.
func request(
  _ target: String, method: String = "GET", _ fields: [String: String] = [:], port: Int = 8400
) -> [UInt8] {
  let all = ["host": "localhost:\(port)", "accept": "*/*"].merging(fields) { _, new in new }
  let lines = all.sorted { $0.key < $1.key }.filter { !$0.value.isEmpty }
    .map { "\($0.key): \($0.value)\r\n" }
  return Array("\(method) \(target) HTTP/1.1\r\n\(lines.joined())\r\n".utf8)
}

/// A source of a few files.
struct Shelf: PreviewSource {
  static let bar = PreviewBar(
    build: 3,
    editions: [
      .init("The \"public\" & <others>", path: "public/en/", isHere: true),
      .init("Local", path: "local/en/", isThere: false),
    ],
    languages: [.init("English", path: "public/en/")],
    author: .init("Author's view", path: "_author/briefings/a b.md"))

  func content(at path: String) -> PreviewContent {
    switch path {
    case "public/index.html", "public/":
      .page(Array("<html><head><title>T</title></head><body>B</body></html>".utf8), Shelf.bar)
    case "public": .moved("public/")
    case "public/a/index.md": .file(Array("# A\n".utf8))
    case "public/gone/": .missing(Array("<p>Gone.</p>".utf8), Shelf.bar)
    default: .nothing
    }
  }

  /// What the desk answers to bytes that arrive at port 8400.
  static func answer(to bytes: [UInt8]) -> String {
    let desk = Desk(gatekeeper: Gatekeeper(port: 8400), source: Shelf())
    switch desk.answer(RequestReader.read(bytes), state: Array("event: state\ndata: {}\n\n".utf8)) {
    case .response(let bytes), .stream(let bytes): return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// The number of the status that the desk answers with.
  static func status(of bytes: [UInt8]) -> Int? {
    Int(answer(to: bytes).dropFirst("HTTP/1.1 ".count).prefix(3))
  }
}
