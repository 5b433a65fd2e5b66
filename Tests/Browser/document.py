"""A page as its bytes say it is: read with Python's own parser, without a browser."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

LINKS = {"a": "href", "link": "href", "img": "src", "script": "src", "form": "action"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    line: int


@dataclass
class Document:
    """Elements in their order, ids, and what stands in JSON-LD blocks."""

    elements: list[Element] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    linked_data: list[str] = field(default_factory=list)
    language: str = ""

    def links(self) -> list[tuple[Element, str]]:
        """Every address that the page refers to, with the element that does."""
        return [
            (element, element.attributes[LINKS[element.tag]])
            for element in self.elements
            if LINKS.get(element.tag, "") in element.attributes
        ]

    def all(self, tag: str, **attributes: str) -> list[Element]:
        return [
            element
            for element in self.elements
            if element.tag == tag
            and all(element.attributes.get(name) == value for name, value in attributes.items())
        ]

    def shapes(self) -> set[str]:
        """What the page is built of: its elements, each with each of its classes and its role."""
        found = set()
        for element in self.elements:
            words = element.attributes.get("class", "").split()
            words.append(element.attributes.get("role", ""))
            found.update(f"{element.tag}.{word}" for word in words)
        return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.document = Document()
        self.in_linked_data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.document.elements.append(Element(tag, attributes, self.getpos()[0]))
        if "id" in attributes:
            self.document.ids.add(attributes["id"])
        if tag == "html":
            self.document.language = attributes.get("lang", "")
        self.in_linked_data = attributes.get("type") == "application/ld+json"
        if self.in_linked_data:
            self.document.linked_data.append("")

    def handle_endtag(self, tag: str) -> None:
        self.in_linked_data = False

    def handle_data(self, data: str) -> None:
        if self.in_linked_data:
            self.document.linked_data[-1] += data


def parse(html: str) -> Document:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.document
