/// Decides whether a request may be answered at all.
///
/// A page of any site in the same browser can send requests to this machine. What keeps it from
/// reading a briefing is that its requests name another host (a name that was made to point here,
/// known as DNS rebinding) or come from another origin; both are refused before anything is read.
struct Gatekeeper: Sendable {
  /// The hosts by which a browser may know this server.
  private let hosts: Set<String>

  /// A gatekeeper of the server at `port`.
  init(port: Int) {
    let names = ["127.0.0.1", "localhost", "[::1]"]
    hosts = Set(names.map { "\($0):\(port)" } + (port == 80 ? names : []))
  }

  /// Why a request is not answered; nil where it may be.
  func refusal(of request: Request) -> Response? {
    guard let host = request.value("host"), hosts.contains(host.lowercased()) else {
      return Response(.misdirected, "This preview answers to localhost alone.")
    }
    if request.fields["origin"] != nil {
      let origin = request.value("origin")?.lowercased() ?? ""
      guard hosts.contains(where: { "http://\($0)" == origin }) else {
        return Response(.forbidden, "This preview answers its own pages alone.")
      }
    }
    // Following a link from elsewhere is all that another site may cause.
    if let site = request.value("sec-fetch-site"), ["cross-site", "same-site"].contains(site),
      request.value("sec-fetch-mode") != "navigate"
    {
      return Response(.forbidden, "This preview answers its own pages alone.")
    }
    guard ["GET", "HEAD"].contains(request.method) else {
      return Response(.methodNotAllowed, "A preview can be read and nothing else.")
    }
    return nil
  }
}
