/// Content found inside other content: decoded, unpacked, or taken from a chunk.
struct Payload: Sendable {
  var bytes: [UInt8]
  /// Where what it was found in stands in the file.
  var origin: Int
  /// How many layers are around it.
  var depth: Int
  /// Whether base64 or hexadecimal was decoded to get it.
  var isDecoded: Bool
}
