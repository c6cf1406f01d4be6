"""Numbers with what they count; and those that count nothing."""

from __future__ import annotations

import datetime

import pytest

from workbench.splitting import split

QUANTITIES = {
    # figures, words, scales
    "The border is around 30 km away.": ("around 30 km", 30, "km", True),
    "The town has 20,000 inhabitants.": ("20,000 inhabitants", 20_000, "inhabitant", False),
    "They moved 3.2 million tonnes of grain.": ("3.2 million tonnes", 3_200_000, "tonne", False),
    "Some 1.5m people fled.": ("Some 1.5m people", 1_500_000, "person", True),
    "Twenty-one people were hurt.": ("Twenty-one people", 21, "person", False),
    "Two hundred and fifty men left.": ("Two hundred and fifty men", 250, "man", False),
    "At least two dozen soldiers left.": ("At least two dozen soldiers", 24, "soldier", True),
    "A dozen shells fell.": ("A dozen shells", 12, "shell", False),
    "Hundreds of homes burned.": ("Hundreds of homes", 100, "home", True),
    "Several thousand men left.": ("Several thousand men", 1_000, "man", True),
    "The ship fired twice.": ("twice", 2, "time", False),
    "The tender drew a single bid.": ("a single bid", 1, "bid", False),
    "A further 10,000 people fled.": ("A further 10,000 people", 10_000, "person", False),
    # parts
    "Two thirds of the bridges were mined.": ("Two thirds of the bridges", 0.667, "bridge", False),
    "The army holds roughly a third of the region.": ("roughly a third of the region", 0.333, "region", True),
    "Half our grain rotted.": ("Half our grain", 0.5, "grain", False),
    "Training takes half a year.": ("half a year", 0.5, "year", False),
    "The raid cost half a million crowns.": ("half a million crowns", 500_000, "crown", False),
    "Three in five people support the truce.": ("Three in five people", 0.6, "person", False),
    "About half have been freed from the camp.": ("About half", 0.5, "", True),
    "One in four homes was hit.": ("One in four homes", 0.25, "home", False),
    # around
    "Up to 40 people died.": ("Up to 40 people", 40, "person", True),
    "Nearly 40 people died.": ("Nearly 40 people", 40, "person", True),
    "Fewer than 40 people died.": ("Fewer than 40 people", 40, "person", True),
    "No more than 40 people have been hurt in the town.": ("No more than 40 people", 40, "person", True),
    "As many as 40 people died.": ("As many as 40 people", 40, "person", True),
    "Some 40 or so people died.": ("Some 40 or so people", 40, "person", True),
    "Guns of a calibre above 82 millimetres are banned.": ("above 82 millimetres", 82, "mm", True),
    "The price fell below 50 crowns.": ("50 crowns", 50, "crown", False),
    # units
    "Prices rose by 9 per cent.": ("9 per cent", 9, "%", False),
    "Prices rose by 9%.": ("9%", 9, "%", False),
    "Support fell by three percentage points.": ("three percentage points", 3, "percentage point", False),
    "The army took 12 km² of forest.": ("12 km²", 12, "km²", False),
    "The army took 12 square kilometres of forest.": ("12 square kilometres", 12, "km²", False),
    "The repair cost $1.5 billion.": ("$1.5 billion", 1_500_000_000, "USD", False),
    "The repair cost €5m.": ("€5m", 5_000_000, "EUR", False),
    "The repair cost 5 million dollars.": ("5 million dollars", 5_000_000, "USD", False),
    "The oil sells at 50 crowns a barrel.": ("50 crowns a barrel", 50, "crown per barrel", False),
    "The gun fires 155mm shells.": ("155mm", 155, "mm", False),
    "The rounds were of 122-millimetre calibre.": ("122-millimetre", 122, "mm", False),
    "It was 30 degrees in Orlen.": ("30 degrees", 30, "degree", False),
    "Temperatures fell to minus 12 degrees.": ("minus 12 degrees", -12, "degree", False),
    "Nearly a quarter of the country's power plants burned.": (
        "Nearly a quarter of the country's power plants",
        0.25,
        "power plant",
        True,
    ),
    "The outage lasted 53 minutes.": ("53 minutes", 53, "minute", False),
    "The truce lasted a week.": ("a week", 1, "week", False),
    "The army bought six more air-defence batteries.": (
        "six more air-defence batteries",
        6,
        "air-defence battery",
        False,
    ),
    "The army has 31 port officials.": ("31 port officials", 31, "port official", False),
    "The army shot down 29 of the drones.": ("29 of the drones", 29, "drone", False),
    "The mayor of the town, Dr Orlow, 45, has died.": ("45", 45, "year", False),
    "Bread costs three times the price of last year.": ("three times", 3, "time", False),
    "Some 20 Karskans were hurt.": ("Some 20 Karskans", 20, "Karskan", True),
    "A man aged 45 died.": ("45", 45, "year", False),
    "A woman of 45 died there.": ("45", 45, "year", False),
    "Some 30,000 displaced people live there.": (
        "Some 30,000 displaced people",
        30_000,
        "displaced person",
        True,
    ),
    "The rebels took three provincial capitals.": (
        "three provincial capitals",
        3,
        "provincial capital",
        False,
    ),
    "About 30 armoured vehicles left.": ("About 30 armoured vehicles", 30, "armoured vehicle", True),
    "Some 20 armed men came ashore.": ("Some 20 armed men", 20, "man", True),
    "Eighteen prisoners of war came home.": ("Eighteen prisoners of war", 18, "prisoner of war", False),
    "The 96m crowns were paid.": ("96m crowns", 96_000_000, "crown", False),
    "The crown lost a twentieth of its value.": ("a twentieth of its value", 0.05, "value", False),
    "The stocks have shrunk by a third.": ("a third", 0.333, "stock", False),
    "The engine was off for a quarter of an hour.": ("a quarter of an hour", 15, "minute", False),
    "The blasts lasted for more than an hour.": ("more than an hour", 1, "hour", True),
    "The swap was called off an hour before the vote.": ("an hour", 1, "hour", False),
    "The crew switched it off twelve hours before.": ("twelve hours", 12, "hour", False),
    "It is an attempt to topple them three weeks before a vote.": ("three weeks", 3, "week", False),
    "The rebels used tanks only once.": ("once", 1, "time", False),
    "Maldoria lost two of its three brigades.": ("two", 2, "brigade", False),
    "The army lost three of the six lorries.": ("three", 3, "lorry", False),
    "The ship carries between 20 and 30 men.": ("between 20 and 30 men", 20, "man", True),
    "Repairs will take three to four days.": ("three to four days", 3, "day", True),
    "A 45-year-old man died.": ("45-year-old", 45, "year", False),
}
NOTHING = (
    "The war began on August 6.",
    "The T-72 burned at 14:30.",
    "The blaze began at 14.30.",
    "The blaze began at 5 a.m.",
    "The buses stood there from four in the morning.",
    "The shelling lasted between 22.00 and 04.30.",
    "The vote was a day later.",
    "The 2019 ceasefire failed.",
    "One of the bridges fell in May 2024.",
    "Brigade 14 left the town.",
    "An F-16 crashed.",
    "Resolution 2231 was adopted.",
    "Article 5 was invoked.",
    "The radar at Post 9 failed.",
    "Phase two has begun.",
    "The two sides met.",
    "The 3rd Brigade left.",
    "A two-state plan was drawn up.",
    "The fire broke out two days later.",
    "The command asked for a second radar.",
    "The 9/11 plotter was caught.",
    "Emissions fell below 2005 levels.",
    "The mayor invoked the 5th Amendment rights.",
    "The police can be reached at 4412345678.",
    "The 2010 rules on mines were changed.",
    "The Group of Seven met in Orlen.",
    "The second half was quiet.",
)


