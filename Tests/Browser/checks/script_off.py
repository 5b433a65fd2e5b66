"""Without script: every text is there, and nothing is that needs a script to work."""

from urllib.parse import urljoin

from bench import Bench, visit

HIDDEN = """() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) {
    const text = texts.currentNode, element = text.parentElement;
    if (text.data.trim() && !element.checkVisibility()) found.push(text.data.trim().slice(0, 60));
  }
  return found;
}"""
DEAD = """() => [...document.querySelectorAll('button, input, select')]
  .filter(control => control.checkVisibility() && !(control.form && control.form.action))
  .map(control => control.outerHTML.slice(0, 60))"""
FORMS = "() => [...document.forms].map(form => form.getAttribute('action') || '')"


async def check(bench: Bench) -> list[str]:
    hidden_anyway: dict[str, set[str]] = {}

    async def with_script(tab, page) -> list[str]:
        await visit(tab, page)
        hidden_anyway[str(page)] = set(await tab.evaluate(HIDDEN))
        return []

    async def without(tab, page) -> list[str]:
        await visit(tab, page)
        if not (await tab.inner_text("main")).strip():
            return [f"{page}: no text without script"]
        found = [f"{page}: hidden without script: “{text}”"
                 for text in await tab.evaluate(HIDDEN) if text not in hidden_anyway[str(page)]]
        found += [f"{page}: does nothing without script: {control}"
                  for control in await tab.evaluate(DEAD)]
        for action in await tab.evaluate(FORMS):
            address = urljoin(page.address, action)
            if address not in {other.address for other in page.edition.pages}:
                found.append(f"{page}: a form leads to {action or 'nothing'}")
        return found

    pages = [page for page in bench.few if not page.query]
    await bench.each(pages, with_script)
    found = await bench.each(pages, without, java_script_enabled=False)
    bench.figures["script_off"] = f"{len(pages)} pages"
    return found
