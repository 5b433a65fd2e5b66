import Glibc

/// Serves a preview to browsers on this machine: pages by path, and events that tell them of
/// changes.
///
/// One thread does everything, so nothing is answered while a page is being made; one author and a
/// few tabs need no more.
public struct PreviewServer: Sendable {
  /// The most connections at once; more are turned away.
  private static let connectionLimit = 128
  /// How long a browser may take for its request and to read the answer, in milliseconds.
  private static let patience = 10_000

  private let listeners: Listeners
  private let mailbox = Mailbox()
  private let wakeReader: Socket
  private let wakeWriter: Socket

  /// A server that listens at `port` of the loopback addresses; at a free one for 0.
  public init(port: Int) throws(PortFault) {
    listeners = try Listeners(port: port)
    guard let pipe = Socket.pipe() else { throw .unavailable(port) }
    (wakeReader, wakeWriter) = pipe
  }

  /// The port that it listens at.
  public var port: Int { listeners.port }

  /// Tells browsers what the state is now. Any thread may.
  public func publish(_ state: PreviewState) {
    mailbox.put(state: state.event)
    wake()
  }

  /// Ends `run`. Any thread may.
  public func stop() {
    mailbox.putStop()
    wake()
  }

  private func wake() {
    var byte: UInt8 = 1
    // Where the pipe is full, the server is about to wake.
    _ = write(wakeWriter.number, &byte, 1)
  }

  /// Answers requests with what `source` gives, until it is stopped.
  public func run(_ source: some PreviewSource) {
    let desk = Desk(gatekeeper: Gatekeeper(port: port), source: source)
    var connections: [CInt: Connection] = [:]
    var state: [UInt8] = []
    while true {
      let ready = wait(for: connections)
      if ready.contains(wakeReader.number) {
        _ = wakeReader.receive()
        let mail = mailbox.take()
        if mail.mustStop { return }
        state = mail.state
        if mail.isNew { tell(state, &connections) }
      }
      let now = PreviewServer.now
      for (number, var connection) in connections {
        var isAlive = connection.deadline.map { $0 > now } ?? true
        if isAlive, ready.contains(number) {
          isAlive = serve(&connection) { desk.answer($0, state: state) }
        }
        connections[number] = isAlive ? connection : nil
      }
      for listener in listeners.sockets where ready.contains(listener.number) {
        accept(listener, &connections)
      }
    }
  }

  private func tell(_ state: [UInt8], _ connections: inout [CInt: Connection]) {
    for (number, var connection) in connections where connection.stage == .streaming {
      connections[number] = connection.send(event: state) ? connection : nil
    }
  }

  private func serve(
    _ connection: inout Connection, _ answer: (RequestReader.Outcome) -> Answer
  ) -> Bool {
    guard connection.receive(answer) else { return false }
    return connection.flush()
  }

  private func accept(_ listener: Socket, _ connections: inout [CInt: Connection]) {
    while let socket = listener.accept() {
      guard connections.count < PreviewServer.connectionLimit else {
        _ = socket.send(Response(.unavailable, "Too many connections.").bytes()[...])
        continue
      }
      connections[socket.number] = Connection(
        socket, deadline: PreviewServer.now + PreviewServer.patience)
    }
  }

  /// The descriptors at which something has happened; none after a second in which nothing has.
  private func wait(for connections: [CInt: Connection]) -> Set<CInt> {
    var polled = ([wakeReader] + listeners.sockets).map {
      pollfd(fd: $0.number, events: CShort(POLLIN), revents: 0)
    }
    for (number, connection) in connections {
      let events = connection.hasOutput ? POLLIN | POLLOUT : POLLIN
      polled.append(pollfd(fd: number, events: CShort(events), revents: 0))
    }
    guard poll(&polled, nfds_t(polled.count), 1000) > 0 else { return [] }
    return Set(polled.lazy.filter { $0.revents != 0 }.map(\.fd))
  }

  /// A clock that only goes forward, in milliseconds: for patience, and for nothing that is shown.
  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
