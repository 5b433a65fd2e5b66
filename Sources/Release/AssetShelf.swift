internal import Crypto
public import Edition
public import Images

/// Images of a publication, cleaned and named, by their path in it.
///
/// An image's published name is a hash of its published bytes; its own name and place reach no
/// edition.
public struct AssetShelf: Hashable, Sendable {
  private var assets: [String: Asset] = [:]

  /// The paths of the images on it.
  public var paths: Set<String> { Set(assets.keys) }

  /// An empty shelf.
  public init() {}

  /// Cleans an image and puts it on the shelf.
  public mutating func add(_ bytes: [UInt8], path: String) throws(ImageFault) {
    assets[path] = try AssetShelf.cleaned(bytes)
  }

  /// Puts an image on the shelf that was cleaned before.
  public mutating func add(_ asset: Asset, path: String) { assets[path] = asset }

  /// The asset made of an image's bytes.
  public static func cleaned(_ bytes: [UInt8]) throws(ImageFault) -> Asset {
    asset(try cleanImage(bytes))
  }

  /// The asset made of a clean image.
  static func asset(_ image: CleanImage) -> Asset {
    let digest = SHA256.hash(data: image.bytes).prefix(8).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }
    return Asset(
      name: digest.joined() + "." + image.format.fileExtension, bytes: image.bytes,
      width: image.width, height: image.height)
  }

  /// The image at a path.
  public subscript(path: String) -> Asset? { assets[path] }
}
