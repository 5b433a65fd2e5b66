internal import Foundation

/// Unicode's compatibility composition, by which `（Ｓ）` is `(S)`.
enum CompatibilityForm {
  /// The text in NFKC (Unicode Standard Annex 15).
  static func of(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCompatibilityMapping
  }
}
