import Testing

@testable import Audit

/// Tables and filters of keys, of which a build holds millions.
@Suite struct KeyTests {
  /// Keys that share slots, come more than once, and are 0.
  private static func entries(_ count: Int) -> [(key: UInt64, sides: Readers)] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { number in
      let key: UInt64 =
        switch number % 4 {
        case 0: UInt64(number / 64)
        case 1: UInt64(number) << 20
        default: .random(in: 0...(.max), using: &generator)
        }
      return (key, Readers(number % 8))
    }
  }

  /// What goes in together is as if it went in by itself, while the table grows.
  @Test(arguments: [0, 1, 15, 16, 17, 700, 20_000])
  func areInATableWithTheirAudiences(count: Int) {
    let entries = Self.entries(count)
    var (table, one) = (KeyTable<Readers>(slots: 64), KeyTable<Readers>(slots: 64))
    var expected: [UInt64: Readers] = [:]
    table.insert(entries[...])
    for entry in entries {
      let isNew = !(expected[entry.key] ?? []).contains(entry.sides)
      // 0 and 1 are taken for one.
      if entry.key > 1 { #expect(one.insert(entry.key, entry.sides) == isNew) }
      expected[entry.key, default: []].formUnion(entry.sides)
    }
    for (key, readers) in expected where key > 1 {
      #expect(table.readers(of: key) == readers)
      #expect(table.readers(of: key, table.first(of: key)) == readers)
      #expect(one.readers(of: key) == readers)
    }
    let strange: UInt64 = 0xFEED_FACE_0123_4567
    #expect(table.readers(of: strange).isEmpty && !table.contains(strange))
    #expect(table.readers(of: strange, table.first(of: strange)).isEmpty)
    #expect(table.count(where: { _ in true }) == table.count)
  }

  /// Only keys that are in the table get more audiences.
  @Test func getMoreAudiences() {
    var table = KeyTable<Sides>(slots: 64)
    let entries = Self.entries(300).map { (key: $0.key, sides: Sides(withheld: $0.sides)) }
    table.insert(entries[...])
    let before = table.count
    let shown = Sides(visible: [Readers(2), Readers(7)])
    table.add(entries.map { (key: $0.key, sides: shown) }[...])
    table.add([(key: 0xFEED_FACE_0123_4567, sides: shown)])
    #expect(table.count == before && !table.contains(0xFEED_FACE_0123_4567))
    for (key, sides) in entries {
      let now = table.readers(of: key)
      #expect(now.visible == shown.visible && now.withheld.isSuperset(of: sides.withheld))
    }
  }

  /// No key that is in a filter is told to be out of it, and hardly another.
  @Test func areLetThroughAFilter() {
    var generator = SystemRandomNumberGenerator()
    let keys = (0..<5000).map { _ in UInt64.random(in: 0...(.max), using: &generator) }
    var filter = KeyFilter(capacity: keys.count)
    for key in keys { filter.insert(key) }
    var parts = (0..<KeyPart.count).map { _ in KeyTable<Readers>() }
    for (number, key) in keys.enumerated() {
      parts[KeyPart.of(key)].insert(key, Readers(number % 2))
    }
    let size = KeyFilter.size(parts.map { $0.count { $0.contains(Readers(0)) } })
    let even = KeyFilter(
      parts: parts.map { KeyFilter.part($0, size: size) { $0.contains(Readers(0)) } })
    #expect(keys.allSatisfy(filter.mayContain))
    #expect(stride(from: 0, to: keys.count, by: 2).allSatisfy { even.mayContain(keys[$0]) })
    let passed = stride(from: 1, to: keys.count, by: 2).count { even.mayContain(keys[$0]) }
    #expect(passed < keys.count / 20, "\(passed)")
    #expect(keys.count { filter.mayContain($0 &+ 1) } < keys.count / 10)
  }
}
