/// Keeps of a WebP the chunks that make the picture, and writes them anew.
///
/// EXIF, XMP, the colour profile, unknown chunks and bytes after the end go; the flags that told
/// of them are cleared (WebP Container Specification, "Extended File Format").
struct WebPCleaner {
  private static let alphaFlag: UInt8 = 0x10
  private static let animationFlag: UInt8 = 0x02

  private var canvas: (width: Int, height: Int)?
  private var isAnimated = false
  private var hasAlpha = false
  private var hasLoop = false
  private var frames = 0
  private var size = (width: 0, height: 0)
  private var body: [UInt8] = []

  static func clean(_ bytes: [UInt8]) throws(ImageFault) -> CleanImage {
    var head = ByteCursor(bytes[4...], of: bytes, .webp)
    let length = try head.littleEndian(4)
    guard length % 2 == 0, length >= 12 else { throw .damaged(.webp, "has a wrong length") }
    let content = try head.take(length).dropFirst(4)
    var cursor = ByteCursor(content, of: bytes, .webp)
    var cleaner = WebPCleaner()
    while !cursor.isAtEnd { try cleaner.read(try WebPChunk(from: &cursor)) }
    return try cleaner.written()
  }

  private mutating func read(_ chunk: WebPChunk) throws(ImageFault) {
    switch chunk.type {
    case "VP8X":
      guard body.isEmpty, frames == 0, canvas == nil, chunk.data.count == 10 else {
        throw .damaged(.webp, "has a malformed or misplaced header")
      }
      try readHeader(Array(chunk.data))
    case "ALPH" where canvas != nil && !isAnimated && frames == 0 && body.isEmpty:
      hasAlpha = true
      chunk.append(to: &body)
    case "VP8 " where !isAnimated && frames == 0, "VP8L" where !isAnimated && frames == 0:
      size = try chunk.pictureSize()
      try checkSize(size.width, size.height, .webp)
      if try chunk.hasAlpha() { hasAlpha = true }
      frames += 1
      chunk.append(to: &body)
    case "ANIM" where isAnimated && !hasLoop && chunk.data.count == 6:
      hasLoop = true
      chunk.append(to: &body)
    case "ANMF" where isAnimated && hasLoop: try readFrame(chunk)
    case "EXIF" where ExifOrientation.turns(chunk.data): throw .orientation(.webp)
    case "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF":
      throw .damaged(.webp, "has a malformed or misplaced part")
    default: break
    }
  }

  private mutating func readHeader(_ data: [UInt8]) throws(ImageFault) {
    isAnimated = data[0] & Self.animationFlag != 0
    hasAlpha = isAnimated && data[0] & Self.alphaFlag != 0
    let (width, height) = (Self.plusOne(data, 4), Self.plusOne(data, 7))
    try checkSize(width, height, .webp)
    canvas = (width, height)
  }

  /// A length that is stored less one, in three bytes.
  private static func plusOne(_ data: [UInt8], _ start: Int) -> Int {
    1 + (Int(data[start]) | Int(data[start + 1]) << 8 | Int(data[start + 2]) << 16)
  }

  /// Cleans one frame of an animation: place and time, perhaps alpha, and a picture.
  private mutating func readFrame(_ chunk: WebPChunk) throws(ImageFault) {
    var cursor = ByteCursor(chunk.data, of: chunk.file, .webp)
    var frame = Array(try cursor.take(16))
    // The upper six bits are reserved; the others say how frames are blended and disposed of.
    frame[15] &= 0x03
    var pictures = 0
    var alphas = 0
    while !cursor.isAtEnd {
      let part = try WebPChunk(from: &cursor)
      switch part.type {
      case "ALPH" where alphas == 0 && pictures == 0: alphas += 1
      case "VP8 " where pictures == 0, "VP8L" where pictures == 0 && alphas == 0:
        pictures += 1
        let size = try part.pictureSize()
        guard size == (Self.plusOne(frame, 6), Self.plusOne(frame, 9)) else {
          throw .damaged(.webp, "has a frame of another size than it says")
        }
      case "ALPH", "VP8 ", "VP8L": throw .damaged(.webp, "has a malformed frame")
      default: continue
      }
      part.append(to: &frame)
    }
    guard pictures == 1 else { throw .damaged(.webp, "has a frame without a picture") }
    frames += 1
    WebPChunk.append("ANMF", frame, to: &body)
  }

  private func written() throws(ImageFault) -> CleanImage {
    guard frames > 0 else { throw .damaged(.webp, "has no picture") }
    if let canvas, !isAnimated, canvas != size {
      throw .damaged(.webp, "has a picture of another size than its header says")
    }
    var content = Array("WEBP".utf8)
    if let canvas {
      let flags = (hasAlpha ? Self.alphaFlag : 0) | (isAnimated ? Self.animationFlag : 0)
      var header: [UInt8] = [flags, 0, 0, 0]
      header.appendLittleEndian(canvas.width - 1, bytes: 3)
      header.appendLittleEndian(canvas.height - 1, bytes: 3)
      WebPChunk.append("VP8X", header, to: &content)
    }
    content += body
    var file: [UInt8] = []
    WebPChunk.append("RIFF", content, to: &file)
    let (width, height) = canvas ?? size
    return CleanImage(format: .webp, bytes: file, width: width, height: height)
  }
}
