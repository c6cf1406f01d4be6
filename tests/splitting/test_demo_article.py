"""The demo article, read as an editor would: the claims that must be there, and no furniture among them."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from workbench.splitting import Claim, Split, split

DEMO = Path(__file__).parents[2] / "db" / "seeds" / "demo_article.txt"


@pytest.fixture(scope="module")
def demo() -> Split:
    return split(DEMO.read_text(encoding="utf-8"), published_on=datetime.date(2025, 5, 14))


def find(demo: Split, statement: str) -> Claim:
    return next(one for one in demo.claims if one.statement == statement)


def test_furniture_is_all_marked(demo):
    assert [part.reason for part in demo.furniture] == [
        "notice",
        "navigation",
        "repeated headline",
        "repeated headline",
        "repeated teaser",
        "share links",
        "advertisement",
        "byline",
        "byline",
        "related links",
        "newsletter",
        "advertisement",
    ]


def test_thirty_kilometres_from_the_border(demo):
    found = find(
        demo,
        "Northern units are about 30 km from the Varnovian border, near the rail junction at Kessel Ford",
    )
    assert found.title.startswith("About 30 km from Varnovian border")
    assert (found.modality, found.kind, found.claimant) == ("hedged", "quantity", None)
    assert [hedge.text for hedge in found.hedges] == ["reportedly"]
    (distance,) = found.quantities
    assert (distance.value, distance.unit, distance.approximate) == (30, "km", True)


def test_destroyed_sabotage_unit(demo):
    found = find(
        demo, "A Northern sabotage unit equipped with foreign radios was destroyed outside Kessel Ford"
    )
    assert found.title == "Northern sabotage unit destroyed outside Kessel Ford"
    assert found.claimant.name == "Varnovia’s interior ministry"
    assert [added.text for added in found.additions] == ["was destroyed"]


@pytest.mark.parametrize(
    ("statement", "claimant", "modality"),
    [
        (
            "Two brigades took the village of Little Tarsk",
            "Northern Republic’s defence ministry",
            "asserted",
        ),
        ("Varnovia’s troops did not abandon the eastern bank", "Varnovia’s army command", "denial"),
        (
            "The Tarsk regional administration’s emergency office has moved every patient out of the district"
            " hospital",
            "Tarsk regional administration’s emergency office",
            "asserted",
        ),
        ("40 of its soldiers were taken prisoner", "Varnovia’s army command", "asserted"),
        ("The number of missing soldiers is six", "Northern Republic’s general staff", "asserted"),
        (
            "The Northern Republic’s forces did not fire on the road",
            "Northern Republic’s general staff",
            "asserted",
        ),
        ("The Northern Republic has captured the rail junction", "Northern Republic", "asserted"),
        ("Fuel supplies in Tarsk will run out by 16 May 2025", "Varnovian officials", "prediction"),
        ("There was an explosion at a fuel depot", "harbour authority in Port Aldane", "asserted"),
        ("Varnovia lost 11 armoured vehicles", "Institute for Frontier Studies", "asserted"),
        ("The operation is lawful", "Northern Republic’s government", "opinion"),
    ],
)
def test_who_says_what(demo, statement, claimant, modality):
    found = find(demo, statement)
    assert (found.claimant.name, found.modality) == (claimant, modality)


def test_a_condition_is_never_a_plain_assertion(demo):
    (found,) = [one for one in demo.claims if "If Northern forces" in one.statement]
    assert found.modality == "conditional"
    assert " if " in found.title


def test_statements_read_as_sentences(demo):
    for one in demo.claims:
        assert one.statement[0].isupper() or one.statement[0].isdigit()
        assert one.statement.count("“") == one.statement.count("”")
        assert not one.statement.endswith((",", ".", ";"))
        assert not one.title.endswith((",", " of", " in"))
