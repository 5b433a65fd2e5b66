/// Keeps of a GIF the frames, their timing and the loop, and writes them anew.
///
/// Comments, plain text, XMP, profiles, other application data and bytes after the end go, and in
/// each frame the bytes after the end of its picture (GIF89a Specification, sections 18 to 27).
struct GIFCleaner {
  private var input: ByteCursor
  private var output: [UInt8]
  private let width: Int
  private let height: Int
  private var control: [UInt8]?
  private var frames = 0
  private var hasLoop = false

  static func clean(_ bytes: [UInt8]) throws(ImageFault) -> CleanImage {
    var cleaner = try GIFCleaner(ByteCursor(bytes, .gif))
    while try cleaner.readBlock() {}
    guard cleaner.frames > 0 else { throw .damaged(.gif, "has no picture") }
    cleaner.output.append(0x3B)
    return CleanImage(
      format: .gif, bytes: cleaner.output, width: cleaner.width, height: cleaner.height)
  }

  /// Reads the header, the logical screen and the global colours (sections 17 to 19).
  private init(_ start: ByteCursor) throws(ImageFault) {
    input = start
    output = Array(try input.take(6))
    var screen = Array(try input.take(7))
    width = Int(screen[0]) | Int(screen[1]) << 8
    height = Int(screen[2]) | Int(screen[3]) << 8
    try checkSize(width, height, .gif)
    // The pixel's shape is read by no browser.
    screen[6] = 0
    if screen[4] & 0x80 == 0 {
      screen[4] = 0
      screen[5] = 0
    }
    output += screen
    if screen[4] & 0x80 != 0 { output += try input.take(3 << (Int(screen[4] & 7) + 1)) }
  }

  /// Reads the next block; false at the trailer.
  private mutating func readBlock() throws(ImageFault) -> Bool {
    switch try input.byte() {
    case 0x3B: return false
    case 0x21: try readExtension()
    case 0x2C: try readPicture()
    default: throw .damaged(.gif, "has bytes between its parts")
    }
    return true
  }

  private mutating func readExtension() throws(ImageFault) {
    switch try input.byte() {
    case 0xF9:
      let block = try subBlocks()
      guard block.count == 1, block[0].count == 4 else {
        throw .damaged(.gif, "has a malformed frame control")
      }
      var fields = Array(block[0])
      // The upper three bits are reserved, and waiting for a key is read by no browser.
      fields[0] &= 0x1D
      if fields[0] & 1 == 0 { fields[3] = 0 }
      control = fields
    case 0xFF: try readApplication(try subBlocks())
    case 0x01:
      // The control before a plain text belongs to it.
      control = nil
      _ = try subBlocks()
    default: _ = try subBlocks()
    }
  }

  /// Keeps the loop count and nothing else that an application left.
  private mutating func readApplication(_ blocks: [ArraySlice<UInt8>]) throws(ImageFault) {
    guard let name = blocks.first, blocks.count >= 2, !hasLoop,
      name.elementsEqual("NETSCAPE2.0".utf8) || name.elementsEqual("ANIMEXTS1.0".utf8),
      let loop = blocks.dropFirst().first(where: { $0.count == 3 && $0.first == 1 })
    else { return }
    hasLoop = true
    output += [0x21, 0xFF, 11]
    output += "NETSCAPE2.0".utf8
    output.append(3)
    output += loop
    output.append(0)
  }

  /// Reads a frame: its place, its colours and its data (sections 20 to 22).
  private mutating func readPicture() throws(ImageFault) {
    let place = try input.take(9)
    var fields = Array(place)
    let side = { (at: Int) in Int(fields[at]) | Int(fields[at + 1]) << 8 }
    let (frameWidth, frameHeight) = (side(4), side(6))
    guard frameWidth > 0, frameHeight > 0, side(0) + frameWidth <= width,
      side(2) + frameHeight <= height
    else { throw .damaged(.gif, "has a frame outside its screen") }
    fields[8] &= fields[8] & 0x80 == 0 ? 0x40 : 0xE7
    if let control { output += [0x21, 0xF9, 4] + control + [0] }
    control = nil
    output.append(0x2C)
    output += fields
    if fields[8] & 0x80 != 0 { output += try input.take(3 << (Int(fields[8] & 7) + 1)) }
    let minimum = try input.byte()
    guard (2...8).contains(minimum) else { throw .damaged(.gif, "has a malformed frame") }
    let data = try subBlocks().flatMap { $0 }
    let length = try LZWWalk.length(of: data, minimum: minimum, pixels: frameWidth * frameHeight)
    output.append(minimum)
    append(data.prefix(length))
    frames += 1
  }

  /// The parts of a block up to the empty one that ends it.
  private mutating func subBlocks() throws(ImageFault) -> [ArraySlice<UInt8>] {
    var blocks: [ArraySlice<UInt8>] = []
    while true {
      let count = Int(try input.byte())
      if count == 0 { return blocks }
      blocks.append(try input.take(count))
    }
  }

  /// Writes data as parts of 255 bytes, because how it is cut is not part of the picture.
  private mutating func append(_ data: ArraySlice<UInt8>) {
    var rest = data
    while !rest.isEmpty {
      let part = rest.prefix(255)
      output.append(UInt8(part.count))
      output += part
      rest = rest.dropFirst(255)
    }
    output.append(0)
  }
}
