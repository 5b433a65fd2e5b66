import Testing

@testable import Images

/// What holds for every format and every input.
@Suite struct RobustnessTests {
  /// Numbers that look like chance and are the same in every run (SplitMix64).
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }

  /// Cleans `bytes`; where that is possible, what comes out must be clean.
  private func examine(_ bytes: [UInt8]) {
    guard let image = try? cleanImage(bytes) else { return }
    #expect((try? cleanImage(image.bytes)) == image)
  }

  @Test(arguments: Seed.all)
  func cleaningTwiceChangesNothing(_ format: ImageFormat, _ bytes: [UInt8]) throws {
    let once = try cleanImage(bytes)
    #expect(try cleanImage(once.bytes) == once)
    #expect(try cleanImage(bytes) == once)
  }

  @Test(arguments: Seed.all)
  func dropsOrRefusesWhatFollowsTheEnd(_ format: ImageFormat, _ bytes: [UInt8]) throws {
    let clean = try cleanImage(bytes)
    let longer = clean.bytes + Seed.canaryBytes
    if format == .svg {
      #expect(refusal(of: longer)?.code == "image/damaged")
    } else {
      #expect(try cleanImage(longer) == clean)
    }
  }

  @Test(arguments: Seed.all)
  func refusesWhatIsCutOff(_ format: ImageFormat, _ bytes: [UInt8]) throws {
    let clean = try cleanImage(bytes).bytes
    // An SVG ends with a line end that it can do without.
    for length in 0..<(clean.count - (format == .svg ? 1 : 0)) {
      let fault = refusal(of: Array(clean[..<length]))
      #expect(
        ["image/damaged", "image/unknown-format"].contains(fault?.code), "\(length) bytes")
    }
  }

  @Test(arguments: Seed.all)
  func survivesEveryChangedByte(_ format: ImageFormat, _ bytes: [UInt8]) {
    for index in bytes.indices {
      for value in [0, 0xFF, bytes[index] ^ 1, bytes[index] ^ 0x80, UInt8(ascii: "<")] {
        var changed = bytes
        changed[index] = value
        examine(changed)
      }
    }
  }

  @Test(arguments: Seed.all)
  func survivesChance(_ format: ImageFormat, _ bytes: [UInt8]) {
    var generator = Generator(state: UInt64(bytes.count))
    for _ in 0..<1500 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let start = Int.random(in: 0..<changed.count, using: &generator)
        let end = min(changed.count, start + Int.random(in: 0...12, using: &generator))
        let from = Int.random(in: 0..<bytes.count, using: &generator)
        let part =
          Bool.random(using: &generator)
          ? Array(bytes[from...].prefix(12))
          : (0..<4).map { _ in UInt8.random(in: 0...255, using: &generator) }
        changed.replaceSubrange(start..<end, with: part)
        if changed.isEmpty { changed = bytes }
      }
      examine(changed)
      let head = Int.random(in: 0...min(30, bytes.count), using: &generator)
      examine(
        Array(bytes[..<head]) + (0..<200).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }
  }
}
