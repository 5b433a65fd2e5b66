#!/usr/bin/env python3
"""Writes a made-up publication of any size, as Tearline and as Hugo take it.

    corpus.py FOLDER --count 10000 [--seed 1] [--languages en,nl] [--withheld 0.5]

FOLDER/tearline is a publication, FOLDER/hugo the content of a Hugo site with the same texts. The
same arguments give the same bytes. A briefing has about 700 words in 10 to 14 portions, two topics,
two regions and two sectors; some portions have a tear line, an inline mark, emphasis, links, lists,
tables. The words are drawn from a list and mean nothing.
"""

import argparse
import random
from datetime import date, timedelta
from pathlib import Path

WORDS = {
    "en": """access account actor advice agency alarm alert barrier battery boat bridge building
        cable camera cargo carrier centre channel chip city clerk coast code company contract control
        council crane crew damage data delay device district dock door drone energy engine engineer
        estate exercise factory fence ferry file fire firm flight force forecast freight fuel gate
        generator grid group guard harbour heat hospital hour house industry inspector island key
        laboratory lake letter light line link lock machine mail manager map market message meter
        mirror month motor network night number office officer operator order owner panel park party
        pass patent pattern phone pilot pipe plan plant platform police port power price pump quay
        radio railway record region repair report research reserve road roof room route school screen
        sensor server service shift ship shore signal site station statement storage storm street
        student supplier supply switch system tank terminal theft tide timetable tower town track
        train transport truck tunnel union vehicle vessel village visit visitor volume vote waiter
        wall warning watch water weather week wind window winter wire worker yard year zone""",
    "nl": """aanbod aansluiting adres alarm ambtenaar antenne apparaat bedrijf bericht beveiliging
        bezoek blad boot brand brief brug buis burger camera centrale chauffeur code contract controle
        dag dak data deur dienst dijk dok draad drone energie fabriek gebouw gemeente gracht groep haven
        hek huis ingang kaart kabel kade kamer kanaal kantoor kast kraan kust laag laboratorium lading
        land letter lijn licht lucht maand markt melding meter monteur motor muur nacht net nummer
        object omgeving onderzoek paal park partij pas patent patroon plaats plan platform politie poort
        post prijs raad radio regio rem reserve rivier route schip school schade seizoen sensor sleutel
        sluis spoor stad station stem storing straat stroom student systeem tank telefoon terminal toegang
        toren trein tunnel uur veld veer venster verkeer vlucht vorm vracht waarde wacht wagen wand water
        week weer weg werf werk wind winter zaal zee zender zone""",
}
TOPICS = "espionage sabotage influence ransomware phishing drones radicalisation theft".split()
SECTORS = "energy transport water health finance food telecom government".split()
REGIONS = [f"R{number:02}" for number in range(1, 26)]
LEVELS = ["minimal", "limited", "significant", "substantial", "critical"]
LIKELIHOODS = {
    "remote": (1, 5), "unlikely": (20, 45), "even": (45, 55), "likely": (55, 80),
    "almost-certain": (95, 99),
}
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class Writer:
    """Texts of one briefing, with the marks of both forms."""

    def __init__(self, dice, language, withheld):
        self.dice, self.withheld = dice, withheld
        self.words = WORDS[language].split()

    def mark(self):
        """A level: `withheld` is the share of what the public does not get."""
        if self.dice.random() >= self.withheld:
            return "U"
        return self.dice.choice("RRRCSS")

    def phrase(self, count):
        return " ".join(self.dice.choice(self.words) for _ in range(count))

    def sentence(self, count):
        return self.phrase(count).capitalize() + "."

    def inline(self, count, mark):
        """A sentence, now and then with markup; as Tearline and as Hugo write it."""
        before, after = self.phrase(count // 2).capitalize(), self.phrase(count - count // 2)
        kind = self.dice.random()
        if kind < 0.08:
            middle = f"**{self.phrase(2)}**"
        elif kind < 0.13:
            middle = f"[{self.phrase(2)}](https://www.example.org/{self.phrase(1)})"
        elif kind < 0.16:
            middle = f"`{self.phrase(1)}`"
        elif kind < 0.19 and mark == "U":
            secret, substitute = self.phrase(2), self.phrase(2)
            return (f"{before} [{secret}]{{R|{substitute}}} {after}.",
                    f'{before} {{{{% either "R" "{secret}" "{substitute}" %}}}} {after}.')
        else:
            middle = self.phrase(2)
        text = f"{before} {middle} {after}."
        return text, text

    def paragraph(self, mark):
        pairs = [self.inline(self.dice.randint(10, 13), mark) for _ in range(4)]
        return " ".join(a for a, _ in pairs), " ".join(b for _, b in pairs)


def hugo_portion(mark, text, below=None):
    upper = f' "{below}"' if below else ""
    return f'{{{{% portion "{mark}"{upper} %}}}}\n{text}\n{{{{% /portion %}}}}'


def portion(writer, index):
    """One portion of the body in both forms."""
    dice, mark = writer.dice, writer.mark()
    kind = dice.random()
    if index % 4 == 3:
        title = writer.phrase(dice.randint(2, 5)).capitalize()
        text, hugo = writer.paragraph(mark)
        return f"## (U) {title}\n\n({mark}) {text}", f"## {title}\n\n{hugo_portion(mark, hugo)}"
    if kind < 0.2:
        items = [(writer.mark(), *writer.inline(12, "S")) for _ in range(5)]
        tearline = "\n".join(f"- ({mark}) {text}" for mark, text, _ in items)
        hugo = "\n".join(
            f'{{{{% portion "{mark}" %}}}}- {text}{{{{% /portion %}}}}' for mark, _, text in items)
        return tearline, hugo
    if kind < 0.25:
        rows = [(writer.mark(), writer.phrase(3), writer.phrase(4)) for _ in range(4)]
        head, line = "| " + writer.phrase(1) + " | " + writer.phrase(1) + " |", "| --- | --- |"
        tearline = "\n".join([head, line] + [f"| ({m}) {a} | {b} |" for m, a, b in rows])
        hugo = "\n".join([head, line] + [
            f'{{{{% portion "{m}" %}}}}| {a} | {b} |{{{{% /portion %}}}}' for m, a, b in rows])
        return tearline, hugo
    if kind < 0.35 and mark != "U":
        full, hugo_full = writer.paragraph("S")
        short = writer.sentence(20)
        return (f"::: {mark}\n{full}\n::: tear U\n{short}\n:::",
                hugo_portion(mark, hugo_full) + "\n" + hugo_portion("U", short, mark))
    text, hugo = writer.paragraph(mark)
    return f"({mark}) {text}", hugo_portion(mark, hugo)


def identifiers(dice, count):
    seen = set()
    while len(seen) < count:
        name = "TA-%d-%s" % (
            dice.choice((2023, 2024, 2025, 2026)), "".join(dice.choice(ALPHABET) for _ in range(5)))
        if name not in seen:
            seen.add(name)
            yield name


def quoted(text):
    return '"' + text.replace('"', '\\"') + '"'


def briefing(dice, name, language, withheld, earlier):
    writer = Writer(dice, language, withheld)
    day = date(int(name[3:7]), 1, 1) + timedelta(days=dice.randrange(300))
    title = [("S", writer.phrase(6).capitalize()), ("U", writer.phrase(5).capitalize())]
    summary = [("R", writer.sentence(22)), ("U", writer.sentence(16))]
    level, likelihood = dice.choice(LEVELS), dice.choice(list(LIKELIHOODS))
    judgement = (writer.mark(), writer.sentence(18))
    advice = [("local", "R", writer.sentence(9)), ("public", "U", writer.sentence(8))]
    terms = {
        "topics": dice.sample(TOPICS, 2), "sectors": dice.sample(SECTORS, 2),
        "regions": dice.sample(REGIONS, 2),
    }
    related = dice.sample(earlier, min(2, len(earlier)))
    body = [portion(writer, index) for index in range(dice.randint(10, 14))]
    lines = ["---", f"id: {name}", "kind: assessment", f"language: {language}", "classification: S",
             "unmarked: U", "status: published", f"issued: {day}"]
    for key, versions in (("title", title), ("summary", summary)):
        lines += [f"{key}:"] + [f"  - ({mark}) {text}" for mark, text in versions]
    lines += ["threat:", f"  level: {level}", f"  actor: (S) {writer.phrase(2)}"]
    lines += [f"{key}: [{', '.join(values)}]" for key, values in terms.items()]
    lines += ["judgements:", f"  - id: j1", f"    text: ({judgement[0]}) {judgement[1]}",
              f"    likelihood: {likelihood}", "    confidence: moderate"]
    lines += ["advice:"]
    lines += [f"  - {{for: {who}, do: \"({mark}) {text}\", when: now}}" for who, mark, text in advice]
    if related:
        lines += [f"related: [{', '.join(related)}]"]
    tearline = "\n".join(lines + ["---", ""]) + "\n\n".join(a for a, _ in body) + "\n"
    front = ["---", f"id: {name}", f"title: {quoted(title[-1][1])}", f"date: {day}",
             f"slug: {name.lower()}", f"years: [\"{day.year}\"]"]
    for key, versions in (("titles", title), ("summaries", summary)):
        front += [f"{key}:"]
        front += [f"  - {{mark: {mark}, text: {quoted(text)}}}" for mark, text in versions]
    front += [f"level: {level}", f"actor: {{mark: S, text: {quoted(writer.phrase(2))}}}"]
    front += [f"{key}: [{', '.join(values)}]" for key, values in terms.items()]
    front += ["judgements:", f"  - {{mark: {judgement[0]}, text: {quoted(judgement[1])}, "
              f"likelihood: {likelihood}}}", "advice:"]
    front += [f"  - {{for: {who}, mark: {mark}, text: {quoted(text)}}}" for who, mark, text in advice]
    front += [f"briefings: [{', '.join(related)}]", "---", ""]
    hugo = "\n".join(front) + "\n\n".join(b for _, b in body) + "\n"
    return tearline, hugo


def policy(languages):
    def names(values):
        return "{" + ", ".join(f"{value}: {value.capitalize()}" for value in values) + "}"

    lines = [
        "title: Benchmark briefings", "publisher: {name: Nobody, contact: \"mailto:desk@example.org\"}",
        f"languages: [{', '.join(languages)}]", "classification:", "  levels:",
        "    - {mark: U, name: UNCLASSIFIED, color: \"#007A33\"}", "    - {mark: R, name: RESTRICTED}",
        "    - {mark: C, name: CONFIDENTIAL}", "    - {mark: S, name: SECRET}", "audiences:",
        "  national: {name: National, clearance: S, redaction: mark, portion-marks: show, base-url: \"https://national.example.org\"}",
        "  local: {name: Local, clearance: R, redaction: mark, inline: token, base-url: \"https://local.example.org\"}",
        "  public: {name: The public, clearance: U, redaction: omit, base-url: \"https://www.example.org\"}",
        "scales:", "  threat-level:", "    - since: 2016-07-01", "      values:",
    ]
    lines += [f"        - {{id: {value}, name: {value.capitalize()}}}" for value in LEVELS]
    lines += ["  likelihood:", "    - since: 2015-01-02", "      values:"]
    lines += [f"        - {{id: {value}, name: {value.capitalize()}, band: [{low}, {high}]}}"
              for value, (low, high) in LIKELIHOODS.items()]
    lines += ["  confidence:", "    - {since: 2015-01-02, values: [{id: low, name: Low}, {id: moderate, name: Moderate}, {id: high, name: High}]}"]
    lines += [f"topics: {names(TOPICS)}", f"sectors: {names(SECTORS)}", f"regions: {names(REGIONS)}"]
    return "\n".join(lines) + "\n"


def write(folder, count, seed, languages, withheld):
    """Writes both forms of a corpus under `folder`."""
    dice = random.Random(seed)
    briefings, content = folder / "tearline" / "briefings", folder / "hugo" / "content"
    briefings.mkdir(parents=True)
    for language in languages:
        (content / language / "briefings").mkdir(parents=True)
    (folder / "tearline" / "publication.yml").write_text(policy(languages))
    names = list(identifiers(dice, count))
    for index, name in enumerate(names):
        language = languages[index % len(languages)]
        tearline, hugo = briefing(
            dice, name, language, withheld, names[max(0, index - 100):index])
        (briefings / f"{name.lower()}.md").write_text(tearline)
        (content / language / "briefings" / f"{name.lower()}.md").write_text(hugo)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--languages", default="en")
    parser.add_argument("--withheld", type=float, default=0.5)
    given = parser.parse_args()
    write(given.folder, given.count, given.seed, given.languages.split(","), given.withheld)


if __name__ == "__main__":
    main()
