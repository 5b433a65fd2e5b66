// The search page: reads the index that was built with the edition, a few small files a query.
// Lines that begin with two slashes are left out of the site.

const form = document.querySelector('form[data-search]');
const list = document.querySelector('#_results');
const status = document.querySelector('#_status');
const language = document.documentElement.lang;
const PAGE = 10;

// Words and their stems, as the program that built the index has them.

const STOP = {
  nl: `aan al alle als altijd andere ben bij bijvoorbeeld dan dat de deze die dit doe doen door dus een
    en er gaan gaat geen had heb hebben heeft het hier hoe hun ik in is ja je kan kunnen kunt maar
    me meer met mij mijn moet moeten mogen na naar nee niet niets nog nu of om omdat onder ons onze
    ook op over te tegen toch toen tot uit uw van veel via voor waar waarom wanneer waren was wat we
    welke werd wie wij wil word worden wordt zal ze zelf zich zij zijn zo zoals zonder zou`,
  en: `about after all also am an and any are as at be because been before being but by can could did
    do does doing for from had has have he her here him his how if in into is it its just me more
    most must my no not now of off on only or other our out over own she should so some such than
    that the their them then there these they this those through to too under until up us was we
    were what when where which who why will with would you your`,
};
const LETTERS = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ħ: 'h', ŧ: 't', ı: 'i', þ: 'th',
  ŋ: 'n', ĸ: 'k', ſ: 's', ĳ: 'ij',
};

function fold(text) {
  return text.normalize('NFC').toLowerCase().replace(/ς/g, 'σ')
    .replace(/[\u00c0-\u024f\u1e00-\u1eff]/g, (letter) => letter.normalize('NFD')
      .replace(/\p{M}/gu, '').replace(/./gu, (base) => LETTERS[base] ?? base))
    .replace(/[\p{M}\p{Cf}]/gu, '');
}

