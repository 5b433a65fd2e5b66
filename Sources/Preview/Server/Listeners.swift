import Glibc

/// Listening sockets on the loopback addresses, and on no other: 127.0.0.1, and ::1 where the
/// machine has it, at one port.
struct Listeners: Sendable {
  /// The port.
  let port: Int
  let sockets: [Socket]

  /// Listens at `port`; at one that the system chooses for 0.
  init(port: Int) throws(PortFault) {
    let v4 = try Listeners.listen(v6: false, port)
    let port = port == 0 ? Listeners.port(of: v4) : port
    self.port = port
    do throws(PortFault) {
      sockets = [v4, try Listeners.listen(v6: true, port)]
    } catch {
      // Where something else has this port of ::1, `localhost` could lead there.
      if error == .taken(port) { throw error }
      sockets = [v4]
    }
  }

  private static func listen(v6: Bool, _ port: Int) throws(PortFault) -> Socket {
    let type = CInt(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
    guard let socket = Socket(Glibc.socket(v6 ? AF_INET6 : AF_INET, type, 0)) else {
      throw .unavailable(port)
    }
    var on: CInt = 1
    let size = socklen_t(MemoryLayout<CInt>.size)
    setsockopt(socket.number, SOL_SOCKET, SO_REUSEADDR, &on, size)
    if v6 { setsockopt(socket.number, CInt(IPPROTO_IPV6), IPV6_V6ONLY, &on, size) }
    let bound = v6 ? bind6(socket, port) : bind4(socket, port)
    guard bound == 0, Glibc.listen(socket.number, 64) == 0 else {
      throw errno == EADDRINUSE
        ? .taken(port) : errno == EACCES ? .forbidden(port) : .unavailable(port)
    }
    return socket
  }

  private static func bind4(_ socket: Socket, _ port: Int) -> CInt {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(truncatingIfNeeded: port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    return bind(socket, &address)
  }

  private static func bind6(_ socket: Socket, _ port: Int) -> CInt {
    var address = sockaddr_in6()
    address.sin6_family = sa_family_t(AF_INET6)
    address.sin6_port = in_port_t(truncatingIfNeeded: port).bigEndian
    address.sin6_addr = in6addr_loopback
    return bind(socket, &address)
  }

  private static func bind<Address>(_ socket: Socket, _ address: inout Address) -> CInt {
    withUnsafeBytes(of: &address) { bytes in
      guard let base = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self) else { return -1 }
      return Glibc.bind(socket.number, base, socklen_t(bytes.count))
    }
  }

  private static func port(of socket: Socket) -> Int {
    var address = sockaddr_in()
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutableBytes(of: &address) { bytes in
      guard let base = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self) else { return }
      getsockname(socket.number, base, &size)
    }
    return Int(in_port_t(bigEndian: address.sin_port))
  }
}

/// Why a port cannot be listened at.
public enum PortFault: Error, Hashable, Sendable {
  /// Something else listens there.
  case taken(Int)
  /// The system keeps it from this user.
  case forbidden(Int)
  /// The machine has no loopback address, or no more sockets.
  case unavailable(Int)

  /// What is wrong.
  public var message: String {
    switch self {
    case .taken(let port): "port \(port) is taken"
    case .forbidden(let port): "port \(port) may not be used by this user"
    case .unavailable(let port): "port \(port) of the loopback address cannot be listened at"
    }
  }

  /// What to do.
  public var help: String {
    switch self {
    case .taken: "stop what listens there, or give another with --port; 0 takes any that is free"
    case .forbidden: "give a port above 1023 with --port"
    case .unavailable: "check that the machine has the address 127.0.0.1, and its limits"
    }
  }
}
