/// The frame header of a JPEG: its size and components (ITU-T T.81, section B.2.2).
struct JPEGFrame {
  /// One component: its identifier and its quantization table.
  struct Component {
    let id: UInt8
    let table: UInt8
  }

  let marker: UInt8
  let data: ArraySlice<UInt8>
  let width: Int
  let height: Int
  let components: [Component]

  /// Whether the picture comes in several scans that refine each other.
  var isProgressive: Bool { marker == 0xC2 }

  init(marker: UInt8, _ data: ArraySlice<UInt8>) throws(ImageFault) {
    let bytes = Array(data)
    guard bytes.count >= 6, [1, 3, 4].contains(bytes[5]), bytes.count == 6 + 3 * Int(bytes[5])
    else { throw .damaged(.jpeg, "has a malformed frame header") }
    guard bytes[0] == 8 else { throw .unsupported(.jpeg, "has more than 8 bits to a sample") }
    height = Int(bytes[1]) << 8 | Int(bytes[2])
    width = Int(bytes[3]) << 8 | Int(bytes[4])
    var components: [Component] = []
    for start in stride(from: 6, to: bytes.count, by: 3) {
      let (across, down) = (bytes[start + 1] >> 4, bytes[start + 1] & 15)
      guard (1...4).contains(across), (1...4).contains(down), bytes[start + 2] <= 3,
        !components.contains(where: { $0.id == bytes[start] })
      else { throw .damaged(.jpeg, "has a malformed frame header") }
      components.append(Component(id: bytes[start], table: bytes[start + 2]))
    }
    self.marker = marker
    self.data = data
    self.components = components
    try checkSize(width, height, .jpeg)
  }
}
