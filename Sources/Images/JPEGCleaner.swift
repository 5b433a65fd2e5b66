/// Keeps of a JPEG what a decoder needs for the picture, and writes it anew.
///
/// All application segments and comments go, with EXIF, XMP, IPTC, profiles, thumbnails and the
/// index of further pictures, and so does all that follows the end. Two segments are written
/// afresh without their free fields, because without them some files change colour: JFIF, and
/// Adobe's transform (ITU-T T.81, annex B; T.871; T.872, section 6.5.3).
struct JPEGCleaner {
  private var input: ByteCursor
  private var output: [UInt8] = [0xFF, 0xD8]
  private var tables = JPEGTables()
  private var frame: JPEGFrame?
  private var hasScan = false
  private var isJFIF = false
  private var adobeTransform: UInt8?
  private var restartInterval = 0
  private var writtenInterval = 0

  static func clean(_ bytes: [UInt8]) throws(ImageFault) -> CleanImage {
    var cleaner = JPEGCleaner(input: ByteCursor(bytes[2...], of: bytes, .jpeg))
    while try cleaner.readSegment() {}
    guard let frame = cleaner.frame, cleaner.hasScan else {
      throw .damaged(.jpeg, "has no picture")
    }
    cleaner.output += [0xFF, 0xD9]
    return CleanImage(
      format: .jpeg, bytes: cleaner.output, width: frame.width, height: frame.height)
  }

  private init(input: ByteCursor) { self.input = input }

  /// Reads the next segment; false at the end of the picture.
  private mutating func readSegment() throws(ImageFault) -> Bool {
    guard try input.byte() == 0xFF else { throw .damaged(.jpeg, "has bytes between its parts") }
    var marker = try input.byte()
    while marker == 0xFF { marker = try input.byte() }
    if marker == 0xD9 { return false }
    guard marker >= 0xC0, !(0xD0...0xD8).contains(marker) else {
      throw .damaged(.jpeg, "has a misplaced marker")
    }
    let length = try input.bigEndian(2)
    let data = try input.take(length - 2)
    switch marker {
    case 0xC0, 0xC1, 0xC2:
      guard frame == nil else { throw .damaged(.jpeg, "has two frame headers") }
      frame = try JPEGFrame(marker: marker, data)
    case 0xC4: try tables.readHuffman(data)
    case 0xDB: try tables.readQuantization(data)
    case 0xDD:
      guard data.count == 2 else { throw .damaged(.jpeg, "has a malformed restart interval") }
      restartInterval = data.reduce(0) { $0 << 8 | Int($1) }
    case 0xDA: try readScan(header: data)
    case 0xE0...0xEF: try readApplication(marker, data)
    case 0xFE: break
    default: throw .unsupported(.jpeg, "uses a coding that browsers do not read")
    }
    return true
  }

  /// Learns from an application segment the little that changes the picture.
  private mutating func readApplication(
    _ marker: UInt8, _ data: ArraySlice<UInt8>
  ) throws(ImageFault) {
    switch marker {
    case 0xE0 where data.starts(with: "JFIF\0".utf8): isJFIF = true
    case 0xE1 where data.starts(with: "Exif\0".utf8):
      if ExifOrientation.turns(data) { throw .orientation(.jpeg) }
    case 0xEE where data.starts(with: "Adobe".utf8) && data.count >= 12:
      let transform = data[data.startIndex + 11]
      guard transform <= 2 else { throw .damaged(.jpeg, "has a malformed Adobe segment") }
      adobeTransform = transform
    default: break
    }
  }

  private mutating func readScan(header: ArraySlice<UInt8>) throws(ImageFault) {
    guard let frame else { throw .damaged(.jpeg, "has a scan before its frame header") }
    let fields = Array(header)
    let count = Int(fields.first ?? 0)
    guard (1...frame.components.count).contains(count), fields.count == 4 + 2 * count else {
      throw .damaged(.jpeg, "has a malformed scan header")
    }
    if !hasScan { try writeHeader(frame) }
    hasScan = true
    for place in 0..<count {
      let (id, selectors) = (fields[1 + 2 * place], fields[2 + 2 * place])
      guard let component = frame.components.first(where: { $0.id == id }) else {
        throw .damaged(.jpeg, "has a scan of a component that it does not have")
      }
      try tables.write(.quantization(component.table), to: &output)
      let first = fields[1 + 2 * count]
      let isRefinement = fields[3 + 2 * count] >> 4 != 0
      if !frame.isProgressive || first == 0 && !isRefinement {
        try tables.write(.direct(selectors >> 4), to: &output)
      }
      if !frame.isProgressive || first > 0 {
        try tables.write(.alternating(selectors & 15), to: &output)
      }
    }
    if restartInterval != writtenInterval {
      output += [0xFF, 0xDD, 0, 4]
      output.appendBigEndian(restartInterval, bytes: 2)
      writtenInterval = restartInterval
    }
    append(0xDA, fields)
    try copyCodedData()
  }

  private mutating func writeHeader(_ frame: JPEGFrame) throws(ImageFault) {
    if isJFIF { append(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0]) }
    if let adobeTransform {
      append(0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, adobeTransform])
    }
    for component in frame.components where tables.has(.quantization(component.table)) {
      try tables.write(.quantization(component.table), to: &output)
    }
    append(frame.marker, Array(frame.data))
  }

  /// Copies entropy-coded data up to the next marker that is not a restart; those must come in
  /// turn, and only where an interval is set. Fill bytes before a marker go (section B.1.1.2).
  private mutating func copyCodedData() throws(ImageFault) {
    let bytes = input.bytes
    var start = input.position
    var index = start
    var restart: UInt8 = 0
    while true {
      while index < input.end, bytes[index] != 0xFF { index += 1 }
      var code = index + 1
      while code < input.end, bytes[code] == 0xFF { code += 1 }
      guard code < input.end else { throw .damaged(.jpeg, "ends in the middle of the picture") }
      let isStuffed = bytes[code] == 0 && code == index + 1
      let isRestart = (0xD0...0xD7).contains(bytes[code])
      guard isStuffed || isRestart else { break }
      if isRestart {
        guard restartInterval > 0, bytes[code] == 0xD0 + restart else {
          throw .damaged(.jpeg, "has restart markers out of turn")
        }
        restart = (restart + 1) % 8
      }
      output += bytes[start...index]
      start = code
      index = code + 1
    }
    output += bytes[start..<index]
    _ = try input.take(index - input.position)
  }

  private mutating func append(_ marker: UInt8, _ data: [UInt8]) {
    output += [0xFF, marker]
    output.appendBigEndian(data.count + 2, bytes: 2)
    output += data
  }
}
