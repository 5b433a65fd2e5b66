/// Keeps of a PNG the chunks that make the picture, and writes them anew.
///
/// What is not in the list goes: text, time, EXIF, colour profiles with their texts, private
/// chunks, bytes after the end, and bytes in the data chunks after the end of the compressed data.
struct PNGCleaner {
  /// Ancillary chunks without which the picture looks different.
  private static let needed: Set = ["tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs"]

  private let header: PNGHeader
  private var palette = 0
  private var kept: [PNGChunk] = []
  private var data: [UInt8] = []
  private var dataEnded = false

  static func clean(_ bytes: [UInt8]) throws(ImageFault) -> CleanImage {
    var cursor = ByteCursor(bytes[PNGChunk.signature.count...], of: bytes, .png)
    let first = try PNGChunk(from: &cursor)
    var cleaner = PNGCleaner(header: try PNGHeader(first))
    var chunk = try PNGChunk(from: &cursor)
    while chunk.type != "IEND" {
      try cleaner.read(chunk)
      chunk = try PNGChunk(from: &cursor)
    }
    return try cleaner.written(header: first)
  }

  private init(header: PNGHeader) { self.header = header }

  private mutating func read(_ chunk: PNGChunk) throws(ImageFault) {
    if chunk.type == "IDAT" {
      guard !dataEnded else { throw .damaged(.png, "has its data in two places") }
      data += chunk.data
      return
    }
    dataEnded = !data.isEmpty
    switch chunk.type {
    case "PLTE": try readPalette(chunk)
    case "acTL", "fcTL", "fdAT": throw .unsupported(.png, "is animated")
    case "eXIf" where ExifOrientation.turns(chunk.data): throw .orientation(.png)
    case let type where Self.needed.contains(type):
      guard data.isEmpty, !kept.contains(where: { $0.type == type }),
        header.accepts(chunk, palette: palette)
      else { throw .damaged(.png, "has a malformed or misplaced \(type) chunk") }
      kept.append(chunk)
    default:
      guard chunk.isAncillary else { throw .damaged(.png, "has a chunk that no decoder knows") }
    }
  }

  /// A palette is part of the picture for indexed colour alone; for true colour it is a hint.
  private mutating func readPalette(_ chunk: PNGChunk) throws(ImageFault) {
    let colours = chunk.data.count / 3
    let most = header.colour == 3 ? 1 << header.depth : 256
    guard palette == 0, data.isEmpty, chunk.data.count % 3 == 0, (1...most).contains(colours) else {
      throw .damaged(.png, "has a malformed or misplaced palette")
    }
    palette = colours
    if header.colour == 3 { kept.append(chunk) }
  }

  /// The file: one data chunk, because how data is cut into chunks is not part of the picture.
  private func written(header first: PNGChunk) throws(ImageFault) -> CleanImage {
    guard header.colour != 3 || palette > 0 else { throw .damaged(.png, "has no palette") }
    var walk = DeflateWalk(data)
    let length = try walk.zlibStreamLength(unpackingTo: header.unpackedLength)
    var file = PNGChunk.signature
    PNGChunk.append("IHDR", first.data, to: &file)
    for chunk in kept { PNGChunk.append(chunk.type, chunk.data, to: &file) }
    PNGChunk.append("IDAT", data.prefix(length), to: &file)
    PNGChunk.append("IEND", [], to: &file)
    return CleanImage(format: .png, bytes: file, width: header.width, height: header.height)
  }
}
