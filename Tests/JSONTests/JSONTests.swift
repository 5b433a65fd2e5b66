import Foundation
import JSON
import Testing

@Suite("JSON")
struct JSONTests {
  @Test func membersKeepTheirOrder() {
    let value: JSON = .members(["b": 1, "a": ["x", nil], "none": JSON?.none, "c": true])
    #expect(String(decoding: value.bytes(), as: UTF8.self) == #"{"b":1,"a":["x",null],"c":true}"#)
    #expect(
      String(decoding: value.bytes(pretty: true), as: UTF8.self)
        == "{\n  \"b\": 1,\n  \"a\": [\n    \"x\",\n    null\n  ],\n  \"c\": true\n}\n")
  }

  @Test(arguments: [
    "", "plain", "\"\\\n\t", "</script>&<!--", "\u{2028}\u{2029}\u{2027}\u{202A}", "é𝄞\u{0}\u{1F}",
  ])
  func readersGetTheTextBack(text: String) throws {
    let bytes = JSON.array([.string(text)]).bytes()
    let read = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String]
    #expect(read == [text])
    #expect(!bytes.contains(UInt8(ascii: "<")) && !bytes.contains(UInt8(ascii: "&")))
    #expect(!String(decoding: bytes, as: UTF8.self).unicodeScalars.contains("\u{2028}"))
  }
}
