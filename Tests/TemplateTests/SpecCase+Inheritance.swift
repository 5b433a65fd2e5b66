import Template

extension SpecCase {
  private static let fruit: Value = ["fruit": "apples", "nested": ["fruit": "bananas"]]

  static let inheritance: [SpecCase] = [
    SpecCase("Default", "{{$title}}Default title{{/title}}\n", writes: "Default title\n"),
    SpecCase(
      "Variable", ["bar": "baz"], "{{$foo}}default {{bar}} content{{/foo}}\n",
      writes: "default baz content\n"),
    SpecCase(
      "Triple mustache", ["bar": .html(Array("<baz>".utf8))],
      "{{$foo}}default {{{bar}}} content{{/foo}}\n", writes: "default <baz> content\n"),
    SpecCase(
      "Sections", ["bar": ["baz": "qux"]],
      "{{$foo}}default {{#bar}}{{baz}}{{/bar}} content{{/foo}}\n",
      writes: "default qux content\n"),
    SpecCase(
      "Negative sections", ["baz": "three", "bar": .none],
      "{{$foo}}default {{^bar}}{{baz}}{{/bar}} content{{/foo}}\n",
      writes: "default three content\n"),
    SpecCase(
      "Mustache injection", ["bar": ["baz": "{{qux}}"]],
      "{{$foo}}default {{#bar}}{{baz}}{{/bar}} content{{/foo}}\n",
      writes: "default {{qux}} content\n"),
    SpecCase(
      "Inherit", "{{<include}}{{/include}}\n", ["include": "{{$foo}}default content{{/foo}}"],
      writes: "default content"),
    SpecCase(
      "Overridden content", "{{<super}}{{$title}}sub template title{{/title}}{{/super}}",
      ["super": "...{{$title}}Default title{{/title}}..."], writes: "...sub template title..."),
    SpecCase(
      "Data does not override block", ["var": "var in data"],
      "{{<include}}{{$var}}var in template{{/var}}{{/include}}",
      ["include": "{{$var}}var in include{{/var}}"], writes: "var in template"),
    SpecCase(
      "Data does not override block default", ["var": "var in data"], "{{<include}}{{/include}}",
      ["include": "{{$var}}var in include{{/var}}"], writes: "var in include"),
    SpecCase(
      "Overridden parent", "test {{<parent}}{{$stuff}}override{{/stuff}}{{/parent}}",
      ["parent": "{{$stuff}}...{{/stuff}}"], writes: "test override"),
    SpecCase(
      "Two overridden parents",
      "test {{<parent}}{{$stuff}}override1{{/stuff}}{{/parent}} "
        + "{{<parent}}{{$stuff}}override2{{/stuff}}{{/parent}}\n",
      ["parent": "|{{$stuff}}...{{/stuff}}{{$default}} default{{/default}}|"],
      writes: "test |override1 default| |override2 default|\n"),
    SpecCase(
      "Only one override", "{{<parent}}{{$stuff2}}override two{{/stuff2}}{{/parent}}",
      ["parent": "{{$stuff}}new default one{{/stuff}}, {{$stuff2}}new default two{{/stuff2}}"],
      writes: "new default one, override two"),
    SpecCase(
      "Parent template", "{{>parent}}|{{<parent}}{{/parent}}",
      ["parent": "{{$foo}}default content{{/foo}}"], writes: "default content|default content"),
    SpecCase(
      "Recursion", "{{<parent}}{{$foo}}override{{/foo}}{{/parent}}",
      [
        "parent": "{{$foo}}default content{{/foo}} {{$bar}}{{<parent2}}{{/parent2}}{{/bar}}",
        "parent2": "{{$foo}}parent2 default content{{/foo}} "
          + "{{<parent}}{{$bar}}don't recurse{{/bar}}{{/parent}}",
      ],
      writes: "override override override don't recurse"),
    SpecCase(
      "Multi-level inheritance", "{{<parent}}{{$a}}c{{/a}}{{/parent}}",
      [
        "parent": "{{<older}}{{$a}}p{{/a}}{{/older}}",
        "older": "{{<grandParent}}{{$a}}o{{/a}}{{/grandParent}}",
        "grandParent": "{{$a}}g{{/a}}",
      ], writes: "c"),
    SpecCase(
      "Multi-level inheritance, no sub child", "{{<parent}}{{/parent}}",
      [
        "parent": "{{<older}}{{$a}}p{{/a}}{{/older}}",
        "older": "{{<grandParent}}{{$a}}o{{/a}}{{/grandParent}}",
        "grandParent": "{{$a}}g{{/a}}",
      ], writes: "p"),
    SpecCase(
      "Text inside parent, with a block",
      "{{<parent}} asdfasd {{$foo}}hmm{{/foo}} asdfasdfasdf {{/parent}}",
      ["parent": "{{$foo}}default content{{/foo}}"], writes: "hmm"),
    SpecCase(
      "Text inside parent", "{{<parent}} asdfasd asdfasdfasdf {{/parent}}",
      ["parent": "{{$foo}}default content{{/foo}}"], writes: "default content"),
    SpecCase(
      "Block scope", fruit, "{{<parent}}{{$block}}I say {{fruit}}.{{/block}}{{/parent}}",
      ["parent": "{{#nested}}{{$block}}You say {{fruit}}.{{/block}}{{/nested}}"],
      writes: "I say bananas."),
    SpecCase("Failed lookup", "{{<parent}}{{/parent}}", fails: "template/unknown-template"),
    SpecCase(
      "A block within a given block has the blocks around its place",
      "{{<layout}}{{$main}}{{<card}}{{$main}}x{{/main}}{{/card}}{{/main}}{{/layout}}",
      ["layout": "[{{$main}}{{/main}}]", "card": "({{$main}}{{/main}})"], writes: "[(x)]"),
    SpecCase(
      "Blocks reach through partials", "{{<layout}}{{$title}}t{{/title}}{{/layout}}",
      ["layout": "{{>head}}", "head": "<{{$title}}none{{/title}}>"], writes: "<t>"),
  ]

