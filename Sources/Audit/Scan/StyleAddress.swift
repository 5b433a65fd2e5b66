/// Addresses in a style sheet that a browser would load from another host.
enum StyleAddress {
  /// Where they are.
  static func away(in sheet: UnsafeBufferPointer<UInt8>) -> [Int] {
    let (small, places) = plain(sheet)
    return small.withUnsafeBufferPointer { sheet in
      ["url(", "@import", "image-set("].flatMap { away(behind: Array($0.utf8), in: sheet) }
    }.map { places[$0] }
  }

  /// The bytes of a sheet in small letters and with escapes such as `\75 ` undone, each with its place.
  private static func plain(
    _ sheet: UnsafeBufferPointer<UInt8>
  ) -> (bytes: [UInt8], places: [Int]) {
    var bytes: [UInt8] = []
    var places: [Int] = []
    bytes.reserveCapacity(sheet.count)
    places.reserveCapacity(sheet.count)
    var index = 0
    while index < sheet.count {
      places.append(index)
      var byte = sheet[index]
      index += 1
      let digits = sheet[index...].prefix(6).prefix(while: isDigit)
      if byte == UInt8(ascii: "\\"), !digits.isEmpty {
        let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0
        byte = UInt8(exactly: value) ?? UInt8(ascii: "?")
        index = digits.endIndex
        if index < sheet.count, sheet[index] <= 0x20 { index += 1 }
      } else if byte == UInt8(ascii: "\\"), index < sheet.count, sheet[index] > 0x20 {
        // Before any other sign it stands for nothing.
        byte = sheet[index]
        index += 1
      }
      bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
    return (bytes, places)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
  }

  private static func away(behind word: [UInt8], in sheet: UnsafeBufferPointer<UInt8>) -> [Int] {
    word.withUnsafeBufferPointer { word in
      var result: [Int] = []
      var index = 0
      while result.count < Constructs.most,
        let place = ByteSearch.first(word, in: sheet, from: index)
      {
        index = place + word.count
        let rest = sheet[index...].prefix(64).drop { $0 <= 0x20 || $0 == 0x22 || $0 == 0x27 }
        if PageTag.leadsAway(String(decoding: rest, as: UTF8.self)) { result.append(place) }
      }
      return result
    }
  }
}
