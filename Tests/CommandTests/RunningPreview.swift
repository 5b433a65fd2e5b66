import Foundation
import Testing

/// `tearline serve` while it runs.
struct RunningPreview {
  let port: Int
  private let process: Process
  private let output: URL

  /// Starts it in a workplace and waits until it says where it is.
  init(in place: Workplace, _ arguments: String...) throws {
    output = place.root.appending(path: ".output")
    try Data().write(to: output)
    process = Process()
    process.executableURL = Workplace.executable
    process.arguments = ["serve", "--port", "0"] + arguments
    process.currentDirectoryURL = place.root
    process.environment = Workplace.environment
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    port = try RunningPreview.port(in: output, of: process)
  }

  private static func port(in output: URL, of process: Process) throws -> Int {
    for _ in 0..<2000 {
      let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
      if let match = text.firstMatch(of: /http:\/\/localhost:(\d+)\/ shows/) {
        return try #require(Int(match.1))
      }
      guard process.isRunning else { break }
      usleep(10_000)
    }
    throw PreviewDidNotStart()
  }

  struct PreviewDidNotStart: Error {}

  /// What it has printed.
  func printed() throws -> String { String(decoding: try Data(contentsOf: output), as: UTF8.self) }

  /// Sends a signal, and gives the status with which it ends.
  func stop(_ signal: Int32 = SIGTERM) -> Int32 {
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : -1
  }

  /// The answer to a request.
  func get(
    _ path: String, host: String? = nil, fields: [String] = [], method: String = "GET"
  ) throws -> String {
    let stream = try Stream(port: port)
    stream.ask(method, path, host ?? "localhost:\(port)", fields)
    return stream.text { _ in false }
  }

  /// The stream of events.
  func events() throws -> Stream {
    let stream = try Stream(port: port)
    stream.ask("GET", "/_preview/events", "127.0.0.1:\(port)", [])
    return stream
  }

  /// A connection.
  final class Stream {
    private let socket: Int32
    private var received: [UInt8] = []

    init(port: Int, at host: UInt32 = 0x7F00_0001) throws {
      socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var patience = timeval(tv_sec: 20, tv_usec: 0)
      setsockopt(
        socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = UInt16(port).bigEndian
      address.sin_addr.s_addr = host.bigEndian
      let connected = withUnsafeBytes(of: &address) {
        connect(
          socket, $0.baseAddress?.assumingMemoryBound(to: sockaddr.self), socklen_t($0.count))
      }
      guard connected == 0 else { throw PreviewDidNotStart() }
    }

    deinit { close(socket) }

    func ask(_ method: String, _ path: String, _ host: String, _ fields: [String]) {
      let lines = ["\(method) \(path) HTTP/1.1", "Host: \(host)"] + fields + ["", ""]
      let bytes = Array(lines.joined(separator: "\r\n").utf8)
      send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    /// What arrives until it is enough, or over, or nothing has come for 20 seconds.
    func text(until isEnough: (String) -> Bool) -> String {
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let text = String(decoding: received, as: UTF8.self)
        if isEnough(text) { return text }
        let count = read(socket, &buffer, buffer.count)
        if count <= 0 { return text }
        received += buffer.prefix(count)
      }
    }
  }
}

extension RunningPreview {
  /// The page of the first of two briefings, in an edition.
  static let page = "/en/briefings/ta-2026-7k3f/"

  /// A publication of two briefings, of which the second links to the first.
  static func place() throws -> Workplace {
    try Workplace([
      "briefings/a.md": Workplace.briefing(),
      "briefings/x/b.md": Workplace.briefing(
        id: "TA-2026-8888", body: "(U) See [the other](briefing:TA-2026-7K3F#what).\n"),
    ])
  }
}
