"""Every page under the strict headers, on a small screen: nothing refused, nothing in the console,
own host only, nothing stored; nothing wider than the screen, nothing too small to touch."""

from urllib.parse import urlsplit

from bench import Bench, visit

STORED = """async () => {
  const stored = [];
  try { stored.push(...Object.keys(localStorage), ...Object.keys(sessionStorage)); } catch {}
  if (document.cookie) stored.push(document.cookie);
  if (navigator.serviceWorker && (await navigator.serviceWorker.getRegistrations()).length)
    stored.push('a service worker');
  if (indexedDB.databases && (await indexedDB.databases()).length) stored.push('a database');
  return stored;
}"""


#: WCAG 2.2, 1.4.10 and 2.5.8; a link in a sentence may be as high as its line.
SMALL_SCREEN = """() => {
  const found = [];
  const text = element => (element.innerText ?? element.textContent).trim();
  const width = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth > width) {
    const wide = [...document.body.querySelectorAll('*')].filter(element =>
      element.getBoundingClientRect().right > width + 1 && !element.closest('[role=region]'));
    found.push(`wider than ${width} px: ${wide.slice(0, 3).map(element =>
      `${element.tagName.toLowerCase()}.${element.className}`).join(', ')}`);
  }
  for (const target of document.querySelectorAll('a[href], button, input, select, summary')) {
    const box = target.getBoundingClientRect();
    if (!target.checkVisibility() || target.matches('.skip') || box.width === 0) continue;
    const around = text(target.parentElement);
    const inSentence = target.closest('sup') || getComputedStyle(target).display === 'inline'
      && around.length > text(target).length + 2;
    if (!inSentence && (box.width < 24 || box.height < 24))
      found.push(`target of ${Math.round(box.width)} × ${Math.round(box.height)} px: `
        + `“${text(target).slice(0, 40)}”`);
  }
  return found;
}"""


async def check(bench: Bench) -> list[str]:
    async def examine(tab, page) -> list[str]:
        found = []

        def asked(request) -> None:
            parts = urlsplit(request.url)
            if parts.scheme != "data" and parts.hostname != page.edition.host:
                found.append(f"{page}: asks {request.url}")

        def failed(request) -> None:
            # An icon that is still on its way when the tab goes on to the next page.
            if request.failure == "net::ERR_ABORTED":
                return
            found.append(f"{page}: {request.url} failed: {request.failure}")

        def answered(response) -> None:
            document = response.request.is_navigation_request()
            if response.status != (404 if document and page.path == "404.html" else 200):
                found.append(f"{page}: {response.url} answers {response.status}")

        def said(message) -> None:
            if page.path == "404.html" and "status of 404" in message.text:
                return
            found.append(f"{page}: console {message.type}: {message.text}")

        def threw(error) -> None:
            found.append(f"{page}: script error: {error}")

        events = {"request": asked, "requestfailed": failed, "response": answered,
                  "console": said, "pageerror": threw}
        for event, listener in events.items():
            tab.on(event, listener)
        await visit(tab, page)
        found += [f"{page}: {fault}" for fault in await tab.evaluate(SMALL_SCREEN)]
        found += [f"{page}: stores {name}" for name in await tab.evaluate(STORED)]
        if await tab.context.cookies():
            found.append(f"{page}: sets a cookie")
        for event, listener in events.items():
            tab.remove_listener(event, listener)
        return found

    pages = bench.pages + bench.results
    found = await bench.each(pages, examine, width=320)
    bench.figures["strictness"] = f"{len(pages)} pages"
    return found