  static let blockLayout: [SpecCase] = [
    SpecCase(
      "Override parent with newlines",
      "{{<parent}}{{$ballmer}}\npeaked\n\n:(\n{{/ballmer}}{{/parent}}",
      ["parent": "{{$ballmer}}peaking{{/ballmer}}"], writes: "peaked\n\n:(\n"),
    SpecCase(
      "Inherit indentation", "{{<parent}}{{$nineties}}hammer time{{/nineties}}{{/parent}}",
      ["parent": "stop:\n  {{$nineties}}collaborate and listen{{/nineties}}\n"],
      writes: "stop:\n  hammer time\n"),
    SpecCase(
      "Standalone parent", "Hi,\n  {{<parent}}{{/parent}}\n", ["parent": "one\ntwo\n"],
      writes: "Hi,\n  one\n  two\n"),
    SpecCase(
      "Standalone block", "{{<parent}}{{$block}}\none\ntwo{{/block}}\n{{/parent}}\n",
      ["parent": "Hi,\n  {{$block}}{{/block}}\n"], writes: "Hi,\n  one\n  two\n"),
    SpecCase(
      "Block reindentation", "{{<parent}}{{$block}}\n    one\n    two\n{{/block}}{{/parent}}\n",
      ["parent": "Hi,\n  {{$block}}\n  {{/block}}\n"], writes: "Hi,\n  one\n  two\n"),
    SpecCase(
      "Intrinsic indentation", "{{<parent}}{{$block}}\none\ntwo\n{{/block}}{{/parent}}\n",
      ["parent": "Hi,\n{{$block}}\n  default\n{{/block}}\n"], writes: "Hi,\n  one\n  two\n"),
    SpecCase(
      "Nested block reindentation",
      "{{<parent}}{{$nested}}\nthree\n{{/nested}}{{/parent}}\n",
      [
        "parent": "{{<grandparent}}{{$block}}\n  one\n  {{$nested}}\n    two\n  {{/nested}}\n"
          + "{{/block}}{{/grandparent}}\n",
        "grandparent": "{{$block}}default{{/block}}",
      ], writes: "one\n  three\n"),
    SpecCase(
      "A page as people lay it out", ["items": ["a", "b"]],
      """
      {{<layout}}
        {{$main}}
          <ul>
            {{#items}}
            <li>{{.}}
            {{/items}}
          </ul>
        {{/main}}
      {{/layout}}

      """,
      ["layout": "<main>\n  {{$main}}\n  {{/main}}\n</main>\n"],
      writes: "<main>\n  <ul>\n    <li>a\n    <li>b\n  </ul>\n</main>\n"),
    SpecCase(
      "A partial in a given block", "{{<p}}{{$b}}\n  x\n    {{>q}}\n{{/b}}{{/p}}",
      ["p": "{{$b}}\n{{/b}}\n", "q": "1\n2\n"], writes: "x\n  1\n  2\n"),
    SpecCase(
      "Line endings", "{{<p}}{{$b}}\r\n  x\r\n  y\r\n{{/b}}{{/p}}\r\n",
      ["p": "|\r\n {{$b}}\r\n {{/b}}\r\n|"], writes: "|\r\n x\r\n y\r\n|"),
  ]
}
