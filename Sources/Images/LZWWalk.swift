/// Walks through the compressed data of a GIF frame to find where its picture ends
/// (GIF89a Specification, appendix F).
enum LZWWalk {
  /// The number of bytes of `data` up to the end of the picture.
  ///
  /// - Throws: `image/damaged` where the data holds more or less than `pixels` pixels.
  static func length(
    of data: [UInt8], minimum: UInt8, pixels: Int
  ) throws(ImageFault) -> Int {
    let clear = 1 << Int(minimum)
    var lengths = [Int](repeating: 1, count: clear) + [0, 0]
    lengths.reserveCapacity(4096)
    var width = Int(minimum) + 1
    var previous: Int?
    var found = 0
    var (held, heldBits) = (0, 0)
    for (index, byte) in data.enumerated() {
      held |= Int(byte) << heldBits
      heldBits += 8
      while heldBits >= width {
        let code = held & (1 << width - 1)
        held >>= width
        heldBits -= width
        if code == clear {
          lengths.removeLast(lengths.count - clear - 2)
          width = Int(minimum) + 1
          previous = nil
          continue
        }
        if code == clear + 1 {
          guard found == pixels else { throw .damaged(.gif, "has a frame with too few pixels") }
          return index + 1
        }
        if let last = previous {
          guard code <= lengths.count, code < 4096 else {
            throw .damaged(.gif, "has a malformed frame")
          }
          if lengths.count < 4096 { lengths.append(lengths[last] + 1) }
        }
        guard code < lengths.count else { throw .damaged(.gif, "has a malformed frame") }
        found += lengths[code]
        guard found <= pixels else { throw .damaged(.gif, "has a frame with too many pixels") }
        previous = code
        if lengths.count == 1 << width, width < 12 { width += 1 }
      }
    }
    // Some writers leave the end code out.
    guard found == pixels else { throw .damaged(.gif, "ends in the middle of a frame") }
    return data.count
  }
}
