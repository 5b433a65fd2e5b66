/// The outlines of new briefings that are part of the executable: one for each usual kind and
/// language, one for other kinds, and the front matter that they share.
public enum BuiltInOutlines {
  /// The languages that there are outlines in.
  public static let languages = ["en", "nl"]

  /// The files by the name that templates include them by.
  public static let files: [String: (name: String, bytes: [UInt8])] = [
    "assessment.en": ("assessment.en.mustache", PackageResources.assessment_en_mustache),
    "assessment.nl": ("assessment.nl.mustache", PackageResources.assessment_nl_mustache),
    "advisory.en": ("advisory.en.mustache", PackageResources.advisory_en_mustache),
    "advisory.nl": ("advisory.nl.mustache", PackageResources.advisory_nl_mustache),
    "alert.en": ("alert.en.mustache", PackageResources.alert_en_mustache),
    "alert.nl": ("alert.nl.mustache", PackageResources.alert_nl_mustache),
    "bulletin.en": ("bulletin.en.mustache", PackageResources.bulletin_en_mustache),
    "bulletin.nl": ("bulletin.nl.mustache", PackageResources.bulletin_nl_mustache),
    "other.en": ("other.en.mustache", PackageResources.other_en_mustache),
    "other.nl": ("other.nl.mustache", PackageResources.other_nl_mustache),
    "front.en": ("front.en.mustache", PackageResources.front_en_mustache),
    "front.nl": ("front.nl.mustache", PackageResources.front_nl_mustache),
  ]
}
