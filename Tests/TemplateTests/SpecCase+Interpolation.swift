import Template

extension SpecCase {
  private static let nested: Value = [
    "a": ["one": 1], "b": ["two": 2], "person": ["name": "Joe"],
  ]
  private static let chain: Value = [
    "a": ["b": ["c": ["d": ["e": ["name": "Phil"]]]]], "b": ["c": ["d": ["e": ["name": "Wrong"]]]],
  ]

  static let interpolation: [SpecCase] = [
    SpecCase(
      "No interpolation", "Hello from {Mustache}!\n", writes: "Hello from {Mustache}!\n"),
    SpecCase(
      "Basic interpolation", ["subject": "world"], "Hello, {{subject}}!\n",
      writes: "Hello, world!\n"),
    SpecCase(
      "No re-interpolation", ["template": "{{planet}}", "planet": "Earth"],
      "{{template}}: {{planet}}", writes: "{{planet}}: Earth"),
    SpecCase(
      "HTML escaping", ["forbidden": "& \" < >"], "These: {{forbidden}}\n",
      writes: "These: &amp; &quot; &lt; &gt;\n"),
    SpecCase(
      "Triple mustache takes HTML", ["allowed": .html(Array("& \" < >".utf8))],
      "These: {{{allowed}}}\n", writes: "These: & \" < >\n"),
    SpecCase(
      "Ampersand takes HTML", ["allowed": .html(Array("& \" < >".utf8))],
      "These: {{&allowed}}\n", writes: "These: & \" < >\n"),
    SpecCase(
      "HTML is not escaped again", ["allowed": .html(Array("<b>".utf8))], "{{allowed}}",
      writes: "<b>"),
    SpecCase(
      "Triple mustache refuses text", ["text": "<"], "{{{text}}}", fails: "template/wrong-type"),
    SpecCase("Ampersand refuses text", ["text": "<"], "{{&text}}", fails: "template/wrong-type"),
    SpecCase(
      "Basic integer interpolation", ["mph": 85], "\"{{mph}} miles an hour!\"",
      writes: "\"85 miles an hour!\""),
    SpecCase(
      "Triple mustache refuses an integer", ["mph": 85], "{{{mph}}}", fails: "template/wrong-type"),
    SpecCase("Zero", ["n": 0], "{{n}}", writes: "0"),
    SpecCase(
      "Lowest integer", ["n": .number(.min)], "{{n}}", writes: "-9223372036854775808"),
    SpecCase(
      "Basic null interpolation", ["no": .none], "I ({{no}}) be seen!", writes: "I () be seen!"),
    SpecCase("Triple null", ["no": .none], "I ({{{no}}}) be seen!", writes: "I () be seen!"),
    SpecCase("Ampersand null", ["no": .none], "I ({{&no}}) be seen!", writes: "I () be seen!"),
    SpecCase("Flags", ["a": true, "b": false], "{{a}} {{b}}", writes: "true false"),
    SpecCase("Basic context miss", "I ({{cannot}}) be seen!", fails: "template/unknown-name"),
    SpecCase("Triple context miss", "I ({{{cannot}}}) be seen!", fails: "template/unknown-name"),
    SpecCase("Ampersand context miss", "I ({{&cannot}})", fails: "template/unknown-name"),
    SpecCase(
      "Dotted names, basic", nested, "\"{{person.name}}\" == \"{{#person}}{{name}}{{/person}}\"",
      writes: "\"Joe\" == \"Joe\""),
    SpecCase("Dotted names, arbitrary depth", chain, "{{a.b.c.d.e.name}}", writes: "Phil"),
    SpecCase(
      "Dotted names, broken chain", ["a": [:]], "{{a.b.c}}", fails: "template/unknown-name"),
    SpecCase(
      "Dotted names, broken chain resolution", ["a": ["b": [:]], "c": ["name": "Jim"]],
      "{{a.b.c.name}}", fails: "template/unknown-name"),
    SpecCase(
      "Dotted names, initial resolution", chain, "{{#a}}{{b.c.d.e.name}}{{/a}}", writes: "Phil"),
    SpecCase(
      "Dotted names, context precedence", ["a": ["b": [:]], "b": ["c": "ERROR"]],
      "{{#a}}{{b.c}}{{/a}}", fails: "template/unknown-name"),
    SpecCase(
      "Dotted names are never single keys", ["a.b": "c"], "{{a.b}}", fails: "template/unknown-name"),
    SpecCase(
      "Dotted names, no masking", ["a.b": "c", "a": ["b": "d"]], "{{a.b}}", writes: "d"),
    SpecCase("Implicit iterator, basic", "world", "Hello, {{.}}!", writes: "Hello, world!"),
    SpecCase(
      "Implicit iterator, HTML escaping", "& \" < >", "These: {{.}}",
      writes: "These: &amp; &quot; &lt; &gt;"),
    SpecCase(
      "Implicit iterator, triple mustache", .html(Array("<".utf8)), "{{{.}}}", writes: "<"),
    SpecCase("Implicit iterator, integer", 85, "\"{{.}} miles\"", writes: "\"85 miles\""),
    SpecCase(
      "Surrounding whitespace", ["string": "---"], "| {{string}} |", writes: "| --- |"),
    SpecCase(
      "Interpolation is never standalone", ["string": "---"], "  {{string}}\n", writes: "  ---\n"),
    SpecCase("Padding", ["string": "---"], "|{{ string }}|", writes: "|---|"),
    SpecCase(
      "Triple mustache with padding", ["string": .html(Array("---".utf8))],
      "|{{{ string }}}|{{& string }}|", writes: "|---|---|"),
    SpecCase("A brace behind a tag", ["a": "x"], "{ {{a}}} }}", writes: "{ x} }}"),
  ]
}
