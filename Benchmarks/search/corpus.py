#!/usr/bin/env python3
"""Writes a publication of briefings in English and Dutch, to measure the search on.

    corpus.py FOLDER [--count 1000] [--seed 1]

Fifty of the briefings are the ones that the queries of targets.txt look for. The others are made of
general sentences, of halves of the fifty's sentences, so that most words of a query stand in many
briefings and the right one has to be told from them, and of invented words, so that the index is as
large as that of real briefings.
"""
import argparse
import datetime
import pathlib
import random
import re

HERE = pathlib.Path(__file__).parent

TOPICS = {
    "espionage": ("Espionage", "Spionage"), "sabotage": ("Sabotage", "Sabotage"),
    "ransomware": ("Ransomware", "Gijzelsoftware"), "phishing": ("Phishing and fraud", "Phishing en fraude"),
    "drones": ("Drones", "Drones"), "extremism": ("Extremism", "Extremisme"),
    "interference": ("Foreign interference", "Ongewenste inmenging"),
    "supply-chain": ("Supply chain", "Toeleveringsketen"), "navigation": ("Navigation and time", "Navigatie en tijd"),
    "knowledge-security": ("Knowledge security", "Kennisveiligheid"),
    "personal-threats": ("Threats to persons", "Bedreiging van personen"), "water": ("Water", "Water"),
    "events": ("Events", "Evenementen"), "health": ("Health", "Gezondheid"), "finance": ("Finance", "Financiën"),
}
REGIONS = [
    "Groningen", "Fryslân", "Drenthe", "IJsselland", "Twente", "Noord- en Oost-Gelderland", "Gelderland-Midden",
    "Gelderland-Zuid", "Utrecht", "Noord-Holland-Noord", "Zaanstreek-Waterland", "Kennemerland",
    "Amsterdam-Amstelland", "Gooi en Vechtstreek", "Haaglanden", "Hollands Midden", "Rotterdam-Rijnmond",
    "Zuid-Holland-Zuid", "Zeeland", "Midden- en West-Brabant", "Brabant-Noord", "Brabant-Zuidoost",
    "Limburg-Noord", "Zuid-Limburg", "Flevoland",
]
SECTORS = {
    "energy": ("energy", "energie"), "transport": ("transport", "transport"), "water": ("water", "water"),
    "health": ("health care", "zorg"), "finance": ("finance", "financiën"), "government": ("government", "overheid"),
    "education": ("education", "onderwijs"), "telecom": ("telecom", "telecom"), "food": ("food", "voedsel"),
    "industry": ("industry", "industrie"),
}
KINDS = ["assessment", "advisory", "alert", "bulletin"]
LEVELS = ["minimal", "limited", "significant", "substantial", "critical"]
TITLES = [
    ("{topic} in {region}: what we know this month", "{topic} in {region}: wat wij deze maand weten"),
    ("Reports about {topic} from {sector}", "Meldingen over {topic} uit {sector}"),
    ("{topic}: the threat level stays as it is", "{topic}: het dreigingsniveau blijft zoals het is"),
    ("How {sector} prepares for {topic}", "Hoe {sector} zich voorbereidt op {topic}"),
    ("Questions from {region} about {topic}", "Vragen uit {region} over {topic}"),
    ("After the incident in {region}", "Na het incident in {region}"),
    ("New pattern seen in {sector} around {region}", "Nieuw patroon gezien in {sector} rond {region}"),
]
GENERAL = [
    ("Managers in {sector} asked us what this threat means for their people.",
     "Bestuurders in {sector} vroegen ons wat deze dreiging betekent voor hun mensen."),
    ("The police in {region} took two statements and closed one case.",
     "De politie in {region} nam twee verklaringen op en sloot een zaak."),
    ("We see no sign that the group has changed its plans.",
     "Wij zien geen teken dat de groep haar plannen heeft veranderd."),
    ("A partner service shares our assessment and adds one source.",
     "Een partnerdienst deelt ons oordeel en voegt een bron toe."),
    ("Suppliers were told, and most of them answered within a week.",
     "Leveranciers zijn ingelicht en de meeste antwoordden binnen een week."),
    ("The network of the organisation was checked and nothing was found.",
     "Het netwerk van de organisatie is onderzocht en er is niets gevonden."),
    ("Attackers often come back to a place where they were successful.",
     "Aanvallers komen vaak terug op een plek waar zij succes hadden."),
    ("Report what you see to the desk, even if it seems small.",
     "Meld wat u ziet bij de meldkamer, ook als het klein lijkt."),
    ("The municipality keeps the place under watch at night and during holidays.",
     "De gemeente houdt de plek in het oog, 's nachts en op feestdagen."),
    ("Earlier reports spoke of money, addresses and photographs.",
     "Eerdere meldingen spraken van geld, adressen en foto's."),
    ("Employees with access to systems change their passwords this week.",
     "Medewerkers met toegang tot systemen veranderen deze week hun wachtwoorden."),
    ("Guards at the gate ask visitors for a document and the name of their host.",
     "Bewakers bij de poort vragen bezoekers om een document en de naam van hun gastheer."),
    ("The security region discussed the advice with the harbour, the railway and the airport.",
     "De veiligheidsregio besprak het advies met de haven, het spoor en de luchthaven."),
    ("Criminals sell what they steal within days, and foreign states sometimes buy it.",
     "Criminelen verkopen wat zij stelen binnen dagen, en buitenlandse staten kopen het soms."),
    ("It is likely that this will go on in the coming months.",
     "Het is waarschijnlijk dat dit de komende maanden doorgaat."),
    ("Damage was small, but the repair took longer than planned.",
     "De schade was klein, maar het herstel duurde langer dan gepland."),
    ("Schools, hospitals and companies got the same message from an unknown sender.",
     "Scholen, ziekenhuizen en bedrijven kregen hetzelfde bericht van een onbekende afzender."),
    ("The installation could be controlled from outside until the supplier closed the connection.",
     "De installatie was van buiten te besturen totdat de leverancier de verbinding sloot."),
    ("Judges, mayors and journalists are asked to keep their address private.",
     "Rechters, burgemeesters en journalisten wordt gevraagd hun adres af te schermen."),
    ("Small aircraft, vans and parcels without a sender were reported more often.",
     "Kleine toestellen, bestelbussen en pakketten zonder afzender zijn vaker gemeld."),
    ("Research at the university and in companies is of interest to others.",
     "Onderzoek aan de universiteit en in bedrijven heeft de belangstelling van anderen."),
    ("The threat level in {region} is the same as in the rest of the country.",
     "Het dreigingsniveau in {region} is gelijk aan dat in de rest van het land."),
    ("The elections, the summit and the summer festivals ask for extra attention.",
     "De verkiezingen, de top en de zomerfestivals vragen om extra aandacht."),
    ("Backups, spare parts and a plan on paper shorten the time without service.",
     "Reservekopieën, reserveonderdelen en een plan op papier verkorten de tijd zonder dienst."),
]
POLICY = """title: {{en: Threat briefings, nl: Dreigingsbriefings}}
publisher: {{name: {{en: Threat Assessment Service, nl: Dienst voor dreigingsduiding}}, url: "https://dienst.example"}}
languages: [en, nl]
classification: {{levels: [{{mark: U, name: {{en: UNCLASSIFIED, nl: ONGERUBRICEERD}}}}]}}
audiences: {{public: {{name: {{en: The public, nl: Publiek}}, clearance: U, redaction: omit}}}}
scales:
  threat-level:
    - since: 2016-07-01
      values:
{levels}
topics:
{topics}
sectors:
{sectors}
regions:
{regions}
"""


