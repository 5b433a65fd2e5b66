/// The ids of briefings, such as `TA-2026-7K3F`.
public enum DocumentID {
  /// Crockford's base 32: no I, L, O or U.
  public static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  /// What to do about an id that is none.
  static let help =
    "write letters, a year and 4 to 8 digits and capitals without I, L, O and U, such as TA-2026-7K3F"

  /// Whether `text` is `[A-Z]{2,8}-YYYY-[0-9A-HJKMNP-TV-Z]{4,8}`.
  public static func isValid(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3 else { return false }
    let isPrefix =
      (2...8).contains(parts[0].utf8.count)
      && parts[0].utf8.allSatisfy { (0x41...0x5A).contains($0) }
    let isYear = parts[1].utf8.count == 4 && parts[1].utf8.allSatisfy { (0x30...0x39).contains($0) }
    let isTail = (4...8).contains(parts[2].utf8.count) && parts[2].allSatisfy(alphabet.contains)
    return isPrefix && isYear && isTail
  }
}
