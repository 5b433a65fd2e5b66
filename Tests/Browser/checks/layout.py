"""Text at 200 %, wider spacing of text, forced colours, no motion for those who want none."""

from bench import Bench, visit

#: Text whose box cuts it off, or that lies on text of another element; the page wider than itself.
CUT = """() => {
  const found = [];
  const root = document.scrollingElement;
  if (root.scrollWidth > root.clientWidth) found.push(`${root.scrollWidth} px wide`);
  for (const element of document.body.querySelectorAll('*')) {
    if (!element.checkVisibility() || element.closest('.vh, svg, [role=region]')) continue;
    const style = getComputedStyle(element);
    if (style.clipPath !== 'none') continue;
    const cuts = style.overflowX !== 'visible' || style.overflowY !== 'visible';
    if (cuts && (element.scrollWidth > element.clientWidth + 1
        || element.scrollHeight > element.clientHeight + 1))
      found.push(`cuts off: ${element.tagName.toLowerCase()}.${element.className}`);
  }
  return found;
}"""
SIZES = """() => [...document.body.querySelectorAll('*')]
  .filter(element => !element.closest('svg'))
  .map(element => [parseFloat(getComputedStyle(element).fontSize),
    `${element.tagName.toLowerCase()}.${element.className}`])"""
#: Sets custom sizes through the object model, which the strict headers allow.
DOUBLE = "() => { document.documentElement.style.fontSize = '200%'; }"
SINGLE = "() => { document.documentElement.style.fontSize = ''; }"
SPACE = """() => { for (const element of document.body.querySelectorAll('*')) {
  element.style.lineHeight = '1.5'; element.style.letterSpacing = '0.12em';
  element.style.wordSpacing = '0.16em';
  if (element.matches('p')) element.style.marginBottom = '2em';
} }"""
#: Shapes of drawings that have the colour of the page they are on.
INVISIBLE = """() => {
  const paper = getComputedStyle(document.body).backgroundColor;
  return [...document.querySelectorAll('main svg :is(rect, path, line, circle, polyline)')]
    .filter(shape => {
      const style = getComputedStyle(shape);
      return [style.fill, style.stroke].every(paint => paint === 'none' || paint === paper);
    }).map(shape => `${shape.tagName}.${shape.getAttribute('class')}`);
}"""
#: What says “you are here” by colour alone: a colour is what this reader does not see.
SAME = """() => [...document.querySelectorAll('[aria-current]')].filter(element => {
  const marks = e => ['fontWeight', 'outlineStyle', 'borderBottomStyle', 'borderBottomWidth']
    .map(name => getComputedStyle(e)[name]).join();
  const others = [...element.closest('ul, ol').querySelectorAll(element.tagName)]
    .filter(other => !other.matches('[aria-current]'));
  // What is no link where the others are is told apart by that.
  if (element.tagName === 'LI' && !element.querySelector('a')) return false;
  return others.some(other => marks(other) === marks(element));
}).map(element => element.innerText)"""
MOVES = """() => [document.documentElement, ...document.body.querySelectorAll('*')]
  .filter(element => { const style = getComputedStyle(element);
    return style.animationName !== 'none' || style.scrollBehavior === 'smooth'
      || style.transitionDuration.split(',').some(time => parseFloat(time) > 0);
  }).map(element => element.tagName.toLowerCase())"""


async def check(bench: Bench) -> list[str]:
    async def large(tab, page) -> list[str]:
        await visit(tab, page)
        before = await tab.evaluate(SIZES)
        await tab.evaluate(DOUBLE)
        after = await tab.evaluate(SIZES)
        found = [
            f"{page}: text of {size[1]} does not grow with the reader's own size"
            for size, larger in zip(before, after)
            # Titles are large already, and grow by half at least.
            if larger[0] < 1.5 * size[0]
        ]
        found += [f"{page} at 200 %: {fault}" for fault in await tab.evaluate(CUT)]
        await tab.evaluate(SINGLE)
        return found

    async def spaced(tab, page) -> list[str]:
        await tab.set_viewport_size({"width": 360, "height": 800})
        await tab.evaluate(SPACE)
        return [f"{page} with spaced text: {fault}" for fault in await tab.evaluate(CUT)]

    async def forced(tab, page) -> list[str]:
        await tab.emulate_media(forced_colors="active")
        found = [f"{page}: {shape} cannot be seen in forced colours"
                 for shape in await tab.evaluate(INVISIBLE)]
        return found + [f"{page}: “{text}” is told apart by colour alone"
                        for text in await tab.evaluate(SAME)]

    async def still(tab, page) -> list[str]:
        await tab.emulate_media(forced_colors="none", reduced_motion="reduce")
        found = [f"{page}: {name} moves" for name in await tab.evaluate(MOVES)]
        await tab.emulate_media(reduced_motion="no-preference")
        return found

    async def examine(tab, page) -> list[str]:
        await tab.set_viewport_size({"width": 640, "height": 800})
        return (await large(tab, page) + await spaced(tab, page)
                + await forced(tab, page) + await still(tab, page))

    samples = bench.samples
    found = await bench.each(samples, examine)
    bench.figures["layout"] = f"{len(samples)} pages"
    return found
