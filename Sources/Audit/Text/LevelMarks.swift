/// The marks of a policy's levels, with which every label begins.
struct LevelMarks: Sendable {
  /// The marks, in the order of the levels.
  let marks: [[UInt8]]

  /// The level that bytes are, alone or with more of a label behind it; nil where they are none.
  func level(of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    marks.firstIndex { mark in
      guard bytes.starts(with: mark) else { return false }
      let next = bytes.dropFirst(mark.count).first { $0 > 0x20 }
      return next == nil || next == UInt8(ascii: "/")
    }
  }
}
