import Template

extension SpecCase {
  private static let yes: Value = ["boolean": true]
  private static let no: Value = ["boolean": false]

  static let sections: [SpecCase] = [
    SpecCase("Truthy", yes, "{{#boolean}}This{{/boolean}}", writes: "This"),
    SpecCase("Falsey", no, "\"{{#boolean}}This{{/boolean}}\"", writes: "\"\""),
    SpecCase("Null is falsey", ["null": .none], "\"{{#null}}This{{/null}}\"", writes: "\"\""),
    SpecCase("Empty text is falsey", ["a": ""], "\"{{#a}}This{{/a}}\"", writes: "\"\""),
    SpecCase("Empty HTML is falsey", ["a": .html([])], "\"{{#a}}This{{/a}}\"", writes: "\"\""),
    SpecCase("Zero is truthy", ["a": 0], "{{#a}}This{{/a}}", writes: "This"),
    SpecCase("An empty record is truthy", ["a": [:]], "{{#a}}This{{/a}}", writes: "This"),
    SpecCase(
      "Context", ["context": ["name": "Joe"]], "{{#context}}Hi {{name}}.{{/context}}",
      writes: "Hi Joe."),
    SpecCase(
      "Parent contexts", ["a": "foo", "b": "wrong", "sec": ["b": "bar"], "c": ["d": "baz"]],
      "{{#sec}}{{a}}, {{b}}, {{c.d}}{{/sec}}", writes: "foo, bar, baz"),
    SpecCase(
      "Variable test", ["foo": "bar"], "{{#foo}}{{.}} is {{foo}}{{/foo}}", writes: "bar is bar"),
    SpecCase(
      "List contexts",
      [
        "tops": [
          [
            "tname": ["upper": "A", "lower": "a"],
            "middles": [["mname": "1", "bottoms": [["bname": "x"], ["bname": "y"]]]],
          ]
        ]
      ],
      "{{#tops}}{{#middles}}{{tname.lower}}{{mname}}.{{#bottoms}}{{tname.upper}}{{mname}}"
        + "{{bname}}.{{/bottoms}}{{/middles}}{{/tops}}",
      writes: "a1.A1x.A1y."),
    SpecCase(
      "Deeply nested contexts",
      [
        "a": ["one": 1], "b": ["two": 2],
        "c": ["three": 3, "d": ["four": 4, "five": 5]],
      ],
      """
      {{#a}}
      {{one}}
      {{#b}}
      {{one}}{{two}}{{one}}
      {{#c}}
      {{one}}{{two}}{{three}}{{two}}{{one}}
      {{#d}}
      {{one}}{{two}}{{three}}{{four}}{{three}}{{two}}{{one}}
      {{#five}}
      {{one}}{{two}}{{three}}{{four}}{{five}}{{four}}{{three}}{{two}}{{one}}
      {{one}}{{four}}{{.}}6{{.}}{{four}}{{one}}
      {{/five}}
      {{/d}}
      {{/c}}
      {{/b}}
      {{/a}}

      """, writes: "1\n121\n12321\n1234321\n123454321\n1456541\n"),
    SpecCase(
      "Doubled", ["bool": true, "two": "second"],
      "{{#bool}}\n* first\n{{/bool}}\n* {{two}}\n{{#bool}}\n* third\n{{/bool}}\n",
      writes: "* first\n* second\n* third\n"),
    SpecCase(
      "Nested, truthy", ["bool": true], "| A {{#bool}}B {{#bool}}C{{/bool}} D{{/bool}} E |",
      writes: "| A B C D E |"),
    SpecCase(
      "Nested, falsey", ["bool": false], "| A {{#bool}}B {{#bool}}C{{/bool}} D{{/bool}} E |",
      writes: "| A  E |"),
    SpecCase(
      "Context misses", "[{{#missing}}Found '{{missing}}'{{/missing}}]",
      fails: "template/unknown-name"),
    SpecCase(
      "Dotted names, truthy", ["a": ["b": ["c": true]]], "{{#a.b.c}}Here{{/a.b.c}}", writes: "Here"),
    SpecCase(
      "Dotted names, falsey", ["a": ["b": ["c": false]]], "\"{{#a.b.c}}Here{{/a.b.c}}\"",
      writes: "\"\""),
    SpecCase(
      "Dotted names, broken chain", ["a": [:]], "{{#a.b.c}}Here{{/a.b.c}}",
      fails: "template/unknown-name"),
    SpecCase(
      "Surrounding whitespace", yes, " | {{#boolean}}\t|\t{{/boolean}} | \n",
      writes: " | \t|\t | \n"),
    SpecCase(
      "Internal whitespace", yes,
      " | {{#boolean}} {{! Important Whitespace }}\n {{/boolean}} | \n", writes: " |  \n  | \n"),
    SpecCase(
      "Indented inline sections", yes,
      " {{#boolean}}YES{{/boolean}}\n {{#boolean}}GOOD{{/boolean}}\n", writes: " YES\n GOOD\n"),
    SpecCase(
      "Standalone lines", yes, "| This Is\n{{#boolean}}\n|\n{{/boolean}}\n| A Line\n",
      writes: "| This Is\n|\n| A Line\n"),
    SpecCase(
      "Indented standalone lines", yes,
      "| This Is\n  {{#boolean}}\t\n|\n  {{/boolean}} \n| A Line\n",
      writes: "| This Is\n|\n| A Line\n"),
    SpecCase(
      "Standalone line endings", yes, "|\r\n{{#boolean}}\r\n{{/boolean}}\r\n|", writes: "|\r\n|"),
    SpecCase(
      "Standalone without previous line", yes, "  {{#boolean}}\n#{{/boolean}}\n/",
      writes: "#\n/"),
    SpecCase(
      "Standalone without newline", yes, "#{{#boolean}}\n/\n  {{/boolean}}", writes: "#\n/\n"),
    SpecCase("Padding", yes, "|{{# boolean }}={{/ boolean }}|", writes: "|=|"),
  ]

