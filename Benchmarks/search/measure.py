#!/usr/bin/env python3
"""Measures the search beside Pagefind, in a real browser, on the corpus of corpus.py.

    measure.py CORPUS --tearline PATH [--pagefind PATH] [--chromium PATH]

Builds the site, lets Pagefind index a copy of it (the briefings' pages alone), and asks both every
query of the corpus, each with an empty cache: how many bytes the query takes, how long it is until
the first result stands on the page, and at which place the right briefing is. Needs `playwright`,
`pagefind` and `pagefind-bin` from PyPI and a Chromium.
"""
import argparse
import gzip
import http.server
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading

from playwright.sync_api import sync_playwright

PAGEFIND_PAGE = """<!doctype html><html lang="{language}"><meta charset="utf-8"><title>Pagefind</title>
<ol id="_results"></ol><script type="module">
const query = new URLSearchParams(location.search).get('q');
const pagefind = await import('/pagefind/pagefind.js');
const found = await pagefind.search(query);
const list = document.querySelector('ol');
const rows = await Promise.all(found.results.slice(0, 10).map((result) => result.data()));
for (const row of rows) {{
  const item = document.createElement('li');
  item.innerHTML = `<a href="${{row.url}}">${{row.meta.title}}</a><p>${{row.excerpt}}</p>`;
  list.append(item);
}}
document.title = 'ready';
window.more = async (start) => {{
  const rows = await Promise.all(found.results.slice(start, start + 10).map((result) => result.data()));
  return rows.map((row) => row.url);
}};
</script>"""


class Server(http.server.ThreadingHTTPServer):
    """Serves a folder, counts what it sends, and compresses text as web servers do."""

    def __init__(self, folder):
        self.folder, self.sent, self.requests = pathlib.Path(folder), 0, 0
        self.raw, self.compresses = 0, True
        super().__init__(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.server_address[1]}"

    def reset(self):
        self.sent = self.raw = self.requests = 0


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    TYPES = {".html": "text/html", ".js": "text/javascript", ".json": "application/json",
             ".css": "text/css", ".svg": "image/svg+xml", ".wasm": "application/wasm"}
    cache = {}

    def do_GET(self):
        path = self.path.split("?")[0]
        file = self.server.folder / path.lstrip("/")
        if path.endswith("/"):
            file = file / "index.html"
        if not file.is_file():
            self.send_error(404)
            return
        kind = self.TYPES.get(file.suffix, "application/octet-stream")
        if file not in self.cache:
            body = file.read_bytes()
            self.cache[file] = (body, gzip.compress(body, 6))
        raw, packed = self.cache[file]
        is_text = kind.startswith("text") or kind == "application/json" or kind.endswith("xml")
        body = packed if is_text else raw
        # What every page of a site needs is no part of a query.
        if file.suffix in {".json", ".pf_meta", ".pf_index", ".pf_fragment", ".pagefind"} or "pagefind" in path:
            self.server.sent += len(body)
            self.server.raw += len(raw)
            self.server.requests += 1
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if is_text:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def rank_here(page, slug):
    for start in range(0, 50, 10):
        links = page.eval_on_selector_all("#_results a", "links => links.map(a => a.href)")
        for place, link in enumerate(links, 1):
            if slug in link:
                return place
        button = page.query_selector("#_results + button")
        if not button:
            return None
        button.click()
        page.wait_for_function(f"document.querySelectorAll('#_results li').length > {start + 10}"
                               " || !document.querySelector('#_results + button')")
    return None


def rank_pagefind(page, slug):
    links = page.eval_on_selector_all("#_results a", "links => links.map(a => a.getAttribute('href'))")
    for start in range(10, 60, 10):
        for place, link in enumerate(links, 1):
            if slug in link:
                return place
        links += page.evaluate(f"window.more({start})")
    return None


def ask(browser, server, address, is_ready, rank, slug):
    context = browser.new_context()
    page = context.new_page()
    server.reset()
    page.goto(address, wait_until="commit")
    page.wait_for_function(is_ready, timeout=120000, polling=5)
    # The time at which the first result was painted, as the page itself saw it.
    time = page.evaluate("performance.now()")
    page.wait_for_load_state("networkidle")
    sent, raw, requests = server.sent, server.raw, server.requests
    place = rank(page, slug)
    context.close()
    return {"time": time, "sent": sent, "raw": raw, "requests": requests, "rank": place}


def summary(name, language, answers):
    ranks = [answer["rank"] for answer in answers]
    share = lambda limit: sum(1 for rank in ranks if rank and rank <= limit)
    mean = sum(1 / rank for rank in ranks if rank) / len(ranks)
    kb = lambda key, of: of(answer[key] for answer in answers) / 1000
    return (f"| {name} | {language} | {share(1)} | {share(3)} | {share(10)} | {mean:.2f} "
            f"| {kb('sent', statistics.median):.1f} | {kb('sent', max):.1f} | {kb('raw', statistics.median):.1f} "
            f"| {kb('raw', max):.1f} | {statistics.median(a['requests'] for a in answers):.0f} "
            f"| {statistics.median(a['time'] for a in answers):.0f} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("--tearline", default=".build/release/tearline")
    parser.add_argument("--site", type=pathlib.Path, help="an edition of the corpus that is built already")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument("--show", action="store_true", help="print the place of every query")
    options = parser.parse_args()
    queries = [line.split("\t") for line in (options.corpus / "queries.tsv").read_text("utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        ours, theirs = options.site or folder / "site/public", folder / "theirs"
        if not options.site:
            subprocess.run([options.tearline, "build", "-q", "-C", options.corpus, "--output", folder / "site"],
                           check=True)
        shutil.copytree(ours, theirs)
        subprocess.run([sys.executable, "-m", "pagefind", "--site", theirs, "--glob", "*/briefings/*/index.html",
                        "--root-selector", "main"], check=True, stdout=subprocess.DEVNULL)
        for language in ("en", "nl"):
            (theirs / language / "pagefind.html").write_text(PAGEFIND_PAGE.format(language=language), "utf-8")
        one, two = Server(ours), Server(theirs)
        answers = {}
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
            for language, query, slug in queries:
                here = ask(browser, one, f"{one.address}/{language}/search/?q={query}",
                           "document.querySelector('#_status')?.textContent", rank_here, slug)
                there = ask(browser, two, f"{two.address}/{language}/pagefind.html?q={query}",
                            "document.title === 'ready'", rank_pagefind, slug)
                answers.setdefault(("Tearline", language), []).append(here)
                answers.setdefault(("Pagefind", language), []).append(there)
                if options.show:
                    print(language, query, here["rank"], there["rank"], here["raw"], sep="\t", flush=True)
            browser.close()
    print("| search | language | first | in 3 | in 10 | mean 1/place | kB sent, median | most | kB before "
          "compression, median | most | requests | ms to results |")
    print("| --- | --- " + "| ---: " * 10 + "|")
    for (name, language), some in sorted(answers.items(), key=lambda item: (item[0][1], item[0][0])):
        print(summary(name, language, some))


if __name__ == "__main__":
    main()
