/// A hash of bytes by which the audit tells what it has seen, with a key that differs from run to run,
/// so that nobody can write a line that is taken for another.
///
/// The bytes are the digits of a polynomial over the prime 2⁶¹ − 1, seven at a time, whose value at a
/// secret point is the hash: two texts of n digits agree at n points at most (J. L. Carter,
/// M. N. Wegman, "Universal classes of hash functions", 1979).
struct LineHash {
  private static let prime: UInt64 = 1 << 61 - 1
  private static let point = UInt64.random(in: 1 << 32..<prime)

  private let point = LineHash.point
  private var value: UInt64

  /// The hash of no bytes yet, of a text of this kind.
  init(kind: UInt8) { value = UInt64(kind) + 1 }

  /// The hash of a text.
  static func of(_ bytes: UnsafeBufferPointer<UInt8>, kind: UInt8) -> UInt64 {
    var hash = LineHash(kind: kind)
    hash.add(bytes)
    return hash.value
  }

  private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    // How long it is tells apart what ends in zeros.
    add(UInt64(bytes.count))
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    while index &+ 8 <= bytes.count {
      let eight = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      add(UInt64(littleEndian: eight) & (1 << 56 - 1))
      index &+= 7
    }
    while index < bytes.count {
      let end = min(index + 7, bytes.count)
      add(bytes[index..<end].reduce(0) { $0 << 8 | UInt64($1) })
      index = end
    }
  }

  /// One digit more, below the prime.
  @inline(__always)
  private mutating func add(_ digit: UInt64) {
    let (high, low) = value.multipliedFullWidth(by: point)
    // 2⁶¹ is 1 here.
    let sum = (low & LineHash.prime) &+ (low &>> 61 | high &<< 3) &+ digit
    value = sum >= LineHash.prime ? (sum & LineHash.prime) &+ (sum &>> 61) : sum
  }
}
