/// Something that does not belong in an edition, whatever words it has.
enum Construct: Hashable, Sendable {
  case comment
  case sourceMap
  case inlineScript
  case eventHandler
  case template
  case hiddenText
  case concealingStyle
  case tokenOutOfPlace
  case metadata(String)
  case bytesBehindEnd
  case strayFile
  case notInManifest
  case missingFile
  case wrongSize
  case unreadableManifest
  case tooDeep

  /// The code of a finding about it.
  var code: String {
    switch self {
    case .metadata, .bytesBehindEnd: "audit/metadata"
    default: "audit/construct"
    }
  }

  /// What is wrong, as a message.
  var message: String {
    switch self {
    case .comment: "a comment"
    case .sourceMap: "a reference to a source map"
    case .inlineScript: "a script within the page"
    case .eventHandler: "a script in an attribute"
    case .template: "a template element"
    case .hiddenText: "text of a briefing in a hidden element"
    case .concealingStyle: "a style that hides an element"
    case .tokenOutOfPlace: "a token as released Markdown has it, outside of released Markdown"
    case .metadata(let kind): "metadata in an image (\(kind))"
    case .bytesBehindEnd: "bytes behind the end of an image"
    case .strayFile: "a file that belongs to no edition"
    case .notInManifest: "a file that the manifest does not name"
    case .missingFile: "the manifest names a file that is not there"
    case .wrongSize: "the manifest gives another size"
    case .unreadableManifest: "a manifest that cannot be read"
    case .tooDeep: "content packed too deep or too large to look through"
    }
  }
}