function cut(text) {
  const words = fold(text).matchAll(/([\p{L}\p{N}]+)(?:['’][\p{L}\p{N}]{1,2}(?![\p{L}\p{N}]))?/gu);
  return [...words].map((match) => match[1]).filter((word) => word.length > 1 || word > '~');
}

const isVowel = (letter) => letter !== undefined && 'aeiouy'.includes(letter);

function region(word, start) {
  const match = /^[^aeiouy]*[aeiouy]+[^aeiouy]/.exec(word.slice(start));
  return match ? start + match[0].length : word.length;
}

// https://snowballstem.org/algorithms/dutch_porter/stemmer.html
function stemDutch(text) {
  const letters = [...text];
  letters.forEach((letter, i) => {
    const follows = isVowel(letters[i - 1]);
    if (letter === 'y' ? i === 0 || follows : letter === 'i' && follows && isVowel(letters[i + 1])) {
      letters[i] = letter.toUpperCase();
    }
  });
  let word = letters.join('');
  const first = region(word, 0);
  const r1 = Math.max(3, first);
  const r2 = region(word, first);
  const ends = (ending, from) => word.endsWith(ending) && word.length - ending.length >= from;
  const before = (length) => word[word.length - length - 1];
  const drop = (length) => { word = word.slice(0, word.length - length); };
  const undouble = () => { if (/(kk|dd|tt)$/.test(word)) drop(1); };
  const dropEn = (ending) => {
    const length = ending.length;
    if (!ends(ending, r1) || before(length) === undefined || isVowel(before(length))) return;
    if (word.slice(0, -length).endsWith('gem')) return;
    drop(length);
    undouble();
  };
  let removedE = false;
  const dropE = () => {
    removedE = ends('e', r1) && before(1) !== undefined && !isVowel(before(1));
    if (!removedE) return;
    drop(1);
    undouble();
  };
  const match = /(heden|ene|en|se|s)$/.exec(word)?.[0];
  if (match === 'heden') {
    if (ends(match, r1)) word = word.slice(0, -5) + 'heid';
  } else if (match === 'en' || match === 'ene') {
    dropEn(match);
  } else if (match && ends(match, r1)) {
    const letter = before(match.length);
    if (letter !== undefined && letter !== 'j' && !isVowel(letter)) drop(match.length);
  }
  dropE();
  if (ends('heid', r2) && before(4) !== 'c') {
    drop(4);
    if (word.endsWith('en')) dropEn('en');
  }
  const ending = /(end|ing|ig|lijk|baar|bar)$/.exec(word)?.[0];
  if (ending && ends(ending, r2)) {
    if (ending === 'end' || ending === 'ing') {
      drop(3);
      if (ends('ig', r2) && before(2) !== 'e') drop(2);
      else undouble();
    } else if (ending === 'ig') {
      if (before(2) !== 'e') drop(2);
    } else if (ending === 'lijk') {
      drop(4);
      dropE();
    } else if (ending === 'baar' || removedE) {
      drop(ending.length);
    }
  }
  return word.replace(/([^aeiouy])(aa|ee|oo|uu)([^aeiouyI])$/, (_, a, v, b) => a + v[0] + b)
    .toLowerCase();
}

const table = (text) => text.split(' ').map((pair) => pair.split('/'));
const STEP2 = table('ational/ate fulness/ful iveness/ive ization/ize ousness/ous biliti/ble '
  + 'lessli/less tional/tion alism/al aliti/al ation/ate entli/ent fulli/ful iviti/ive ogist/og '
  + 'ousli/ous abli/able alli/al anci/ance ator/ate enci/ence izer/ize bli/ble ogi/og li/');
const STEP3 = table('ational/ate tional/tion alize/al ative/ icate/ic iciti/ic ical/ic ness/ ful/');
const STEP4 = 'ement able ance ence ible ment ant ate ent ion ism iti ive ize ous al er ic'.split(' ');
const SPECIAL = new Map(table('skis/ski skies/sky idly/idl gently/gentl ugly/ugli '
  + 'early/earli only/onli singly/singl sky/sky news/news howe/howe atlas/atlas cosmos/cosmos '
  + 'bias/bias andes/andes'));

// https://snowballstem.org/algorithms/english/stemmer.html
function stemEnglish(text) {
  if (SPECIAL.has(text)) return SPECIAL.get(text);
  const letters = [...text];
  letters.forEach((letter, i) => {
    if (letter === 'y' && (i === 0 || isVowel(letters[i - 1]))) letters[i] = 'Y';
  });
  let word = letters.join('');
  const prefix = /^(commun|gener|arsen|univers|emerg|organ|inter|later|past)/.exec(word)?.[0];
  const r1 = prefix ? prefix.length : region(word, 0);
  const r2 = region(word, r1);
  const drop = (length) => { word = word.slice(0, word.length - length); };
  const isShort = (part) => /^[aeiouy][^aeiouy]$|[^aeiouy][aeiouy][^aeiouywxY]$/.test(part);
  if (word.endsWith('sses')) drop(2);
  else if (/ie[ds]$/.test(word)) drop(word.length > 4 ? 2 : 1);
  else if (/[aeiouy].+s$/.test(word) && !/[us]s$/.test(word)) drop(1);
  if (/^(inning|outing|canning|herring|earring|evening)$/.test(word)) return word;
  const eed = /eed(ly)?$/.exec(word)?.[0];
  const past = /(ingly|edly|ing|ed)$/.exec(word)?.[0];
  if (eed) {
    const place = word.length - eed.length;
    if (place >= r1 && !/^(proc|exc|succ)$/.test(word.slice(0, place))) drop(eed.length - 2);
  } else if (past && /[aeiouy]/.test(word.slice(0, -past.length))) {
    if (past === 'ing' && /^[^aeiouy]ying$/.test(word)) {
      word = word[0] + 'ie';
    } else {
      drop(past.length);
      if (/(at|bl|iz)$/.test(word)) word += 'e';
      else if (/(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(word)) drop(/^[aeo]..$/.test(word) ? 0 : 1);
      else if (r1 >= word.length && isShort(word)) word += 'e';
    }
  }
  if (/.[^aeiouy][yY]$/.test(word)) word = word.slice(0, -1) + 'i';
  const two = STEP2.find((pair) => word.endsWith(pair[0]));
  if (two && word.length - two[0].length >= r1) {
    const last = word[word.length - two[0].length - 1];
    const isKept = (two[0] === 'li' && !'cdeghkmnrt'.includes(last)) || (two[0] === 'ogi' && last !== 'l');
    if (!isKept) word = word.slice(0, word.length - two[0].length) + two[1];
  }
  const three = STEP3.find((pair) => word.endsWith(pair[0]));
  if (three && word.length - three[0].length >= (three[0] === 'ative' ? Math.max(r1, r2) : r1)) {
    word = word.slice(0, word.length - three[0].length) + three[1];
  }
  const four = STEP4.find((ending) => word.endsWith(ending));
  if (four && word.length - four.length >= r2 && (four !== 'ion' || /[st]ion$/.test(word))) {
    drop(four.length);
  }
  const place = word.length - 1;
  if (word.endsWith('e')) {
    if (place >= r2 || (place >= r1 && !isShort(word.slice(0, -1)))) drop(1);
  } else if (word.endsWith('ll') && place >= r2) {
    drop(1);
  }
  return word.toLowerCase();
}

const tongue = language.split('-')[0];
const stop = new Set((STOP[tongue] ?? '').split(/\s+/));
const joins = tongue === 'nl';
const stems = new Map();

function stem(word) {
  if (!/^[a-z]{3,}$/.test(word)) return word;
  if (!stems.has(word)) {
    stems.set(word, tongue === 'nl' ? stemDutch(word) : tongue === 'en' ? stemEnglish(word) : word);
  }
  return stems.get(word);
}

// Files of the index. Letters carry, a sign ends a number.

const SIGNS = " !#$'()+,-/:;?[]^_{|}=";

function numbers(text) {
  const result = [];
  let number = 0;
  let scale = 1;
  for (let i = 0; i < text.length; i++) {
    const sign = SIGNS.indexOf(text[i]);
    if (sign < 0) {
      number += (text.charCodeAt(i) - 97) * scale;
      scale *= 26;
    } else {
      result.push(number * SIGNS.length + sign);
      number = 0;
      scale = 1;
    }
  }
  return result;
}

function documents(text) {
  let next = 0;
  return numbers(text).map((gap) => {
    next += gap + 1;
    return next - 1;
  });
}

let files = new Map();
let mode = 'default';

function read(name) {
  if (!files.has(name)) {
    const file = fetch(`${name}.json`, { cache: mode }).then((answer) => {
      if (!answer.ok) throw new Error(name);
      return answer.json();
    });
    file.catch(() => files.delete(name));
    files.set(name, file);
  }
  return files.get(name);
}

// A file of the index. Where the site has changed since the page was opened, all is read again.
class Stale extends Error {}
async function load(head, name) {
  const file = await read(name);
  if (file.v !== head.v) throw new Stale(name);
  return file;
}

const letterName = (letter) => (/[a-z0-9]/.test(letter) ? letter : `u${letter.codePointAt(0).toString(16)}`);
const shardName = (text) => ['w', ...[...text].map(letterName)].join('-');

// The files that may have words that begin with this.
function shards(head, text, takesMore) {
  const own = shardName(text);
  let name = own;
  while (name && !head.names.has(name)) name = name.slice(0, Math.max(0, name.lastIndexOf('-')));
  const more = takesMore ? head.words.filter((other) => other.startsWith(`${own}-`)) : [];
  return [...(name ? [name] : []), ...(more.length <= 3 ? more : [])];
}

const isNear = (a, b) => {
  if (Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const [x, y] = [a.slice(i), b.slice(i)];
  return x.slice(1) === y.slice(1) || x === y.slice(1) || x.slice(1) === y
    || (x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2));
};

// What the index has for a word that was typed: words of the same stem, words that begin with it,
// or else words that look like it.
async function lookUp(head, word, isLast) {
  const own = stem(word);
  const takesLonger = isLast ? word.length > 1 : joins && word.length > 3;
  const names = new Set([...shards(head, own, false), ...shards(head, word, takesLonger)]);
  const parts = await Promise.all([...names].map((name) => load(head, name)));
  const keys = parts.flatMap((part) => Object.keys(part.words).map((key) => [key, part.words[key]]));
  const same = keys.filter(([key]) => stem(key) === own);
  const longer = takesLonger ? keys.filter(([key]) => stem(key) !== own && key.startsWith(word)) : [];
  let found = [...same.map((key) => [...key, 1]), ...longer.map((key) => [...key, 0.8])];
  let isGuess = false;
  if (!found.length && word.length >= 4) {
    isGuess = true;
    const alike = keys.filter(([key]) => isNear(key, word) || isNear(stem(key), own)
      || (word.length - key.length <= 2 && key.length >= 4 && word.startsWith(key)));
    found = alike.map((key) => [...key, 0.4]);
  }
  const weights = new Map();
  let frequent = 0;
  for (const [, text, share] of found) {
    let next = 0;
    for (const number of numbers(text)) {
      const place = next + (number >> 3);
      next = place + 1;
      const weight = share * (1 + (number & 7));
      if (weight > (weights.get(place) ?? 0)) weights.set(place, weight);
    }
    if (share === 1) frequent = weights.size;
  }
  const rarity = Math.log(1 + (head.count + 0.5) / ((frequent || weights.size) + 0.5));
  return { weights, rarity, isGuess: isGuess && found.length > 0, words: found.map(([key]) => key) };
}

// The documents that the filters let through; nothing where there are none.
async function allowed(head, wanted) {
  const sets = [];
  for (const [name, value] of wanted) {
    if (name === 'from' || name === 'until') {
      const dates = await load(head, 'dates');
      const limit = Math.round(Date.parse(`${value}T00:00:00Z`) / 864e5);
      let day = dates.first;
      const places = [];
      numbers(dates.days).forEach((gap, place) => {
        day += gap;
        if (name === 'from' ? day >= limit : day <= limit) places.push(place);
      });
      sets.push(new Set(places));
    } else {
      const { values } = await load(head, name);
      sets.push(new Set(documents(Object.hasOwn(values, value) ? values[value] : '')));
    }
  }
  if (!sets.length) return null;
  const [first, ...rest] = sets;
  return new Set([...first].filter((place) => rest.every((set) => set.has(place))));
}

async function find(query, wanted) {
  const head = await read('index');
  head.names ??= new Set(head.words);
  const typed = cut(query);
  const words = [...new Set(typed.filter((word) => !stop.has(word)))];
  const isOpen = !/\s$/.test(query);
  const [filter, hits] = await Promise.all([
    allowed(head, wanted),
    Promise.all(words.map((word) => lookUp(head, word, isOpen && word === typed[typed.length - 1]))),
  ]);
  if (!words.length) {
    const places = filter && !typed.length ? [...filter].sort((a, b) => b - a) : [];
    return { head, places, words: [], typed: [] };
  }
  // A word that no briefing has is left aside.
  const known = hits.filter((hit) => hit.weights.size);
  const scores = new Map();
  for (const { weights, rarity } of known) {
    for (const [place, weight] of weights) {
      if (filter && !filter.has(place)) continue;
      const score = scores.get(place) ?? { sum: 0, share: 0 };
      score.sum += weight * rarity;
      score.share += 1 / known.length;
      scores.set(place, score);
    }
  }
  const places = [...scores].filter(([, score]) => score.share > 0.49)
    .sort((a, b) => b[1].sum - a[1].sum || b[0] - a[0]);
  return {
    head,
    places: places.map(([place]) => place),
    words: hits.flatMap((hit) => hit.words),
    typed: words,
    isGuess: hits.some((hit) => hit.isGuess),
    isPartial: places.length > 0
      && (known.length < hits.length || places.every(([, score]) => score.share < 0.99)),
  };
}

// The page.

const say = (name, values = {}) => (list?.dataset[name] ?? '')
  .replace(/\{(\w+)\}/g, (_, key) => values[key] ?? '');

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== '' && child != null));
  return made;
}

// The text with the words that were found marked.
function marked(text, { words, typed }) {
  const found = new Set(words.map(stem));
  const isFound = (word) => {
    const folded = fold(word);
    return found.has(stem(folded)) || typed.some((part) => part.length > 2
      && (folded.startsWith(part) || (part.length > 3 && joins && folded.includes(part))));
  };
  return text.split(/([\p{L}\p{N}\p{M}]+)/u)
    .map((part, i) => (i % 2 && isFound(part) ? element('mark', {}, part) : part));
}

function bars([, , rank, number, steps]) {
  const space = 'http://www.w3.org/2000/svg';
  const drawing = document.createElementNS(space, 'svg');
  const set = (node, values) => Object.entries(values).forEach(([key, value]) => node.setAttribute(key, value));
  set(drawing, {
    class: `bars rank-${rank}`, 'aria-hidden': 'true', viewBox: `0 0 ${steps * 13 - 4} 28`,
    width: steps * 13 - 4, height: 28,
  });
  for (let step = 1; step <= steps; step++) {
    const tall = 8 + Math.floor((19 * step) / steps);
    const bar = document.createElementNS(space, 'rect');
    set(bar, {
      class: step <= number ? 'on' : 'off', x: `${(step - 1) * 13}.5`, y: `${28 - tall}.5`,
      width: 8, height: tall - 1, rx: 1,
    });
    drawing.append(bar);
  }
  return drawing;
}

function result(card, found) {
  const [slug, title, summary, kind, iso, date, state, level, titleMark, summaryMark] = card;
  const mark = (text) => (text ? [element('span', { class: 'mark' }, `(${text})`), ' '] : []);
  const link = element('a', { href: `../briefings/${slug}/` }, ...mark(titleMark), ...marked(title, found));
  const meta = element('span', { class: 'row-meta' },
    element('span', {}, kind), ' ', element('time', { datetime: iso }, date));
  if (level) {
    meta.append(' ', element('span', { class: `level rank-${level[2]}` }, bars(level), ' ',
      element('span', { class: 'level-word' }, level[0]), ' ',
      element('span', { class: 'level-of' }, level[1])));
  }
  return element('li', { class: state ? 'row past' : 'row' },
    element('span', { class: 'row-title' }, link,
      ...(state ? [' ', element('strong', { class: 'state' }, state)] : [])),
    ...(summary ? [element('p', { class: 'row-text' }, ...mark(summaryMark), ...marked(summary, found))] : []),
    meta);
}

function cardFile(number) {
  let name = `d-${String.fromCharCode(97 + (number % 26))}`;
  for (let rest = Math.floor(number / 26); rest > 0; rest = Math.floor(rest / 26)) {
    name += `-${String.fromCharCode(97 + (rest % 26))}`;
  }
  return name;
}

async function items(found, start) {
  const { head, places } = found;
  return Promise.all(places.slice(start, start + PAGE).map(async (place) => {
    const file = await load(head, cardFile(Math.floor(place / head.cards)));
    return result(file.cards[place % head.cards], found);
  }));
}

const more = element('button', { type: 'button', class: 'button' }, say('more'));
let found = null;
let turn = 0;

more.addEventListener('click', async () => {
  const start = list.children.length;
  list.append(...await items(found, start));
  list.children[start]?.querySelector('a').focus();
  if (list.children.length >= found.places.length) more.remove();
});

function sentence(query) {
  const count = found.places.length;
  if (!count) return query ? say('none', { q: query }) : say(found.filtered ? 'nothing' : 'hint');
  const number = say(count === 1 ? 'one' : 'many', { n: count });
  const note = found.isGuess ? say('near') : found.isPartial ? say('some') : '';
  return [number, note].filter(Boolean).join(' ');
}

async function show(again = true) {
  const own = ++turn;
  const values = new FormData(form);
  const query = values.get('q');
  const wanted = [...values].filter(([name, value]) => name !== 'q' && value);
  const address = new URLSearchParams([...values].filter(([, value]) => value.trim())).toString();
  history.replaceState(null, '', address ? `?${address}` : location.pathname);
  for (const link of document.querySelectorAll('.languages a')) {
    link.search = query ? `?${new URLSearchParams({ q: query })}` : '';
  }
  try {
    const next = await find(query, wanted);
    const rows = await items(next, 0);
    if (own !== turn) return;
    found = next;
    found.filtered = wanted.length > 0;
    list.replaceChildren(...rows);
    if (found.places.length > rows.length) list.after(more);
    else more.remove();
    status.textContent = sentence(query.trim());
  } catch (error) {
    if (own !== turn) return;
    files = new Map();
    if (again && error instanceof Stale) {
      mode = 'reload';
      await show(false);
      return;
    }
    list.replaceChildren();
    more.remove();
    status.textContent = say('error');
  }
}

if (form && list) {
  document.querySelector('#_plain').remove();
  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name);
    if (field) field.value = value;
  }
  let wait = 0;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(wait);
    show();
  });
  form.addEventListener('change', (event) => {
    if (event.target.name === 'q') return;
    clearTimeout(wait);
    show();
  });
  form.elements.q.addEventListener('input', () => {
    clearTimeout(wait);
    wait = setTimeout(() => show(), 150);
  });
  show();
}
