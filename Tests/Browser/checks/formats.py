"""Feeds, sitemap, structured data, security.txt and manifest against their specifications."""

import hashlib
import json
import re
import xml.etree.ElementTree as XML
from datetime import date, datetime, timedelta, timezone
from urllib.parse import urlsplit

from bench import Bench
from editions import Edition

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
#: Types of schema.org and the properties that they have there, of those that one would use here.
SCHEMA = {
    "WebSite": {"name", "inLanguage", "publisher", "url", "description", "potentialAction"},
    "Organization": {"name", "url", "email"},
    "Report": {"headline", "description", "identifier", "inLanguage", "datePublished",
               "dateModified", "expires", "about", "publisher", "url", "isPartOf", "keywords",
               "spatialCoverage", "creativeWorkStatus"},
    "SearchAction": {"target", "query-input"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
}


def time_fault(text: str | None) -> str | None:
    """Why the text is no time of RFC 3339 with a zone; None where it is one."""
    if not text or not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)", text):
        return f"“{text}” is no time of RFC 3339"
    try:
        datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return f"“{text}” is no time"
    return None


def leads(edition: Edition, address: str) -> bool:
    """Whether an absolute address is that of a file of the edition."""
    if not address.startswith(edition.base):
        return False
    path = urlsplit(address).path.removeprefix(edition.prefix)
    return (path + "index.html" if path.endswith("/") or not path else path) in edition.files


def atom(edition: Edition, file: str) -> list[str]:
    """RFC 4287, 4.1.1 and 4.1.2."""
    feed = XML.parse(edition.folder / file).getroot()
    found = [] if feed.tag == f"{ATOM}feed" else [f"the root is {feed.tag}"]
    ids = []
    for element in [feed, *feed.findall(f"{ATOM}entry")]:
        for name in ["id", "title", "updated"]:
            given = element.findall(f"{ATOM}{name}")
            if len(given) != 1 or not (given[0].text or "").strip():
                found.append(f"{len(given)} × {name} in {element.tag}")
        for name in ["updated", "published"]:
            for stamp in element.findall(f"{ATOM}{name}"):
                if fault := time_fault(stamp.text):
                    found.append(fault)
        ids.append(element.findtext(f"{ATOM}id"))
        links = {link.get("rel", "alternate"): link.get("href", "")
                 for link in element.findall(f"{ATOM}link")}
        found += [f"{rel} {href} leads nowhere" for rel, href in links.items()
                  if not leads(edition, href)]
        if element is feed and links.get("self") != edition.base + file:
            found.append(f"rel=self is {links.get('self')}")
        if element is not feed and "alternate" not in links:
            found.append("an entry without an alternate link")
        if element is not feed and not (element.findtext(f"{ATOM}summary") or "").strip():
            found.append(f"{element.findtext(f'{ATOM}id')} has no summary")
    if not feed.findtext(f"{ATOM}author/{ATOM}name"):
        found.append("no author of the feed")
    if len(ids) != len(set(ids)):
        found.append("an id stands twice")
    return found


def json_feed(edition: Edition, file: str) -> list[str]:
    """https://www.jsonfeed.org/version/1.1/"""
    feed = json.loads((edition.folder / file).read_bytes())
    found = []
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        found.append(f"version {feed.get('version')}")
    if not isinstance(feed.get("title"), str) or not isinstance(feed.get("items"), list):
        return found + ["no title or no items"]
    if feed.get("feed_url") != edition.base + file:
        found.append(f"feed_url is {feed.get('feed_url')}")
    if not leads(edition, feed.get("home_page_url", "")):
        found.append("home_page_url leads nowhere")
    if "author" in feed:
        found.append("author is of version 1.0")
    ids = [item.get("id") for item in feed["items"]]
    if len(ids) != len(set(ids)) or not all(isinstance(name, str) and name for name in ids):
        found.append("an id is missing or stands twice")
    for item in feed["items"]:
        if not isinstance(item.get("content_text", item.get("content_html")), str):
            found.append(f"{item.get('id')} has no content")
        if not leads(edition, item.get("url", "")):
            found.append(f"{item.get('url')} leads nowhere")
        for name in ["date_published", "date_modified"]:
            if name in item and (fault := time_fault(item[name])):
                found.append(fault)
    return found


def sitemap(edition: Edition, file: str) -> list[str]:
    """The pages of the map are the pages of the edition, each once."""
    root = XML.parse(edition.folder / file).getroot()
    listed = [element.text or "" for element in root.findall(f"{SITEMAP}url/{SITEMAP}loc")]
    pages = {page.address for page in edition.pages if page.document.all("link", rel="canonical")}
    # The choice of language is an address of its own in no language.
    pages.discard(edition.base)
    found = [f"{address} is listed and is no page" for address in sorted(set(listed) - pages)
             if address != edition.base]
    found += [f"{address} is a page and not listed" for address in sorted(pages - set(listed))
              if not address.endswith(("/search/",))]
    if len(listed) != len(set(listed)):
        found.append("an address is listed twice")
    for element in root.findall(f"{SITEMAP}url/{SITEMAP}lastmod"):
        try:
            date.fromisoformat(element.text or "")
        except ValueError:
            found.append(f"“{element.text}” is no date")
    return found


