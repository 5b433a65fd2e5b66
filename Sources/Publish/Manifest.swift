import Crypto
import Diagnostics

/// `manifest.json`: every file of an edition but the manifest itself, with size and SHA-256.
///
/// It names nothing else: no host, no source, no time, and no other edition (row 31 of the leak
/// channels). There is one way to write it, so equal editions have equal manifests.
public struct Manifest: Sendable, Equatable {
  /// What the manifest's file is called, in the edition's folder.
  public static let fileName = "manifest.json"

  /// One file of the edition.
  public struct Entry: Sendable, Equatable {
    /// Path from the edition's folder, with `/` between its parts.
    public var path: String
    /// Length in bytes.
    public var size: Int
    /// SHA-256 of the content, 64 lower-case hexadecimal digits.
    public var sha256: String

    /// An entry with these values.
    public init(path: String, size: Int, sha256: String) {
      self.path = path
      self.size = size
      self.sha256 = sha256
    }

    /// The entry of a page.
    init(_ page: SitePage) {
      self.init(
        path: page.path, size: page.bytes.count,
        sha256: Manifest.hexadecimal(SHA256.hash(data: page.bytes)))
    }
  }

  /// The files, in the order of their paths' UTF-8 bytes.
  public let entries: [Entry]

  /// The manifest of these files, in any order.
  public init(entries: [Entry]) {
    self.entries = entries.sortedInBytes(by: \.path)
  }

  /// The manifest of these pages, in any order.
  public init(of pages: [SitePage]) { self.init(entries: pages.map(Entry.init)) }

  /// The file's content: JSON, one line to a file.
  public var bytes: [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(160 * entries.count + 64)
    text += Self.opening.utf8
    for (index, entry) in entries.enumerated() {
      text += index == 0 ? "\n".utf8 : ",\n".utf8
      text += "    {\"path\": \"".utf8
      if entry.path.utf8.contains(where: Self.isEscaped) {
        for byte in entry.path.utf8 {
          if Self.isEscaped(byte) { text.append(UInt8(ascii: "\\")) }
          text.append(byte)
        }
      } else {
        text += entry.path.utf8
      }
      text += "\", \"size\": ".utf8
      text += String(entry.size).utf8
      text += ", \"sha256\": \"".utf8
      text += entry.sha256.utf8
      text += "\"}".utf8
    }
    text += Self.closing.utf8
    return text
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  static let opening = "{\n  \"version\": 1,\n  \"files\": ["
  static let closing = "\n  ]\n}\n"

  /// Bytes as lower-case hexadecimal digits.
  static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    func digit(_ value: UInt8) -> UInt8 {
      value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in bytes {
      text.append(digit(byte >> 4))
      text.append(digit(byte & 15))
    }
    return String(decoding: text, as: UTF8.self)
  }
}
