/// A picture and nothing else: bytes from which all that is not shown has been taken.
public struct CleanImage: Sendable, Equatable {
  /// What the bytes are.
  public var format: ImageFormat
  /// The file to publish; cleaning it again gives the same bytes.
  public var bytes: [UInt8]
  /// Width in pixels (CSS pixels for SVG); nil where an SVG does not say.
  public var width: Int?
  /// Height in pixels (CSS pixels for SVG); nil where an SVG does not say.
  public var height: Int?

  /// A picture that is known to be clean.
  public init(format: ImageFormat, bytes: [UInt8], width: Int?, height: Int?) {
    self.format = format
    self.bytes = bytes
    self.width = width
    self.height = height
  }
}