def security(edition: Edition, file: str) -> list[str]:
    """RFC 9116, 2.4 and 2.5."""
    raw = (edition.folder / file).read_bytes().decode("utf-8")
    fields: dict[str, list[str]] = {}
    for line in raw.splitlines():
        if line and not line.startswith("#"):
            name, _, value = line.partition(": ")
            fields.setdefault(name.lower(), []).append(value)
    found = [f"{name} stands {len(fields.get(name, []))} times"
             for name in ["expires", "preferred-languages"] if len(fields.get(name, [])) != 1]
    if not fields.get("contact") or not all(
            value.startswith(("https://", "mailto:", "tel:")) for value in fields["contact"]):
        found.append("no contact that is an address")
    expires = fields.get("expires", [""])[0]
    if fault := time_fault(expires):
        found.append(fault)
    else:
        until = datetime.fromisoformat(expires.replace("Z", "+00:00"))
        left = until - datetime.now(timezone.utc)
        if not timedelta() < left < timedelta(days=366):
            found.append(f"expires {expires}")
    if "canonical" in fields and fields["canonical"] != [
            edition.base + ".well-known/security.txt"]:
        found.append(f"canonical is {fields['canonical']}")
    unknown = set(fields) - {"contact", "expires", "preferred-languages", "canonical", "encryption",
                             "acknowledgments", "policy", "hiring"}
    return found + [f"unknown field {name}" for name in sorted(unknown)]


def linked_data(value, inside: bool = False) -> list[str]:
    """Types and properties of schema.org, nothing empty."""
    if isinstance(value, list):
        return [fault for element in value for fault in linked_data(element, inside)]
    if not isinstance(value, dict):
        return [] if value not in ("", None) else ["an empty value"]
    kind = value.get("@type")
    found = [] if kind in SCHEMA else [f"type {kind}"]
    if not inside and value.get("@context") != "https://schema.org":
        found.append(f"context {value.get('@context')}")
    for name, part in value.items():
        if name.startswith("@"):
            continue
        if name not in SCHEMA.get(kind, set()):
            found.append(f"{kind} has no property {name}")
        if name.startswith("date") or name == "expires":
            try:
                date.fromisoformat(part)
            except ValueError:
                found.append(f"{name} is {part}")
        found += linked_data(part, True)
    return found


def manifest(edition: Edition, file: str) -> list[str]:
    listed = json.loads((edition.folder / file).read_bytes())["files"]
    names = [entry["path"] for entry in listed]
    found = [f"{name} is listed and not there, or the other way round"
             for name in sorted(set(names) ^ (edition.files - {"manifest.json"}))]
    for entry in listed:
        contents = (edition.folder / entry["path"]).read_bytes()
        if hashlib.sha256(contents).hexdigest() != entry["sha256"] or len(contents) != entry["size"]:
            found.append(f"{entry['path']} is not as listed")
    return found


def search_description(edition: Edition, file: str) -> list[str]:
    """OpenSearch 1.1, draft 6."""
    root = XML.parse(edition.folder / file).getroot()
    found = [] if root.tag == f"{SEARCH}OpenSearchDescription" else [f"the root is {root.tag}"]
    name = root.findtext(f"{SEARCH}ShortName") or ""
    if not 0 < len(name) <= 16:
        found.append(f"ShortName “{name}” has {len(name)} characters, not 1 to 16")
    if not root.findtext(f"{SEARCH}Description"):
        found.append("no Description")
    if not any("{searchTerms}" in url.get("template", "") for url in root.findall(f"{SEARCH}Url")):
        found.append("no Url with {searchTerms}")
    return found


def of_file(edition: Edition, file: str) -> list[str]:
    name = file.rsplit("/", 1)[-1]
    kinds = {"feed.xml": atom, "feed.json": json_feed, "opensearch.xml": search_description,
             "sitemap.xml": sitemap, "security.txt": security, "manifest.json": manifest}
    try:
        if name in kinds:
            return kinds[name](edition, file)
        if name.endswith(".json"):
            json.loads((edition.folder / file).read_bytes())
        elif name.endswith((".xml", ".svg")):
            XML.parse(edition.folder / file)
    except (XML.ParseError, json.JSONDecodeError) as error:
        return [f"cannot be read: {error}"]
    return []


def of_edition(edition: Edition) -> list[str]:
    found = [f"{edition.name}/{file}: {fault}"
             for file in sorted(edition.files) for fault in of_file(edition, file)]
    for page in edition.pages:
        for block in page.document.linked_data:
            try:
                faults = linked_data(json.loads(block))
            except json.JSONDecodeError as error:
                faults = [f"cannot be read: {error}"]
            found += [f"{page}: {fault}" for fault in faults]
    return found


async def check(bench: Bench) -> list[str]:
    found = [fault for edition in bench.editions for fault in of_edition(edition)]
    bench.figures["formats"] = f"{sum(len(edition.files) for edition in bench.editions)} files"
    return found
