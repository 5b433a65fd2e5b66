"""Printed pages: the banner, the number of the briefing and that of the sheet on each; addresses
written out, no navigation, no table cut off."""

import io

from pypdf import PdfReader

from bench import Bench, visit

#: A4 without the margins of the style sheet, in CSS pixels.
PAPER = 680
FACTS = """() => ({
  banner: document.querySelector('.banner p')?.textContent || '',
  sheet: document.querySelector('.sheet')?.textContent || '',
  title: document.querySelector('h1').innerText,
  menu: [...document.querySelectorAll('nav, .skip')]
    .filter(element => element.checkVisibility()).map(element => element.className),
  links: [...document.querySelectorAll('main a[href^="https:"], main a[href^="mailto:"]')]
    .filter(link => link.checkVisibility()
      && !link.innerText.includes(link.getAttribute('href').replace(/^(mailto|https):(\\/\\/)?/, ''))
    ).map(link => link.getAttribute('href')),
  wide: [...document.querySelectorAll('.table, pre, svg')]
    .filter(element => element.checkVisibility()
      && (element.scrollWidth > element.clientWidth + 1
        || element.getBoundingClientRect().right > document.documentElement.clientWidth + 1))
    .map(element => element.className.baseVal ?? element.className),
  blank: [...document.querySelectorAll('body *')].filter(element => {
    const ownText = [...element.childNodes].some(
      node => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (!ownText || !element.checkVisibility() || element.closest('svg')) return false;
    let ground = element, colour;
    do { colour = getComputedStyle(ground).backgroundColor; ground = ground.parentElement; }
    while (ground && colour === 'rgba(0, 0, 0, 0)');
    return colour === getComputedStyle(element).color;
  }).map(element => element.innerText.slice(0, 40)),
})"""


def squeezed(text: str) -> str:
    """Text without spaces: where a printed line breaks says nothing."""
    return "".join(text.split())


async def check(bench: Bench) -> list[str]:
    sheets = 0

    async def examine(tab, page) -> list[str]:
        nonlocal sheets
        await tab.emulate_media(media="print")
        await visit(tab, page)
        facts = await tab.evaluate(FACTS)
        pdf = await tab.pdf(format="A4", prefer_css_page_size=True, tagged=True)
        folder = bench.artefacts / "paper"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{str(page).strip('/').replace('/', '_')}.pdf").write_bytes(pdf)
        texts = [squeezed(sheet.extract_text()) for sheet in PdfReader(io.BytesIO(pdf)).pages]
        sheets += len(texts)
        found = [f"{page} printed: shows {name}" for name in facts["menu"]]
        found += [f"{page} printed: cuts off {name or 'a table'}" for name in facts["wide"]]
        found += [f"{page} printed: “{text}” has the colour of its ground"
                  for text in facts["blank"]]
        whole = "".join(texts)
        if squeezed(facts["title"]) not in whole:
            found.append(f"{page} printed: the title is missing")
        found += [f"{page} printed: {link} is not written out"
                  for link in facts["links"] if squeezed(link) not in whole]
        banner = squeezed(facts["banner"])
        if bool(banner) != page.edition.banner:
            found.append(f"{page}: has a banner where its edition has none, or has none")
        found += [f"{page} printed: sheet {number} does not say what it is of"
                  for number, text in enumerate(texts, 1)
                  if squeezed(facts["sheet"]) not in text or f"{number}/{len(texts)}" not in text]
        if banner:
            found += [f"{page} printed: sheet {number} has the banner {text.count(banner)} times"
                      for number, text in enumerate(texts, 1) if text.count(banner) < 2]
        return found

    found = await bench.each(bench.few, examine, width=PAPER)
    bench.figures["paper"] = f"{len(bench.few)} pages on {sheets} sheets"
    return found
