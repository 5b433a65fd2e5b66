"""Every address on every page: what is inside the edition exists, and is reached from its home; none
leads to another edition."""

import re
from urllib.parse import unquote, urljoin, urlsplit

from bench import Bench
from editions import Edition, Page

OUTSIDE = {"https", "http", "mailto", "tel"}
REFERENCES = {"a", "img", "form"}


def target(edition: Edition, page: Page, address: str) -> tuple[str | None, str]:
    """The file that an address leads to, None where it leads out of the edition; the fragment."""
    if address.startswith("#"):
        return page.file.relative_to(edition.folder).as_posix(), unquote(address[1:])
    whole = urlsplit(urljoin(page.address, address))
    if not f"{whole.scheme}://{whole.netloc}{whole.path}".startswith(edition.base):
        return None, ""
    path = unquote(whole.path).removeprefix(edition.prefix)
    if path == "" or path.endswith("/"):
        path += "index.html"
    return path, unquote(whole.fragment)


def of_page(
    edition: Edition, page: Page, ids: dict[str, set[str]], others: set[str]
) -> list[str]:
    found = []
    for element, address in page.document.links():
        path, fragment = target(edition, page, address)
        where = f"{page}:{element.line}: {element.tag} “{address}”"
        if path is None:
            whole = urlsplit(urljoin(page.address, address))
            scheme = whole.scheme
            if whole.hostname in others:
                found.append(f"{where} leads to another edition")
            elif scheme not in OUTSIDE:
                found.append(f"{where} has the scheme {scheme}")
            elif element.tag not in {"a", "form"}:
                found.append(f"{where} leads to another host")
        elif path not in edition.files:
            found.append(f"{where} leads nowhere")
        elif fragment and path in ids and fragment not in ids[path]:
            found.append(f"{where} has no such anchor")
    return found


def unreached(edition: Edition) -> list[str]:
    """Pages that no chain of links from the home page leads to."""
    by_file = {page.file.relative_to(edition.folder).as_posix(): page for page in edition.pages}
    seen, waiting = set(), ["index.html"]
    while waiting:
        file = waiting.pop()
        if file in seen or file not in by_file:
            continue
        seen.add(file)
        page = by_file[file]
        for element, address in page.document.links():
            path, _ = target(edition, page, address)
            if path is not None and element.tag in REFERENCES:
                waiting.append(path)
    return [
        f"{page}: no link from the home page leads here"
        for file, page in by_file.items()
        if file not in seen and file != "404.html"
    ]


def of_styles(edition: Edition) -> list[str]:
    return [
        f"{edition.name}/{file}: url({address})"
        for file in sorted(edition.files) if file.endswith(".css")
        for address in re.findall(r"url\(([^)]*)\)", (edition.folder / file).read_text("utf-8"))
        if not address.strip("'\"").startswith("#")
    ]


async def check(bench: Bench) -> list[str]:
    found, links = [], 0
    for edition in bench.editions:
        others = {other.host for other in bench.editions if other is not edition}
        ids = {
            page.file.relative_to(edition.folder).as_posix(): page.document.ids
            for page in edition.pages
        }
        for page in edition.pages:
            links += len(page.document.links())
            found += of_page(edition, page, ids, others)
        found += unreached(edition) + of_styles(edition)
    bench.figures["links"] = f"{links} links on {len(bench.pages)} pages"
    return found
