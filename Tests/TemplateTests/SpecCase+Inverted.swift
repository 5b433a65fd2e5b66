import Template

extension SpecCase {
  private static let no: Value = ["boolean": false]

  static let inverted: [SpecCase] = [
    SpecCase("Falsey", no, "{{^boolean}}This{{/boolean}}", writes: "This"),
    SpecCase("Truthy", ["boolean": true], "\"{{^boolean}}This{{/boolean}}\"", writes: "\"\""),
    SpecCase("Null is falsey", ["null": .none], "{{^null}}This{{/null}}", writes: "This"),
    SpecCase(
      "Context", ["context": ["name": "Joe"]], "\"{{^context}}Hi {{name}}.{{/context}}\"",
      writes: "\"\""),
    SpecCase("List", ["list": [["n": 1]]], "\"{{^list}}{{n}}{{/list}}\"", writes: "\"\""),
    SpecCase("Empty list", ["list": []], "{{^list}}Yay!{{/list}}", writes: "Yay!"),
    SpecCase(
      "Doubled", ["bool": false, "two": "second"],
      "{{^bool}}\n* first\n{{/bool}}\n* {{two}}\n{{^bool}}\n* third\n{{/bool}}\n",
      writes: "* first\n* second\n* third\n"),
    SpecCase(
      "Nested, falsey", ["bool": false], "| A {{^bool}}B {{^bool}}C{{/bool}} D{{/bool}} E |",
      writes: "| A B C D E |"),
    SpecCase(
      "Nested, truthy", ["bool": true], "| A {{^bool}}B {{^bool}}C{{/bool}} D{{/bool}} E |",
      writes: "| A  E |"),
    SpecCase("Context misses", "{{^missing}}none{{/missing}}", fails: "template/unknown-name"),
    SpecCase(
      "Dotted names, truthy", ["a": ["b": true]], "\"{{^a.b}}Not{{/a.b}}\"", writes: "\"\""),
    SpecCase("Dotted names, falsey", ["a": ["b": false]], "{{^a.b}}Not{{/a.b}}", writes: "Not"),
    SpecCase(
      "Dotted names, broken chain", ["a": [:]], "{{^a.b.c}}Not{{/a.b.c}}",
      fails: "template/unknown-name"),
    SpecCase(
      "Surrounding whitespace", no, " | {{^boolean}}\t|\t{{/boolean}} | \n",
      writes: " | \t|\t | \n"),
    SpecCase(
      "Internal whitespace", no,
      " | {{^boolean}} {{! Important Whitespace }}\n {{/boolean}} | \n", writes: " |  \n  | \n"),
    SpecCase(
      "Indented inline sections", no, " {{^boolean}}NO{{/boolean}}\n {{^boolean}}WAY{{/boolean}}\n",
      writes: " NO\n WAY\n"),
    SpecCase(
      "Standalone lines", no, "| This Is\n{{^boolean}}\n|\n{{/boolean}}\n| A Line\n",
      writes: "| This Is\n|\n| A Line\n"),
    SpecCase(
      "Standalone indented lines", no,
      "| This Is\n  {{^boolean}}\n|\n  {{/boolean}}\n| A Line\n",
      writes: "| This Is\n|\n| A Line\n"),
    SpecCase(
      "Standalone line endings", no, "|\r\n{{^boolean}}\r\n{{/boolean}}\r\n|", writes: "|\r\n|"),
    SpecCase(
      "Standalone without previous line", no, "  {{^boolean}}\n^{{/boolean}}\n/", writes: "^\n/"),
    SpecCase(
      "Standalone without newline", no, "^{{^boolean}}\n/\n  {{/boolean}}", writes: "^\n/\n"),
    SpecCase("Padding", no, "|{{^ boolean }}={{/ boolean }}|", writes: "|=|"),
    SpecCase(
      "It opens no context", ["a": .none, "b": ["a": .none, "c": "x"]],
      "{{#b}}{{^a}}{{c}}{{/a}}{{/b}}", writes: "x"),
  ]
}
