"""The built editions of a publication: their pages, and which of them stand for all."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from urllib.parse import quote, urlsplit

from document import Document, parse


@dataclass(frozen=True)
class Page:
    """A page of an edition; `path` is its address without the leading slash, `query` what the
    search page is asked."""

    edition: "Edition"
    path: str
    file: Path
    query: str = ""

    @cached_property
    def html(self) -> str:
        return self.file.read_text("utf-8")

    @cached_property
    def document(self) -> Document:
        return parse(self.html)

    @property
    def address(self) -> str:
        """Where the page is shown; for the page of addresses that lead nowhere one of those, deep
        enough that an address that counts on its own place would fail."""
        if self.path == "404.html":
            return self.edition.base + "no/such/page"
        return self.edition.base + self.path + (f"?q={quote(self.query)}" if self.query else "")

    @property
    def kind(self) -> str:
        """The address with names of languages and ids replaced: `*/topics/*/`."""
        parts = self.path.rstrip("/").split("/")
        known = {"briefings", "archive", "about", "withheld", "search", "404.html", ""}
        known |= {"topics", "sectors", "regions", "glossary", "changes"}
        return "/".join(part if part in known else "*" for part in parts)

    def __str__(self) -> str:
        return f"{self.edition.name}/{self.path}" + (f"?q={self.query}" if self.query else "")


@dataclass(frozen=True)
class Edition:
    """One folder of `site/`, and the address that it says it has."""

    name: str
    folder: Path

    @cached_property
    def base(self) -> str:
        """Where the edition is served: its base-url, or an address of the test's where it has
        none."""
        found = re.search(r'rel="canonical" href="([^"]*)"', self.home.read_text("utf-8"))
        if not found:
            return f"https://{re.sub('[^a-z0-9]', '-', self.name.lower())}.edition.test/"
        return f"https://{urlsplit(found.group(1)).netloc}{urlsplit(found.group(1)).path}"

    @property
    def prefix(self) -> str:
        """The path of the edition on its server: a slash, or a folder with one at both ends."""
        return urlsplit(self.base).path

    @property
    def home(self) -> Path:
        return self.folder / "index.html"

    @property
    def host(self) -> str:
        return urlsplit(self.base).hostname or ""

    @cached_property
    def pages(self) -> list[Page]:
        pages = []
        for file in sorted(self.folder.rglob("*.html")):
            path = file.relative_to(self.folder).as_posix()
            pages.append(Page(self, path.removesuffix("index.html"), file))
        return pages

    @cached_property
    def files(self) -> set[str]:
        """Every file, relative to the edition's folder."""
        return {
            file.relative_to(self.folder).as_posix()
            for file in self.folder.rglob("*")
            if file.is_file()
        }

    @cached_property
    def banner(self) -> bool:
        return 'class="banner' in self.home.read_text("utf-8")

    @cached_property
    def samples(self) -> list[Page]:
        """The fewest pages that show everything there is: in each language each kind of page, and
        each element with each class that any page has."""
        return [
            page for language in sorted({page.document.language for page in self.pages})
            for page in cover([page for page in self.pages if page.document.language == language])
        ]

    @cached_property
    def results(self) -> list[Page]:
        """In each language the search page with what it finds for a word of the edition's own."""
        found = []
        for page in self.pages:
            if page.kind != "*/search":
                continue
            titles = re.findall(
                r"<h1>([^<]*)</h1>",
                "".join(other.html for other in self.pages if other.kind == "*/briefings/*"
                        and other.document.language == page.document.language))
            if words := re.findall(r"\b\w{5,25}\b", " ".join(titles)):
                word = max(sorted(set(words)), key=lambda word: (words.count(word), len(word)))
                found.append(replace(page, query=word))
        return found


def cover(pages: list[Page]) -> list[Page]:
    """The fewest of the pages that show each kind, and each element with each class."""
    shapes = {page: page.document.shapes() | {page.kind} for page in pages}
    missing, chosen = set().union(*shapes.values()), []
    while missing:
        best = max(pages, key=lambda page: (len(shapes[page] & missing), str(page)))
        chosen.append(best)
        missing -= shapes[best]
    return chosen


def editions(site: Path) -> list[Edition]:
    """The editions in an output folder of `tearline build`."""
    return [
        Edition(folder.name, folder)
        for folder in sorted(site.iterdir())
        if (folder / "manifest.json").is_file()
    ]
