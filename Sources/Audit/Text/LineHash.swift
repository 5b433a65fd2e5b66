/// A hash of bytes by which the audit tells what it has seen, with a key that differs from run to run,
/// so that nobody can write a line that is taken for another.
///
/// The bytes are the digits of a polynomial over the prime 2⁶¹ − 1, seven at a time, whose value at a
/// secret point is the hash: two texts of n digits agree at n points at most (J. L. Carter,
/// M. N. Wegman, "Universal classes of hash functions", 1979).
struct LineHash {
  private static let prime: UInt64 = 1 << 61 - 1
  private static let point = UInt64.random(in: 1 << 32..<prime)
  private static let square = reduced(reduced(point.multipliedFullWidth(by: point)))

  private let point = LineHash.point
  private let square = LineHash.square
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
    func digit(_ index: Int) -> UInt64 {
      UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        & (1 << 56 - 1)
    }
    var index = 0
    // Two at a time, since one product need not wait for the other.
    while index &+ 15 <= bytes.count {
      let first = LineHash.reduced(digit(index).multipliedFullWidth(by: point))
      let before = LineHash.reduced(value.multipliedFullWidth(by: square))
      value = LineHash.reduced(before &+ first &+ digit(index &+ 7))
      index &+= 14
    }
    while index &+ 8 <= bytes.count {
      add(digit(index))
      index &+= 7
    }
    let rest = bytes.count &- index
    if rest > 0, bytes.count >= 8 {
      // The last bytes of eight, of which the first went before.
      let eight = raw.loadUnaligned(fromByteOffset: bytes.count &- 8, as: UInt64.self)
      add(UInt64(littleEndian: eight) &>> UInt64(64 &- 8 &* rest))
    } else if rest > 0 {
      add(bytes[index...].reduce(0) { $0 << 8 | UInt64($1) })
    }
  }

  /// One digit more, below the prime.
  @inline(__always)
  private mutating func add(_ digit: UInt64) {
    value = LineHash.reduced(
      LineHash.reduced(value.multipliedFullWidth(by: point)) &+ digit)
  }

  /// A product of two numbers below 2⁶², with the same rest by the prime and below 2⁶³.
  @inline(__always)
  private static func reduced(_ product: (high: UInt64, low: UInt64)) -> UInt64 {
    // 2⁶¹ is 1 here.
    (product.low & prime) &+ (product.low &>> 61 | product.high &<< 3)
  }

  /// A sum below 2⁶⁴, with the same rest by the prime and hardly above it.
  @inline(__always)
  private static func reduced(_ sum: UInt64) -> UInt64 { (sum & prime) &+ (sum &>> 61) }
}
