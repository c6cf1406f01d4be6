"""Descriptions beside a noun: ", the largest here,", ", a step that …", "(2014)"."""

import pytest

# text, quotes
QUOTES = {
    "some of them elsewhere": (
        "At least 17 people were killed in Osk on Monday, nine of them in a bus.",
        [
            "At least 17 people were killed in Osk on Monday",
            "At least 17 people were killed … nine of them in a bus",
        ],
    ),
    "the heaviest toll": (
        "29 soldiers have died on the mission, the heaviest toll of any contributor.",
        [
            "29 soldiers have died on the mission",
            "29 soldiers have died on the mission, the heaviest toll of any contributor",
        ],
    ),
    "a comment on what was said": (
        "The command is waiting for the guns to fall silent – a calculation that may prove wrong.",
        ["The command is waiting for the guns to fall silent", "a calculation … may prove wrong"],
    ),
    "a comment somebody disputes": (
        "In March the deputies cut the budget by 8 percent, a step condemned by three unions.",
        ["In March the deputies cut the budget by 8 percent", "a step condemned by three unions"],
    ),
    "a bloc that runs something": (
        "The Southern Concert, the 14-nation bloc that runs the lake force, met on Monday.",
        [
            "The Southern Concert … met on Monday",
            "The Southern Concert, the 14-nation bloc",
            "the 14-nation bloc … runs the lake force",
        ],
    ),
    "the steepest since": (
        "Shipments fell by 35 per cent in May, the steepest decline since records began.",
        ["Shipments fell by 35 per cent in May", "Shipments … the steepest decline since records began"],
    ),
    "participle of a noun": (
        "One guard, hit by a stray bullet, lost an eye.",
        ["One guard … lost an eye", "One guard, hit by a stray bullet"],
    ),
    "apposition with a rank": (
        "The school, the largest on the eastern bank, reopened on Monday.",
        ["The school … reopened on Monday", "The school, the largest on the eastern bank"],
    ),
    "apposition without one": (
        "The Institute for Border Studies, a research body in Orlen, counted the launches.",
        ["The Institute for Border Studies, a research body in Orlen, counted the launches"],
    ),
    "a distance": (
        "The shells came from positions near Laddis, about 12 kilometres inside the neutral strip.",
        [
            "The shells came from positions near Laddis",
            "positions near Laddis, about 12 kilometres inside the neutral strip",
        ],
    ),
    "among them": (
        "At least 14 civilians, among them three children, were killed.",
        ["At least 14 civilians, among them three children, were killed"],
    ),
    "not yet confirmed": (
        "The report, not yet confirmed, speaks of six dead.",
        ["The report, not yet confirmed, speaks of six dead"],
    ),
    "a year or a short name in brackets": (
        "The Orlen Works (OW) built the station (2014) near Tarn.",
        ["The Orlen Works … built the station … near Tarn", "the station (2014)"],
    ),
    "a figure in brackets": (
        "The losses were heavy (1,200 dead).",
        ["The losses were heavy (1,200 dead)"],
    ),
}


@pytest.mark.parametrize("name", QUOTES)
def test_which_words_make_which_claim(name, claims):
    text, quotes = QUOTES[name]
    assert [one.quote for one in claims(text)] == quotes


# text, the last statement
STATED = {
    "apposition": (
        "The school, the largest on the eastern bank, reopened on Monday.",
        "The school was the largest on the eastern bank",
    ),
    "participle of a noun": (
        "One guard, hit by a stray bullet, lost an eye.",
        "One guard was hit by a stray bullet",
    ),
}


@pytest.mark.parametrize("name", STATED)
def test_what_it_says_by_itself(name, claims):
    text, statement = STATED[name]
    assert claims(text)[-1].statement == statement
