extension String {
  /// Whether the string comes before `other` in the order of their UTF-8 bytes, which is the same on
  /// every machine and in every language.
  public func precedesInBytes(_ other: String) -> Bool {
    let isBefore = utf8.withContiguousStorageIfAvailable { bytes in
      other.utf8.withContiguousStorageIfAvailable { others in
        // The standard library's way for any collection takes several calls for each byte.
        for index in 0..<min(bytes.count, others.count) where bytes[index] != others[index] {
          return bytes[index] < others[index]
        }
        return bytes.count < others.count
      }
    }
    return (isBefore ?? nil) ?? utf8.lexicographicallyPrecedes(other.utf8)
  }
}

extension Sequence {
  /// The elements in the order of the UTF-8 bytes of their names; those of one name as they were.
  public func sortedInBytes(by name: (Element) -> String) -> [Element] {
    let elements = Array(self)
    let names = NameList(elements.map(name))
    return names.order.map { elements[$0] }
  }
}

/// Many names, to be brought in order: their bytes behind each other, since each look at a string would
/// count a reference.
private struct NameList {
  private var bytes: [UInt8] = []
  private var names: [(start: Int, count: Int, index: Int)] = []

  init(_ list: [String]) {
    names.reserveCapacity(list.count)
    for (index, name) in list.enumerated() {
      names.append((bytes.count, name.utf8.count, index))
      bytes += name.utf8
    }
  }

  /// The places of the names in the list, by their bytes.
  var order: [Int] {
    bytes.withUnsafeBytes { bytes in
      names.sorted { one, other in
        var place = 0
        let common = Swift.min(one.count, other.count)
        while place + 8 <= common {
          let (a, b) = (bytes.word(one.start + place), bytes.word(other.start + place))
          if a != b { return a < b }
          place += 8
        }
        while place < common {
          let (a, b) = (bytes[one.start + place], bytes[other.start + place])
          if a != b { return a < b }
          place += 1
        }
        return (one.count, one.index) < (other.count, other.index)
      }.map(\.index)
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Eight bytes as a number that is the lower, the earlier they come in the order of bytes.
  fileprivate func word(_ place: Int) -> UInt64 {
    UInt64(bigEndian: loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }
}
