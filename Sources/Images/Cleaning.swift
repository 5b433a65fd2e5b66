/// The largest file that is accepted, in bytes: 16 MiB.
let largestFile = 16 << 20
/// The largest picture that is accepted, in pixels.
let mostPixels = 40_000_000

/// The picture in `bytes` without anything that carries no picture: no EXIF, XMP, IPTC, colour
/// profile, comment, thumbnail, editor's data, script, outside reference, or bytes after the end.
///
/// What can be taken out without changing the picture is taken out; a file that would look
/// different, that has what does not belong in a picture, or that cannot be read to its end is
/// refused with a fault that says which command helps. The kind is read from the bytes, never from
/// a name. Cleaning what is clean gives the same bytes, and equal bytes always give equal bytes.
/// Data hidden in the coded samples themselves (steganography) is out of reach.
///
/// - Throws: `ImageFault`.
public func cleanImage(_ bytes: [UInt8]) throws(ImageFault) -> CleanImage {
  guard bytes.count <= largestFile else { throw .tooManyBytes("16 MiB") }
  switch ImageFormat.detected(in: bytes) {
  case .png: return try PNGCleaner.clean(bytes)
  case .jpeg: return try JPEGCleaner.clean(bytes)
  case .webp: return try WebPCleaner.clean(bytes)
  case .gif: return try GIFCleaner.clean(bytes)
  case .svg: return try SVGCleaner.clean(bytes)
  case nil: throw .unknownFormat
  }
}

/// Refuses a picture with no pixels or with too many.
func checkSize(_ width: Int, _ height: Int, _ format: ImageFormat) throws(ImageFault) {
  guard width > 0, height > 0 else { throw .damaged(format, "has no pixels") }
  let (pixels, overflow) = width.multipliedReportingOverflow(by: height)
  guard !overflow, pixels <= mostPixels else { throw .tooManyPixels(width, height) }
}
