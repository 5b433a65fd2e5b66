/// A file's lines, in which the places of words are looked up.
struct SourceLines: Sendable {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The line and the column, counted from 1, where `word` stands as a word of its own.
  ///
  /// - Parameters:
  ///   - occurrence: how many times it is passed over first.
  ///   - from: the line on which looking begins.
  func find(
    _ word: ArraySlice<UInt8>, occurrence: Int, from first: Int
  ) -> (line: Int, column: Int)? {
    var number = 1
    var start = bytes.startIndex
    var rest = occurrence
    while start < bytes.endIndex, number < first + 400 {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
      if number >= first {
        var index = start
        while index + word.count <= end {
          if isWord(word, at: index, in: start..<end) {
            if rest == 0 {
              let before = bytes[start..<index].count { $0 & 0xC0 != 0x80 }
              return (number, before + 1)
            }
            rest -= 1
          }
          index += 1
        }
      }
      start = end + 1
      number += 1
    }
    return nil
  }

  private func isWord(_ word: ArraySlice<UInt8>, at index: Int, in line: Range<Int>) -> Bool {
    guard bytes[index] == word.first, bytes[index..<index + word.count].elementsEqual(word) else {
      return false
    }
    if index > line.lowerBound, WordScanner.isLetter(bytes[index - 1]), bytes[index - 1] < 0x80 {
      return false
    }
    let end = index + word.count
    return end >= line.upperBound || !WordScanner.isLetter(bytes[end]) || bytes[end] >= 0x80
  }
}
