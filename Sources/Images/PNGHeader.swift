/// The IHDR chunk: size, depth and colour of a PNG (PNG, third edition, section 11.2.1).
struct PNGHeader {
  let width: Int
  let height: Int
  let depth: Int
  let colour: Int
  let interlaced: Bool

  init(_ chunk: PNGChunk) throws(ImageFault) {
    guard chunk.type == "IHDR", chunk.data.count == 13 else {
      throw .damaged(.png, "does not begin with a header")
    }
    let data = Array(chunk.data)
    width = data[0..<4].reduce(0) { $0 << 8 | Int($1) }
    height = data[4..<8].reduce(0) { $0 << 8 | Int($1) }
    depth = Int(data[8])
    colour = Int(data[9])
    interlaced = data[12] == 1
    let depths = [0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16]]
    guard depths[colour, default: []].contains(depth), data[10] == 0, data[11] == 0, data[12] <= 1
    else { throw .damaged(.png, "has a header that no decoder reads") }
    try checkSize(width, height, .png)
  }

  /// Samples to a pixel.
  var channels: Int { [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][colour] ?? 1 }

  /// How many bytes the compressed data unpacks to: each row has one byte more, for its filter
  /// (sections 7.2 and 8.1).
  var unpackedLength: Int {
    func length(_ width: Int, _ height: Int) -> Int {
      width == 0 ? 0 : height * (1 + (width * depth * channels + 7) / 8)
    }
    guard interlaced else { return length(width, height) }
    let passes = [
      (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
      (0, 1, 1, 2),
    ]
    return passes.reduce(0) { sum, pass in
      let (x, y, dx, dy) = pass
      return sum + length((width - x + dx - 1) / dx, (height - y + dy - 1) / dy)
    }
  }

  /// Whether `chunk`, an ancillary one that the picture needs, has the length that its type and
  /// this header ask for (section 11.3). `palette` is the number of colours in PLTE.
  func accepts(_ chunk: PNGChunk, palette: Int) -> Bool {
    let count = chunk.data.count
    switch chunk.type {
    case "gAMA": return count == 4
    case "cHRM": return count == 32
    case "sRGB": return count == 1 && chunk.data.allSatisfy { $0 <= 3 }
    case "pHYs": return count == 9 && chunk.data.last.map { $0 <= 1 } ?? false
    case "sBIT": return count == (colour == 3 ? 3 : channels)
    case "bKGD": return count == [0: 2, 4: 2, 2: 6, 6: 6, 3: 1][colour]
    case "tRNS":
      return colour == 3
        ? (1...256).contains(count) && count <= palette
        : count == [0: 2, 2: 6][colour]
    default: return false
    }
  }
}
