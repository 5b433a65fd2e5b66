import Template

extension SpecCase {
  static let partials: [SpecCase] = [
    SpecCase(
      "Basic behaviour", "\"{{>text}}\"", ["text": "from partial"], writes: "\"from partial\""),
    SpecCase("Failed lookup", "\"{{>text}}\"", fails: "template/unknown-template"),
    SpecCase(
      "Context", ["text": "content"], "\"{{>partial}}\"", ["partial": "*{{text}}*"],
      writes: "\"*content*\""),
    SpecCase(
      "Recursion", ["content": "X", "nodes": [["content": "Y", "nodes": []]]], "{{>node}}",
      ["node": "{{content}}<{{#nodes}}{{>node}}{{/nodes}}>"], writes: "X<Y<>>"),
    SpecCase(
      "Nested", ["a": "hello", "b": "world"], "{{>outer}}",
      ["outer": "*{{a}} {{>inner}}*", "inner": "{{b}}!"], writes: "*hello world!*"),
    SpecCase(
      "Surrounding whitespace", "| {{>partial}} |", ["partial": "\t|\t"], writes: "| \t|\t |"),
    SpecCase(
      "Inline indentation", ["data": "|"], "  {{data}}  {{> partial}}\n", ["partial": ">\n>"],
      writes: "  |  >\n>\n"),
    SpecCase(
      "Standalone line endings", "|\r\n{{>partial}}\r\n|", ["partial": ">"], writes: "|\r\n>|"),
    SpecCase(
      "Standalone without previous line", "  {{>partial}}\n>", ["partial": ">\n>"],
      writes: "  >\n  >>"),
    SpecCase(
      "Standalone without newline", ">\n  {{>partial}}", ["partial": ">\n>"],
      writes: ">\n  >\n  >"),
    SpecCase(
      "Standalone indentation", ["content": .html(Array("<\n->".utf8))],
      "\\\n {{>partial}}\n/\n", ["partial": "|\n{{{content}}}\n|\n"],
      writes: "\\\n |\n <\n->\n |\n/\n"),
    SpecCase(
      "Indentation adds up", ["x": "1"], "a\n  {{>outer}}\nb\n",
      ["outer": "o\n  {{>inner}}\no\n", "inner": "{{x}}\n{{x}}{{x}}\n"],
      writes: "a\n  o\n    1\n    11\n  o\nb\n"),
    SpecCase(
      "Standalone lines in an indented partial", ["list": ["x", "y"]], "  {{>rows}}\n",
      ["rows": "{{#list}}\n{{.}}\n{{/list}}\nend\n"], writes: "  x\n  y\n  end\n"),
    SpecCase(
      "Sections on a line of an indented partial", ["list": ["x", "y"]], "  {{>rows}}\n",
      ["rows": "{{#list}}{{.}}{{/list}}\nend\n"], writes: "  xy\n  end\n"),
    SpecCase(
      "Padding whitespace", ["boolean": true], "|{{> partial }}|", ["partial": "[]"],
      writes: "|[]|"),
    SpecCase(
      "Names with folders", "{{>partials/banner}}", ["partials/banner": "!"], writes: "!"),
  ]
}
