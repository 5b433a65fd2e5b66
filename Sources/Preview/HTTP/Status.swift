/// The status codes that a preview answers with.
enum Status: Int, Hashable, Sendable {
  case ok = 200
  case moved = 302
  case badRequest = 400
  case forbidden = 403
  case notFound = 404
  case methodNotAllowed = 405
  case misdirected = 421
  case headTooLarge = 431
  case unavailable = 503

  /// Its name in RFC 9110.
  var name: String {
    switch self {
    case .ok: "OK"
    case .moved: "Found"
    case .badRequest: "Bad Request"
    case .forbidden: "Forbidden"
    case .notFound: "Not Found"
    case .methodNotAllowed: "Method Not Allowed"
    case .misdirected: "Misdirected Request"
    case .headTooLarge: "Request Header Fields Too Large"
    case .unavailable: "Service Unavailable"
    }
  }
}
