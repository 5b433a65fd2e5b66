import Glibc

/// An open socket or pipe end; closed when the last user lets go of it.
///
/// A class, because what is open must be closed once and not be copied.
final class Socket: Sendable {
  let number: CInt

  /// Takes over an open descriptor; nil for one that is none.
  init?(_ number: CInt) {
    guard number >= 0 else { return nil }
    self.number = number
  }

  deinit { close(number) }

  /// Reads what has arrived; nil where the other end is gone, no bytes where nothing has arrived.
  func receive() -> [UInt8]? {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: 16 << 10) { buffer, count in
      let got = Glibc.read(number, buffer.baseAddress, buffer.count)
      failed = got == 0 || (got < 0 && !Socket.isPassing(errno))
      count = max(0, got)
    }
    return failed ? nil : bytes
  }

  /// Sends as much of `bytes` as goes out at once; nil where the other end is gone.
  func send(_ bytes: ArraySlice<UInt8>) -> Int? {
    bytes.withUnsafeBytes { buffer in
      let sent = Glibc.send(number, buffer.baseAddress, buffer.count, CInt(MSG_NOSIGNAL))
      if sent >= 0 { return sent }
      return Socket.isPassing(errno) ? 0 : nil
    }
  }

  /// Says that nothing more is sent.
  func endSending() { shutdown(number, CInt(SHUT_WR)) }

  /// The next connection that waits at a listening socket.
  func accept() -> Socket? {
    guard let socket = Socket(Glibc.accept(number, nil, nil)) else { return nil }
    socket.neverWait()
    return socket
  }

  /// Makes reading and writing return at once, and keeps the descriptor from other programs.
  func neverWait() {
    _ = fcntl(number, F_SETFL, O_NONBLOCK)
    _ = fcntl(number, F_SETFD, FD_CLOEXEC)
  }

  /// A pipe: what is written to one end is read from the other.
  static func pipe() -> (reader: Socket, writer: Socket)? {
    var ends: [CInt] = [-1, -1]
    guard Glibc.pipe(&ends) == 0, let reader = Socket(ends[0]), let writer = Socket(ends[1]) else {
      return nil
    }
    reader.neverWait()
    writer.neverWait()
    return (reader, writer)
  }

  private static func isPassing(_ code: CInt) -> Bool {
    code == EAGAIN || code == EWOULDBLOCK || code == EINTR
  }
}
