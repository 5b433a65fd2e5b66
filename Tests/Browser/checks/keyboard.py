"""Every page with the keyboard alone: the way to the text first, everything reached in order,
what has the focus seen, no trap."""

from itertools import groupby

from bench import Bench, visit

#: What the keyboard has to reach, numbered in the order of the page.
NUMBER = """() => {
  const all = [...document.querySelectorAll(
    'a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter(element => element.checkVisibility() && !element.disabled);
  all.forEach((element, index) => { element.dataset.walk = index; });
  const looks = element => element.ownerSVGElement
    ? [...element.children].map(shape => getComputedStyle(shape).stroke
      + getComputedStyle(shape).strokeWidth).join() : '';
  window.looks = looks;
  window.before = all.map(looks);
  // A field for a date has three parts and a button, each a stop of its own.
  return [all.length, 3 * all.filter(element => element.type === 'date').length];
}"""
#: Writes down where the focus is before each key, when the page has come to rest: whether it is
#: seen there, and how it is shown.
LISTEN = """() => {
  window.stops = [];
  window.note = () => {
    const element = document.activeElement;
    if (!element || element === document.body) return;
    const style = getComputedStyle(element);
    const box = element.getClientRects()[0] || element.getBoundingClientRect();
    const x = box.left + Math.min(box.width / 2, 20);
    // In the middle of what is on the screen: a long table begins there and ends below it.
    const y = (Math.max(box.top, 0) + Math.min(box.bottom, window.innerHeight)) / 2;
    const top = document.elementFromPoint(x, y);
    const index = element.dataset.walk === undefined ? -1 : Number(element.dataset.walk);
    window.stops.push({
      index,
      text: (element.innerText || element.tagName).trim().slice(0, 40),
      seen: top !== null && (element.contains(top) || top.contains(element)),
      shown: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
        || style.boxShadow !== 'none'
        // In a drawing the shape has the edge: no outline goes round it in every browser.
        || element.ownerSVGElement !== undefined && window.looks(element) !== window.before[index],
    });
  };
  document.addEventListener('keydown', event => {
    if (event.key === 'Tab') window.note();
  }, true);
}"""


async def walk(tab, page, width: int, key: str) -> list[str]:
    """Goes through the page with one key: Tab from its beginning, Shift+Tab from its end."""
    await tab.set_viewport_size({"width": width, "height": 640})
    await visit(tab, page)
    count, parts = await tab.evaluate(NUMBER)
    await tab.evaluate(LISTEN)
    expected = list(range(count))
    if key == "Shift+Tab":
        expected.reverse()
        await tab.evaluate("""() => {
          window.scrollTo(0, document.body.scrollHeight);
          [...document.querySelectorAll('[data-walk]')].at(-1).focus();
        }""")
    # One more than there are stops: the last one lets go of the focus too.
    for _ in range(count + parts + (key == "Tab")):
        await tab.keyboard.press(key)
    stops = await tab.evaluate("window.stops")
    where = f"{page} at {width} px, {key}"
    found = [f"{where}: “{stop['text']}” has the focus and is hidden"
             for stop in stops if not stop["seen"]]
    found += [f"{where}: the focus on “{stop['text']}” does not show"
              for stop in stops if not stop["shown"]]
    if [index for index, _ in groupby(stop["index"] for stop in stops)] != expected:
        found.append(f"{where}: reaches {len(stops)} of {count} stops, or not in their order")
    return found


async def skip(tab, page) -> list[str]:
    """The skip link moves the focus into the text: what comes next is in it, or behind it."""
    await visit(tab, page)
    await tab.keyboard.press("Tab")
    if not await tab.evaluate("document.activeElement.matches('.skip')"):
        return [f"{page}: the first stop is not the skip link"]
    await tab.keyboard.press("Enter")
    inside = await tab.evaluate("document.activeElement.matches('main')")
    await tab.keyboard.press("Tab")
    before = await tab.evaluate(
        "Boolean(document.activeElement.closest('.site-header, .site-nav'))")
    return [] if inside and not before else [f"{page}: the skip link does not lead to the text"]


async def check(bench: Bench) -> list[str]:
    async def examine(tab, page) -> list[str]:
        way = (1280, "Tab") if pages.index(page) % 2 == 0 else (320, "Shift+Tab")
        return await walk(tab, page, *way) + await skip(tab, page)

    pages = bench.few
    found = await bench.each(pages, examine)
    bench.figures["keyboard"] = f"{len(pages)} pages, forwards and backwards in turn"
    return found
