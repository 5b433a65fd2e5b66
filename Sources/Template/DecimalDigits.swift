/// Writes whole numbers in decimal digits, without a locale and without a string in between.
enum DecimalDigits {
  /// Appends `number`, with `-` before it if it is negative.
  static func append(_ number: Int, to output: inout [UInt8]) {
    let start = output.count
    var rest = number.magnitude
    repeat {
      output.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    if number < 0 { output.append(UInt8(ascii: "-")) }
    output[start...].reverse()
  }
}
