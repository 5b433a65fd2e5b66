/// A link to another briefing, `briefing:ID` or `briefing:ID#anchor`.
public struct BriefingLink: Hashable, Sendable {
  /// The address as the Markdown parser gives it.
  public var address: String
  /// Its line in the file, counted from 1.
  public var line: Int

  /// The id that it names.
  public var id: String {
    String(address.dropFirst("briefing:".count).prefix { $0 != "#" })
  }
}
