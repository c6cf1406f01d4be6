"""Titles in news style: short, and never saying less or more than the statement."""

from __future__ import annotations

import datetime

import pytest

from workbench.splitting import split
from workbench.splitting.statements.titles import cut_title

# text, title
TITLES = {
    "distance": (
        "Troops are reportedly around 30 km from the international border.",
        "Around 30 km from border",
    ),
    "passive": ("The bridge over the Vell was destroyed overnight.", "Bridge over Vell destroyed overnight"),
    "perfect": ("Footage has shown a burning depot.", "Footage showed burning depot"),
    "not dropped": ("Officials have not seen the report.", "Officials have not seen report"),
    "modal": ("Some pictures might be misleading.", "Some pictures might be misleading"),
    "been kept beside not": (
        "We have not been able to confirm the number.",
        "We have not been able to confirm number",
    ),
    "been kept beside since": (
        "The two countries have been at war since January 2029.",
        "Two countries have been at war since January 2029",
    ),
    "a pronoun keeps its verb": ("They are shallow.", "They are shallow"),
    "nobody keeps its verb": ("Nobody was barred.", "Nobody was barred"),
    "a straight quotation": (
        'The target was "a mortar position hidden between the stalls".',
        'Target was "mortar position hidden between stalls"',
    ),
    "when it came": (
        "The attack on the Kestrow plant came hours after a third round of talks in the city had ended.",
        "Attack on Kestrow plant came hours after third round of talks had ended",
    ),
    "those who": (
        "Responsibility for the collapse of the long talks lies solely with those who ordered the shelling.",
        "Responsibility for collapse lies solely with those who ordered shelling",
    ),
    "particle kept": (
        "The patrols of the mission were turned back at the crossing near Lisko on seventeen occasions "
        "within two weeks.",
        "Patrols turned back at crossing on seventeen occasions within two weeks",
    ),
    "hyphen kept": (
        "The minister is concerned about possible complications if rebel forces target non-military "
        "objectives with foreign weapons.",
        "Minister concerned about possible complications if rebel forces target…",
    ),
    "inverted condition kept": (
        "Had the proposal been accepted, the victims of the raid might be alive.",
        "Victims of raid might be alive had proposal been accepted",
    ),
    "demanded": ("The ministry called for fresh elections.", "There should be fresh elections"),
    "coming": ("The ministry promised fresh elections.", "There will be fresh elections"),
    "nothing more than the text when an emphasis goes": (
        "Western companies have supplied the southern rebels, particularly with factory-made drone engines.",
        "Western companies supplied southern rebels",
    ),
    "a hyphened adjective goes as one": (
        "Northern social media has shown footage of what is claimed to be burnt or looted "
        "foreign-supplied machinery.",
        "Northern social media showed footage of claimed burnt or looted machinery",
    ),
    "condition kept": (
        "If the brigades cross the river near Velin, the provincial capital will come within range.",
        "Provincial capital will come within range if brigades cross river",
    ),
}


@pytest.mark.parametrize("name", TITLES)
def test_titles(name, claims):
    text, title = TITLES[name]
    assert claims(text)[0].title == title


def test_long_titles_end_on_a_word(claims):
    text = "The provincial emergency " + "coordination " * 12 + "office closed the northern road."
    for one in claims(text):
        assert len(one.title) <= 75


# text, title
DAYS = {
    "dropped": ("Drones struck the power station on Tuesday.", "Drones struck power station"),
    "dropped in front": ("Yesterday the army took Velin.", "Army took Velin"),
    "all there is to say": ("The army withdrew on Friday.", "Army withdrew on 14 March 2031"),
    "bounds a time": ("The port has been shut since Monday.", "Port shut since 10 March 2031"),
}


@pytest.mark.parametrize("name", DAYS)
def test_titles_need_no_day(name):
    text, title = DAYS[name]
    [found] = split(text, datetime.date(2031, 3, 14)).claims
    assert found.title == title


def test_a_hyphen_taken_for_an_adjective_stays(claims):
    text = (
        "The Union is concerned about potential complications if Velmark forces target non-military "
        "objectives with American weapons."
    )
    title = claims(text)[0].title
    assert "non military" not in title
    assert "if Velmark forces target" in title


# a title that is too long, as it is cut
CUTS = {
    "inside quotation marks": (
        "Mayor praised the “long northern provincial expansion of the Orlen river council”",
        "Mayor praised the long northern provincial expansion of the Orlen river…",
    ),
    "inside brackets": (
        "Velin council has closed four of the seven northern roads (two near Orlen and two near Osk)",
        "Velin council has closed four of the seven northern roads…",
    ),
}


@pytest.mark.parametrize("name", CUTS)
def test_no_half_pair_is_left_by_a_cut(name):
    title, cut = CUTS[name]
    assert cut_title(title) == cut
