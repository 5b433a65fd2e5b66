/// An answer to a request.
struct Response: Hashable, Sendable {
  var status: Status
  /// The media type of the body.
  var type: String
  var body: [UInt8]
  /// Where to go instead.
  var location: String?

  init(_ status: Status, type: String = MediaType.text, body: [UInt8], location: String? = nil) {
    self.status = status
    self.type = type
    self.body = body
    self.location = location
  }

  /// An answer of one sentence.
  init(_ status: Status, _ sentence: String) {
    self.init(status, body: Array((sentence + "\n").utf8))
  }

  /// The policy of docs/sites.md for the editions. The bar and its stream of events are files of
  /// the same origin, so they need nothing more.
  static let contentPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    + "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

  /// The fields that every answer has: nothing is kept, framed, guessed at or handed on.
  private static let fields = """
    Content-Security-Policy: \(contentPolicy)\r
    X-Content-Type-Options: nosniff\r
    Referrer-Policy: no-referrer\r
    Cross-Origin-Opener-Policy: same-origin\r
    Cross-Origin-Resource-Policy: same-origin\r
    Cache-Control: no-store\r
    Connection: close\r

    """

  /// The answer as it is sent; to `HEAD` without its body.
  func bytes(toHead: Bool = false) -> [UInt8] {
    var head = Response.head(status, type)
    if status == .methodNotAllowed { head += "Allow: GET, HEAD\r\n" }
    if let location { head += "Location: \(location)\r\n" }
    head += "Content-Length: \(body.count)\r\n\r\n"
    return Array(head.utf8) + (toHead ? [] : body)
  }

  /// The head of a stream of events, which has no length.
  static var streamHead: [UInt8] {
    Array((head(.ok, "text/event-stream") + "\r\n").utf8)
  }

  private static func head(_ status: Status, _ type: String) -> String {
    "HTTP/1.1 \(status.rawValue) \(status.name)\r\nContent-Type: \(type)\r\n" + fields
  }
}