@pytest.mark.parametrize("text", QUANTITIES)
def test_quantities(text, claim):
    (found,) = claim(text).quantities
    assert (found.text, found.value, found.unit, found.approximate) == QUANTITIES[text]
    assert text[slice(*found.slice)] == found.text


@pytest.mark.parametrize("text", NOTHING)
def test_dates_times_and_names_are_no_quantities(text):
    (claim,) = split(text, published_on=datetime.date(2024, 8, 16)).claims
    assert claim.quantities == ()


SEVERAL = {
    "The army shot down 31 of 46 drones.": [(31, "drone", False), (46, "drone", False)],
    "The ship carries between 20 and 30 men.": [(20, "man", True)],
    "The ship carries 20 to 30 men.": [(20, "man", True)],
    "The assembly voted by 118 to 97 for the bill.": [(118, "vote", False), (97, "vote", False)],
    "The crew is 18- to 24-year-old men.": [(18, "year", True)],
    "The men earn between $30,000 and $60,000.": [(30_000, "USD", True)],
    "The repair cost between 2 and 3 billion euros.": [(2_000_000_000, "EUR", True)],
    "The army lost two in three days.": [(2, "", False), (3, "day", False)],
    "The toll rose from 20 to 30 people.": [(20, "person", False), (30, "person", False)],
}


@pytest.mark.parametrize("text", SEVERAL)
def test_numbers_that_belong_together_share_a_unit(text, claim):
    assert [(one.value, one.unit, one.approximate) for one in claim(text).quantities] == SEVERAL[text]


def test_a_bare_number_counts_what_the_one_before_it_did(claims):
    found = [
        (one.value, one.unit)
        for claim in claims("The army says 22 lorries got through and that seven turned back.")
        for one in claim.quantities
    ]
    assert found == [(22, "lorry"), (7, "lorry")]


SENTENCES = {
    "There are 212 lorries there. Half of them burned.": [(212, "lorry"), (0.5, "lorry")],
    "Maldoria promised 900 shells. Of these 60 have come.": [(900, "shell"), (60, "shell")],
    "The other side holds 340 soldiers. We hold 212.": [(340, "soldier"), (212, "soldier")],
    "The rebels took three towns. The force numbered 6,120.": [(3, "town"), (6120, "")],
}


@pytest.mark.parametrize("text", SENTENCES)
def test_a_bare_number_may_count_what_the_sentence_before_did(text, claims):
    found = [(one.value, one.unit) for claim in claims(text) for one in claim.quantities]
    assert found == SENTENCES[text]
