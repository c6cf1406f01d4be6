"""Titles in news style: short, and never saying less or more than the statement."""

from __future__ import annotations

import datetime

import pytest

from workbench.splitting import split

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
    "condition kept": (
        "If the brigades cross the river near Velin, the provincial capital will come within range.",
        "Provincial capital will come within range if brigades cross river",
    ),
}


@pytest.mark.parametrize("name", TITLES)
def test_titles(name, claim):
    text, title = TITLES[name]
    assert claim(text).title == title


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
