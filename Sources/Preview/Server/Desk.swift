/// Answers requests: lets the gatekeeper look first, then gives what the source has for the path.
struct Desk<Source: PreviewSource> {
  let gatekeeper: Gatekeeper
  let source: Source

  /// The answer to what a browser sent; `state` is the event that a stream begins with.
  func answer(_ outcome: RequestReader.Outcome, state: [UInt8]) -> Answer {
    switch outcome {
    case .incomplete: .response([])
    case .refused(let status): .response(Response(status, "\(status.name).").bytes())
    case .request(let request): answer(request, state)
    }
  }

  private func answer(_ request: Request, _ state: [UInt8]) -> Answer {
    let isHead = request.method == "HEAD"
    if let refusal = gatekeeper.refusal(of: request) {
      return .response(refusal.bytes(toHead: isHead))
    }
    guard let path = RequestPath.read(request.target) else {
      return .response(Response(.notFound, "There is nothing here.").bytes(toHead: isHead))
    }
    if path == PreviewFiles.events {
      return isHead
        ? .response(Response.streamHead) : .stream(Response.streamHead + state)
    }
    return .response(response(to: path).bytes(toHead: isHead))
  }

  /// What there is at a path.
  func response(to path: String) -> Response {
    if let bytes = PreviewFiles.file(at: path) {
      return Response(.ok, type: MediaType.of(path), body: bytes)
    }
    switch source.content(at: path) {
    case .file(let bytes): return Response(.ok, type: MediaType.of(path), body: bytes)
    case .page(let bytes, let bar):
      return Response(.ok, type: MediaType.html, body: BarInjection.page(bytes, with: bar))
    case .missing(let bytes, let bar):
      return Response(.notFound, type: MediaType.html, body: BarInjection.page(bytes, with: bar))
    case .moved(let path):
      let location = RequestPath.encoded(path)
      return Response(.moved, "See \(location)").moved(to: location)
    case .nothing: return Response(.notFound, "There is nothing here.")
    }
  }
}

extension Response {
  /// The answer, sent on to `location`.
  fileprivate func moved(to location: String) -> Response {
    var response = self
    response.location = location
    return response
  }
}
