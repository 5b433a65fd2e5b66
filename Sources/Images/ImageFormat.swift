/// A kind of picture that an edition may hold.
public enum ImageFormat: String, Sendable, CaseIterable {
  /// Portable Network Graphics, one still picture.
  case png
  /// JPEG, baseline or progressive.
  case jpeg
  /// WebP, still or animated.
  case webp
  /// GIF, still or animated.
  case gif
  /// Scalable Vector Graphics, the static part of it.
  case svg

  /// What a published file of this kind ends in, without the dot.
  public var fileExtension: String {
    self == .jpeg ? "jpg" : rawValue
  }

  /// The format that `bytes` begin as, whatever the file is called.
  ///
  /// An SVG is told by its first character being `<`; the tokenizer then says whether it is one.
  static func detected(in bytes: [UInt8]) -> ImageFormat? {
    if bytes.starts(with: PNGChunk.signature) { return .png }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
    if bytes.starts(with: Array("GIF87a".utf8)) || bytes.starts(with: Array("GIF89a".utf8)) {
      return .gif
    }
    if bytes.starts(with: Array("RIFF".utf8)), bytes.count >= 12,
      bytes[8..<12].elementsEqual("WEBP".utf8)
    {
      return .webp
    }
    var text = bytes[...]
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    let first = text.first { !SVGTokenizer.isSpace($0) }
    return first == UInt8(ascii: "<") ? .svg : nil
  }

  /// How messages call it.
  var displayName: String {
    self == .webp ? "WebP" : rawValue.uppercased()
  }
}
