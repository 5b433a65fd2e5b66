"""What the servers of `docs/servers/` answer: status, media type, headers, the same from each."""

import tempfile
from pathlib import Path

import servers
from bench import Bench
from editions import Edition
from web import get

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
HEADERS = {
    "content-security-policy": POLICY,
    "strict-transport-security": "max-age=63072000; includeSubDomains",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "permissions-policy":
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".gif": "image/gif",
    "sitemap.xml": "application/xml; charset=utf-8",
    "feed.xml": "application/atom+xml; charset=utf-8",
    "feed.json": "application/feed+json",
    "opensearch.xml": "application/opensearchdescription+xml; charset=utf-8",
}
FOR_EVER, ASK = "public, max-age=31536000, immutable", "no-cache"


def media_type(file: str) -> str:
    name = file.rsplit("/", 1)[-1]
    return TYPES.get(name) or TYPES["." + name.rsplit(".", 1)[-1]]


def one_of_each(edition: Edition) -> list[str]:
    """A file of each media type."""
    chosen: dict[str, str] = {}
    for file in sorted(edition.files):
        chosen.setdefault(media_type(file) + file.split("/")[0] * file.startswith("assets"), file)
    return sorted(chosen.values())


def of_server(name: str, server: servers.Server) -> list[str]:
    found = []

    def expect(path: str, status: int, wanted: dict[str, str]) -> None:
        answer = get(server, path)
        where = f"{name}: {server.edition.name}: /{path.lstrip('/')}"
        if answer.status != status:
            found.append(f"{where} answers {answer.status}, not {status}")
        for header, value in wanted.items():
            given = answer.headers.get(header, "nothing").replace("; charset=UTF-8", "; charset=utf-8")
            # Apache and Caddy give pictures in SVG the charset too; it says the same.
            if header == "content-type" and value == "image/svg+xml":
                given = given.removesuffix("; charset=utf-8")
            if given != value:
                found.append(f"{where} has {header}: {given}, not {value}")

    for file in one_of_each(server.edition):
        cache = FOR_EVER if file.startswith("assets/") else ASK
        expect("/" + file, 200, HEADERS | {"content-type": media_type(file), "cache-control": cache})
    page = HEADERS | {"content-type": TYPES[".html"], "cache-control": ASK}
    missing = page | {"cache-control": ASK}
    expect("/", 200, page)
    for path in ["/none", "/en/none/", "/assets/", "/assets/none.css", "/.well-known/", "/.git/"]:
        expect(path, 404, missing)
    folder = next(page.path for page in server.edition.pages if page.path.count("/") > 1)
    answer = get(server, "/" + folder.rstrip("/"))
    if answer.status not in {301, 308} or not answer.headers.get("location", "").endswith(
            "/" + folder):
        found.append(f"{name}: /{folder.rstrip('/')} does not lead to /{folder}")
    if get(server, "/").headers.get("content-encoding") != "gzip":
        found.append(f"{name}: / is not compressed")
    if any(character.isdigit() for character in answer.headers.get("server", "")):
        found.append(f"{name}: tells its version")
    return found


async def check(bench: Bench) -> list[str]:
    # The snippets are for one edition on one server; one in a folder of a server is not theirs.
    whole = [edition for edition in bench.editions if edition.prefix == "/"]
    found = [finding for edition in whole
             for finding in of_server("nginx", bench.servers[edition.name])]
    tried = ["nginx"]
    with tempfile.TemporaryDirectory(prefix="tearline-servers-") as folder:
        for kind in ["apache2", "caddy"] if whole else []:
            server = servers.start(kind, whole[0], Path(folder))
            try:
                found += of_server(kind, server)
            finally:
                server.stop()
            tried.append(kind)
    bench.figures["headers"] = ", ".join(tried)
    return found
