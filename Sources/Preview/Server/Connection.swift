/// A connection of a browser, and how far its request and the answer are.
struct Connection {
  /// What is waited for.
  enum Stage {
    /// The rest of the request.
    case reading
    /// That the answer goes out; then it is over.
    case writing
    /// Events, until the browser has enough.
    case streaming
    /// That the browser has read the answer: closing before that could take it away.
    case draining
  }

  /// The most bytes that may wait for a browser that does not read its events.
  private static let eventLimit = 4 << 20

  let socket: Socket
  var stage = Stage.reading
  /// When it is given up, in milliseconds of the server's clock; nil for never.
  var deadline: Int?
  private var input: [UInt8] = []
  private var output: [UInt8] = []
  private var sent = 0

  /// A connection that is given up at `deadline`.
  init(_ socket: Socket, deadline: Int) {
    self.socket = socket
    self.deadline = deadline
  }

  /// Whether bytes wait to go out.
  var hasOutput: Bool { sent < output.count }

  /// Takes in what has arrived. False where the connection is over.
  mutating func receive(_ answer: (RequestReader.Outcome) -> Answer) -> Bool {
    guard let bytes = socket.receive() else { return false }
    guard stage == .reading else { return true }
    input += bytes
    let outcome = RequestReader.read(input)
    if outcome == .incomplete { return true }
    input = []
    switch answer(outcome) {
    case .response(let bytes):
      output = bytes
      stage = .writing
    case .stream(let bytes):
      output = bytes
      stage = .streaming
      deadline = nil
    }
    return flush()
  }

  /// Sends an event. False where the connection is over.
  mutating func send(event: [UInt8]) -> Bool {
    output.removeFirst(sent)
    sent = 0
    output += event
    return output.count <= Connection.eventLimit && flush()
  }

  /// Sends what waits. False where the connection is over.
  mutating func flush() -> Bool {
    while hasOutput {
      guard let count = socket.send(output[sent...]) else { return false }
      if count == 0 { return true }
      sent += count
    }
    if stage == .writing {
      socket.endSending()
      stage = .draining
    }
    return true
  }
}

/// What is sent for a request.
enum Answer {
  /// All there is.
  case response([UInt8])
  /// The beginning of a stream of events.
  case stream([UInt8])
}
