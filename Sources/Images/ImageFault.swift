/// Why a picture cannot be published as it is, and the command that helps.
public struct ImageFault: Error, Sendable, Equatable {
  /// The stable code: `image/unknown-format`, `image/damaged`, `image/unsupported`,
  /// `image/metadata`, `image/orientation`, `image/unsafe-svg` or `image/too-large`.
  public var code: String
  /// What is wrong, in one sentence without a capital or a full stop.
  public var message: String
  /// What to do, with a command where there is one; `FILE` stands for the picture's path.
  public var help: String

  /// A fault with these words.
  public init(code: String, message: String, help: String) {
    self.code = code
    self.message = message
    self.help = help
  }
}

extension ImageFault {
  static let unknownFormat = ImageFault(
    code: "image/unknown-format",
    message: "this is no PNG, JPEG, WebP, GIF or SVG picture",
    help: "save it as one of these, for instance with: magick FILE NEW.png")

  static func damaged(_ format: ImageFormat, _ what: String) -> ImageFault {
    let help =
      format == .svg
      ? "save it anew from the program that drew it, or run: svgo FILE"
      : "write it anew, for instance with: magick FILE -strip NEW.\(format.fileExtension)"
    return ImageFault(
      code: "image/damaged", message: "this \(format.displayName) \(what)", help: help)
  }

  static func unsupported(_ format: ImageFormat, _ what: String) -> ImageFault {
    ImageFault(
      code: "image/unsupported", message: "this \(format.displayName) \(what)",
      help: "save it as a plain picture, for instance with: magick FILE -strip NEW.png")
  }

  static func orientation(_ format: ImageFormat) -> ImageFault {
    ImageFault(
      code: "image/orientation",
      message: "the metadata of this \(format.displayName) turns the picture, and metadata is"
        + " never published",
      help: "turn the picture itself: "
        + "magick FILE -auto-orient -strip NEW.\(format.fileExtension)")
  }

  static func tooManyPixels(_ width: Int, _ height: Int) -> ImageFault {
    ImageFault(
      code: "image/too-large",
      message: "the picture has \(width) x \(height) pixels, more than the 40 million allowed",
      help: "make it smaller, for instance with: magick FILE -resize 4000x4000 NEW.png")
  }

  static func tooManyBytes(_ limit: String) -> ImageFault {
    ImageFault(
      code: "image/too-large", message: "the file is larger than \(limit)",
      help: "make it smaller, for instance with: magick FILE -resize 2000x2000 -strip NEW.png")
  }

  static func unsafeSVG(_ what: String) -> ImageFault {
    ImageFault(
      code: "image/unsafe-svg", message: "this SVG \(what)",
      help: "save it as plain SVG with presentation attributes, for instance with: "
        + "svgo --config '{\"plugins\":[\"preset-default\",\"inlineStyles\","
        + "\"convertStyleToAttrs\",\"removeScripts\"]}' FILE")
  }

  static func svgMetadata(_ what: String) -> ImageFault {
    ImageFault(
      code: "image/metadata", message: "this SVG \(what)",
      help: "take out what the drawing program left, for instance with: "
        + "inkscape --export-plain-svg --export-filename=NEW.svg FILE, then: svgo NEW.svg")
  }
}
