"""Places, peoples, people and organisations, by list and by what stands beside them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from workbench.splitting.findings import gazetteer
from workbench.splitting.findings.entities import find_entities
from workbench.splitting.findings.learnt_places import learn_places
from workbench.splitting.parsing.parser import load_parser

PLACES = {
    "Troops entered Kursk from Sumy.": "Kursk Sumy",
    "Kursk was shelled overnight.": "Kursk",
    "Kyiv, Kiev, Kharkiv and Kharkov are spelled in two ways.": "Kyiv Kiev Kharkiv Kharkov",
    "Drones hit a depot in the Kursk region and in Donetsk Oblast.": "Kursk_region Donetsk_Oblast",
    "Bridges fell in Glushkovsky district.": "Glushkovsky_district",
    "Ships left the Black Sea for the Sea of Azov.": "Black_Sea Sea_of_Azov",
    "The Strait of Hormuz is open.": "Strait_of_Hormuz",
    "Fighting goes on in eastern Ukraine and north-eastern Syria.": "eastern_Ukraine north-eastern_Syria",
    "Shells fell in Rostov-on-Don and Deir al-Balah.": "Rostov-on-Don Deir_al-Balah",
    "The US and the UK told us so.": "US UK",
    "The Zaporizhzhia Nuclear Power Plant lost power.": "Zaporizhzhia_Nuclear_Power_Plant",
    "Jordan closed its border with Syria.": "Jordan Syria",
    "Ukrainian guns fired on Pokrovsk.": "Pokrovsk",
    "Fighters left South Kivu and the Luhansk People's Republic.": "South_Kivu Luhansk_People's_Republic",
}
NO_PLACES = (
    "Reading the report took hours.",
    "Nice words were spoken in March.",
    "Same as before, of the guns most were old.",
    "Victoria Orlen, an analyst, disagreed.",
    "General Kirov said so.",
    "Mobile units moved.",
    "He told us that the sea was calm.",
    "Ukrainian and Russian officials met.",
    "Jordan Miller, an analyst, disagreed.",
)
OTHERS = {
    "Hamas and Hezbollah fired rockets.": {"Hamas": "organisation", "Hezbollah": "organisation"},
    "The Institute for the Study of War (ISW) agreed.": {
        "Institute for the Study of War": "organisation",
        "ISW": "organisation",
    },
    "The Border Service denied it.": {"Border Service": "organisation"},
    "The 47th Mechanized Brigade left.": {"47th Mechanized Brigade": "organisation"},
    "The Ministry of Defence in London said no.": {
        "Ministry of Defence": "organisation",
        "London": "place",
    },
    "Russia’s defence ministry blamed the general staff.": {
        "Russia": "place",
        "defence ministry": "organisation",
        "general staff": "organisation",
    },
    "Russians accused Ukrainian troops.": {"Russians": "nationality", "Ukrainian": "nationality"},
    "Defence Minister Adam Harmon left. Harmon said no.": {"Adam Harmon": "person", "Harmon": "person"},
    "They fired Kinzhal missiles and HIMARS.": {"Kinzhal": "other", "HIMARS": "other"},
}


def name_entities(text: str) -> list[tuple[str, str]]:
    doc = load_parser()(text)
    found = find_entities(doc, 100, learn_places(text))
    assert all(text[one.slice[0] - 100 : one.slice[1] - 100] == one.text for one in found)
    return [(one.text, one.label) for one in found]


@pytest.mark.parametrize("text", PLACES)
def test_places(text):
    wanted = [name.replace("_", " ") for name in PLACES[text].split()]
    assert [name for name, label in name_entities(text) if label == "place"] == wanted


@pytest.mark.parametrize("text", NO_PLACES)
def test_words_and_people_are_no_places(text):
    assert [name for name, label in name_entities(text) if label == "place"] == []


def test_an_ambiguous_name_is_a_place_with_a_sign_beside_it():
    found = name_entities("Police in Reading and officials from Victoria, Australia, met in Nice.")
    assert [name for name, _ in found] == ["Reading", "Victoria", "Australia", "Nice"]
    assert {label for _, label in found} == {"place"}


@pytest.mark.parametrize("text", OTHERS)
def test_people_bodies_and_peoples(text):
    found = dict(name_entities(text))
    assert {name: found.get(name) for name in OTHERS[text]} == OTHERS[text]


def test_villages_that_the_article_introduces_are_learnt():
    text = (
        "Troops took the town of Vesk. Vesk is quiet. Vesk district is empty. "
        "They shelled the villages of Orlen and Tarsk."
    )
    found = [name for name, label in name_entities(text) if label == "place"]
    assert found == ["Vesk", "Vesk", "Vesk district", "Orlen", "Tarsk"]


def test_a_headline_teaches_no_place():
    assert "Kursk Gains Grow" not in learn_places("Gains in Kursk Gains Grow, Officials Say")
    assert learn_places("They met in March, in Ukrainian, in Parliament, in Hamas.") == frozenset()


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("Kursk", "city"),
        ("Khar’kov", "city"),
        ("Zürich", "city"),
        ("Crimea", "region"),
        ("Sudan", "country"),
        ("U.S.", "country"),
        ("Sea of Azov", "water"),
        ("us", None),
        ("Of", None),
        ("Same", None),
        ("March", None),
        ("", None),
        ("\ud800", None),
        ("Kursk\nregion\t", None),
    ],
)
def test_the_gazetteer_knows(name, sort):
    assert gazetteer.read_places().get(name) == sort


def test_each_line_of_the_data_is_found():
    lines = gazetteer.DATA.read_text(encoding="ascii").split("\n")
    assert lines[0] == lines[-1] == ""
    assert lines[1:-1] == sorted(lines[1:-1])
    for line in [*lines[1:-1:97], lines[1], lines[-2]]:
        name, letter = line.split("\t")
        assert gazetteer._look_up(name) == letter


def test_the_data_is_small_and_says_whose_it_is():
    assert gazetteer.DATA.stat().st_size < 3_000_000
    notice = (gazetteer.DATA.parent / "NOTICE.md").read_text()
    assert "GeoNames" in notice
    assert "creativecommons.org/licenses/by/4.0" in notice


def test_importing_does_not_read_the_data():
    code = (
        "import sys; from workbench.splitting import engine; "
        "from workbench.splitting.findings import gazetteer; "
        "sys.exit(gazetteer._read_data.cache_info().currsize)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