def pair(names):
    return "{en: \"%s\", nl: \"%s\"}" % names


def policy():
    names = {"minimal": "Minimaal", "limited": "Beperkt", "significant": "Aanzienlijk",
             "substantial": "Substantieel", "critical": "Kritiek"}
    levels = "\n".join(
        "        - {id: %s, name: %s}" % (level, pair((level.title(), names[level]))) for level in LEVELS)
    topics = "\n".join(f"  {key}: {pair(names)}" for key, names in TOPICS.items())
    sectors = "\n".join(
        f"  {key}: {pair((en.capitalize(), nl.capitalize()))}" for key, (en, nl) in SECTORS.items())
    regions = "\n".join(
        f"  VR{number:02}: {pair((name, name))}" for number, name in enumerate(REGIONS, 1))
    return POLICY.format(levels=levels, topics=topics, sectors=sectors, regions=regions)


def targets():
    """The briefings that queries look for: topic, and (title, text, query) in both languages."""
    lines = [line for line in (HERE / "targets.txt").read_text("utf-8").splitlines()
             if line and not line.startswith("#")]
    for topic, english, dutch in zip(lines[::3], lines[1::3], lines[2::3]):
        yield topic, [tuple(part.strip() for part in line.split(" | ")) for line in (english, dutch)]


