import Template
import Testing

/// One set of templates serves many threads at once, each with the same bytes as alone.
@Suite struct ThreadTests {
  @Test func manyThreadsRenderTheSame() async throws {
    let bench = Workbench([
      "page": "{{<layout}}{{$main}}{{#rows}}{{>row}}{{/rows}}{{/main}}{{/layout}}",
      "layout": "<main>\n  {{$main}}{{/main}}\n</main>{{title}}",
      "row": "<li>{{n}} {{title}} {{{html}}}\n",
    ])
    let rows = (0..<50).map { n -> Value in
      ["n": .number(n), "html": .html(Array("<i>\(n)</i>".utf8))]
    }
    let value: Value = ["title": "A \"title\"", "rows": .list(rows)]
    let alone = try bench.render(value)
    let equal = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask {
          var count = 0
          for _ in 0..<200 where try bench.render(value) == alone { count += 1 }
          return count
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(equal == 1_600)
  }
}
