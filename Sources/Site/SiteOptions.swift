/// How a site is built, apart from what is in it.
public struct SiteOptions: Hashable, Sendable {
  /// Whether this is a preview with drafts: every page then says so.
  public var drafts: Bool

  /// Whether the site can be searched.
  public var search: Bool

  /// These options.
  public init(drafts: Bool = false, search: Bool = true) {
    self.drafts = drafts
    self.search = search
  }
}