def halves(text):
    """What a sentence says in two parts."""
    return [part.strip().rstrip(".") for part in re.split(r";|,| and | en ", text) if len(part) > 25]


def invented(rng):
    """Words that nobody has, so that there are as many of them as in real briefings."""
    starts = "b br d dr f g gr h k kl l m n p r s sl st t tr v vl w z".split()
    middles = "a e i o u aa ee oo ie oe ei au".split()
    ends = "ld mer n nd p r rd rn s st t v len den ker ling dam veld".split()
    words = set()
    while len(words) < 9000:
        words.add("".join(rng.choice(starts) + rng.choice(middles) for _ in range(rng.choice((1, 2, 2))))
                  + rng.choice(ends))
    return sorted(words)


def identifiers(rng, count):
    letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    found = set()
    while len(found) < count:
        found.add("".join(rng.choice(letters) for _ in range(4)))
    return sorted(found, key=lambda _: rng.random())


def write(folder, number, fields, language, title, summary, body):
    index = 0 if language == "en" else 1
    text = f"""---
id: TA-{fields['day'].year}-{fields['id']}
kind: {fields['kind']}
language: {language}
classification: U
audiences: [public]
status: published
issued: {fields['day']}
title: {quoted(title[:1].upper() + title[1:])}
summary: {quoted(summary)}
threat: {{level: {fields['level']}}}
topics: [{fields['topic']}]
sectors: [{fields['sector']}]
regions: [{fields['region']}]
---
{body}
"""
    path = folder / "briefings" / language / f"{number:05}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def quoted(text):
    return '"' + text.replace('"', '\\"') + '"'


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    wanted = list(targets())
    places = rng.sample(range(options.count), len(wanted))
    special = dict(zip(places, wanted))
    ids = identifiers(rng, options.count)
    pieces = [list(zip(*[halves(texts[k][1]) for k in (0, 1)])) for _, texts in wanted]
    pieces = [piece for group in pieces for piece in group]
    options.folder.mkdir(parents=True, exist_ok=True)
    (options.folder / "publication.yml").write_text(policy(), "utf-8")
    words = invented(rng)
    often = [1 / place for place in range(3, len(words) + 3)]
    answers = []
    for number in range(options.count):
        sector, region = rng.choice(list(SECTORS)), rng.randrange(len(REGIONS))
        target = special.get(number)
        fields = {
            "id": ids[number], "kind": rng.choice(KINDS), "level": rng.choice(LEVELS), "sector": sector,
            "topic": target[0] if target else rng.choice(list(TOPICS)), "region": f"VR{region + 1:02}",
            "day": datetime.date(2022, 1, 3) + datetime.timedelta(days=rng.randrange(1750)),
        }
        title = rng.choice(TITLES)
        general = rng.sample(GENERAL, 16)
        borrowed = rng.sample(pieces, 4)
        named = rng.choices(words, often, k=80)
        for index, language in enumerate(("en", "nl")):
            slots = {"topic": TOPICS[fields["topic"]][index].lower(), "sector": SECTORS[sector][index],
                     "region": REGIONS[region]}
            sentences = [text[index].format(**slots) for text in general]
            also = ("Elsewhere it was reported: ", "Elders is gemeld: ")[index]
            sentences += [also + piece[index][:1].lower() + piece[index][1:] + "." for piece in borrowed]
            names = ("Names that came up: ", "Namen die vielen: ")[index]
            sentences += [names + ", ".join(named[start:start + 16]) + "." for start in range(0, 80, 16)]
            random.Random(number).shuffle(sentences)
            heading = (("What happened", "What you can do"), ("Wat er gebeurde", "Wat u kunt doen"))[index]
            if target:
                name, text, query = target[1][index]
                sentences.insert(0, text)
                summary = text
                answers.append((language, query, f"ta-{fields['day'].year}-{fields['id'].lower()}"))
            else:
                name, summary = title[index].format(**slots), sentences[1]
            body = f"## {heading[0]}\n\n" + " ".join(sentences[:12])
            body += f"\n\n## {heading[1]}\n\n" + " ".join(sentences[12:])
            write(options.folder, number, fields, language, name, summary, body)
    answers.sort()
    (options.folder / "queries.tsv").write_text(
        "".join("\t".join(answer) + "\n" for answer in answers), "utf-8")


if __name__ == "__main__":
    main()
