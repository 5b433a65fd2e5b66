import Testing

@testable import Publish

@Suite struct ManifestTests {
  private let manifest = Manifest(of: [
    SitePage(path: "en/index.html", bytes: Array("hello".utf8)),
    SitePage(path: "404.html", bytes: []),
    SitePage(path: "en/a\"b.txt", bytes: [0, 1]),
  ])

  @Test func isWrittenInOneWay() {
    #expect(
      String(decoding: manifest.bytes, as: UTF8.self) == """
        {
          "version": 1,
          "files": [
            {"path": "404.html", "size": 0, "sha256": \
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
            {"path": "en/a\\"b.txt", "size": 2, "sha256": \
        "b413f47d13ee2fe6c845b2ee141af81de858df4ec549a58b7970bb96645bc8d2"},
            {"path": "en/index.html", "size": 5, "sha256": \
        "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"}
          ]
        }

        """)
  }

  @Test func isReadAsItIsWritten() throws {
    #expect(try Manifest(reading: manifest.bytes) == manifest)
    let empty = Manifest(entries: [])
    #expect(try Manifest(reading: empty.bytes) == empty)
  }

  @Test func isRefusedAfterAnyChangeOfItsForm() {
    let bytes = manifest.bytes
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 0x80
      #expect((try? Manifest(reading: changed)) == nil, "byte \(index)")
      #expect((try? Manifest(reading: Array(bytes[..<index]))) == nil, "cut at \(index)")
    }
    #expect((try? Manifest(reading: bytes + [0x0A])) == nil)
  }

  @Test(arguments: ["../x", "/x", "a//b", ".x"])
  func isRefusedWithAnUnsafePath(_ path: String) {
    let bytes = Manifest(of: [SitePage(path: path, bytes: [])]).bytes
    #expect(throws: Manifest.ReadFault.self) { try Manifest(reading: bytes) }
  }

  @Test func isRefusedOutOfOrder() {
    let lines = String(decoding: manifest.bytes, as: UTF8.self).split(separator: "\n")
    var swapped = lines
    swapped.swapAt(3, 4)
    let bytes = Array((swapped.joined(separator: "\n") + "\n").utf8)
    #expect(throws: Manifest.ReadFault(reason: "the manifest is out of order")) {
      try Manifest(reading: bytes)
    }
  }

  @Test func saysWhichLineIsWrong() {
    let bytes = Array("{\n  \"version\": 2,\n".utf8)
    #expect(throws: Manifest.ReadFault(reason: "line 1 is not as Tearline writes it")) {
      try Manifest(reading: bytes)
    }
  }
}