  static let lists: [SpecCase] = [
    SpecCase(
      "List", ["list": [["item": 1], ["item": 2], ["item": 3]]], "{{#list}}{{item}}{{/list}}",
      writes: "123"),
    SpecCase("Empty list", ["list": []], "\"{{#list}}Yay!{{/list}}\"", writes: "\"\""),
    SpecCase(
      "Implicit iterator, text", ["list": ["a", "b", "c"]], "{{#list}}({{.}}){{/list}}",
      writes: "(a)(b)(c)"),
    SpecCase(
      "Implicit iterator, integer", ["list": [1, 2, -3]], "{{#list}}({{.}}){{/list}}",
      writes: "(1)(2)(-3)"),
    SpecCase(
      "Implicit iterator, array", ["list": [[1, 2, 3], ["a", "b"]]],
      "{{#list}}({{#.}}{{.}}{{/.}}){{/list}}", writes: "(123)(ab)"),
    SpecCase(
      "Implicit iterator, HTML escaping", ["list": ["&", "\"", "<", ">", "'"]],
      "{{#list}}({{.}}){{/list}}", writes: "(&amp;)(&quot;)(&lt;)(&gt;)(&#39;)"),
    SpecCase(
      "Implicit iterator, triple mustache", ["list": [.html(Array("<".utf8))]],
      "{{#list}}({{{.}}}{{&.}}){{/list}}", writes: "(<<)"),
    SpecCase(
      "Implicit iterator, root", [["value": "a"], ["value": "b"]], "{{#.}}({{value}}){{/.}}",
      writes: "(a)(b)"),
    SpecCase(
      "Standalone lines of a list", ["list": ["a", "b"]],
      "<ul>\n  {{#list}}\n  <li>{{.}}\n  {{/list}}\n</ul>\n",
      writes: "<ul>\n  <li>a\n  <li>b\n</ul>\n"),
    SpecCase(
      "A list of nothing", ["list": [.none, .none]], "{{#list}}-{{.}}{{/list}}", writes: "--"),
  ]
}
