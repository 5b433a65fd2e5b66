/// The words of one document, each once, with its weight: what a document gives to the index.
///
/// The words are kept in one run of bytes, parted by their hash, so that each part of the index can
/// be made from its own words alone: a byte with the length, the word, a byte with the weight.
public struct WordBag: Sendable {
  /// How many parts the words fall into.
  static let partCount = 16

  /// The words of all parts.
  private let bytes: [UInt8]
  /// Where each part begins, and behind the last where it ends.
  private let starts: [Int32]
  /// The sum of the weights: how long the document is.
  let length: Int

  /// The words of `texts` in `language`, each text with the weight that a word of it has.
  public init(_ texts: [(text: String, weight: Int)], in language: SearchLanguage) {
    var table = WordTable()
    var weights: [Int32] = []
    for (text, weight) in texts {
      WordCutter.cut(text) { word, hash in
        let place = table.add(word, hash: hash)
        if place == weights.count { weights.append(0) }
        weights[place] += Int32(weight)
      }
    }
    for (place, hash) in table.hashes.enumerated() where language.isStopWord(hash) {
      weights[place] = 0
    }
    length = weights.reduce(0) { $0 + Int($1) }
    var starts = [Int32](repeating: 0, count: WordBag.partCount + 1)
    for (place, hash) in table.hashes.enumerated() where weights[place] > 0 {
      starts[WordBag.part(of: hash) + 1] += Int32(table.range(of: place).count + 2)
    }
    for part in 0..<WordBag.partCount { starts[part + 1] += starts[part] }
    self.starts = starts
    bytes = WordBag.pack(table, weights, starts)
  }

  /// The part that a word of this hash is in.
  static func part(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash) & (WordBag.partCount - 1)
  }

  private static func pack(_ table: WordTable, _ weights: [Int32], _ starts: [Int32]) -> [UInt8] {
    var next = starts
    var bytes = [UInt8](repeating: 0, count: Int(starts[partCount]))
    for (place, hash) in table.hashes.enumerated() where weights[place] > 0 {
      var index = Int(next[part(of: hash)])
      let word = table.range(of: place)
      bytes[index] = UInt8(word.count)
      for letter in word {
        index += 1
        bytes[index] = table.letters[letter]
      }
      bytes[index + 1] = UInt8(min(255, weights[place]))
      next[part(of: hash)] = Int32(index + 2)
    }
    return bytes
  }

  /// Calls `take` with each word of a part and its weight.
  @inline(__always)
  func read(part: Int, _ take: (UnsafeBufferPointer<UInt8>, UInt8) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      var index = Int(starts[part])
      let end = Int(starts[part + 1])
      while index < end {
        let wordEnd = index + 1 + Int(bytes[index])
        take(UnsafeBufferPointer(rebasing: bytes[(index + 1)..<wordEnd]), bytes[wordEnd])
        index = wordEnd + 1
      }
    }
  }
}
