/// The preview's own files. They lie in a folder whose name no audience can have: ids have no `_`.
enum PreviewFiles {
  /// The folder of the preview's own files.
  static let folder = "_preview/"
  /// The stream of events.
  static let events = folder + "events"
  /// The script of the bar and of the overlay.
  static let script = folder + "bar.js"

  /// The file at a path.
  static func file(at path: String) -> [UInt8]? {
    switch path {
    case script: PackageResources.bar_js
    case folder + "bar.css": PackageResources.bar_css
    case folder + "author.css": PackageResources.author_css
    default: nil
    }
  }

  /// The templates of the preview's own pages by name.
  static let templates = [
    "author": PackageResources.author_mustache,
    "authors": PackageResources.authors_mustache,
    "frame": PackageResources.frame_mustache,
    "missing": PackageResources.missing_mustache,
    "start": PackageResources.start_mustache,
  ]
}
