"""Earlier claims are found on either engine, by whatever words somebody types."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from sqlmodel import Session

from tests import factories
from workbench import database
from workbench.domain.status import Origin, Status
from workbench.models import Claim
from workbench.queries import claim_memory
from workbench.queries.claim_memory import Wording, find_earlier, rank_earlier
from workbench.queries.claims import load_rows
from workbench.settings import Settings

FILLING = (
    "wheat barley maize rye oats rice potato onion carrot leek garlic lentil soy cotton wool steel copper tin"
)


@pytest.fixture(scope="module")
def rows(shared: Settings) -> Iterator[Session]:
    engine = database.open_engine(shared)
    with database.open_session(engine) as session:
        # Claims about other things: on a desk of three claims no word is rare.
        for word in FILLING.split():
            add(session, f"{word.title()} prices rose")
        yield session
    engine.dispose()


def add(session: Session, title: str, statement: str = "", **values: object) -> Claim:
    return factories.make_claim(session, title=title, statement=statement or title, **values)


def list_found(session: Session, statement: str, title: str = "", **how: object) -> list[tuple[int, str]]:
    found = find_earlier(session, Wording(title, statement), sight=True, **how)  # type: ignore[arg-type]
    return [(one.row.number, one.comparison.nearness.value) for one in found]


def test_the_same_comes_first_then_the_conflicting_then_the_related(rows: Session) -> None:
    related = add(rows, "Zebra convoy stands near the harbour gate")
    conflicting = add(rows, "Zebra convoy crossed 20 km of marsh")
    same = add(rows, "Zebra convoy crossed 30 km of marsh")
    assert list_found(rows, "Zebra convoys crossed 30 km of marsh") == [
        (same.number, "same"),
        (conflicting.number, "conflicting"),
        (related.number, "related"),
    ]


def test_titles_tell_a_conflict_where_the_statements_do_not(rows: Session) -> None:
    claim = add(rows, "20 km from quayside", "Ministry officials put the front at 20 km, measured by road.")
    found = list_found(rows, "Soldiers stand 30 km away.", "30 km from quayside")
    assert found[0] == (claim.number, "conflicting")


def test_other_forms_accents_and_case_are_found(rows: Session) -> None:
    claim = add(rows, "Ferries collided in Ålesund")
    assert list_found(rows, "A ferry collision in ALESUND")[:1] in ([], [(claim.number, "related")])
    assert list_found(rows, "FERRIES collide in Ålesund") == [(claim.number, "same")]


def test_proposals_withdrawn_claims_and_the_claim_itself_stay_out(rows: Session) -> None:
    words = "Giraffe enclosure flooded yesterday"
    claim = add(rows, words)
    add(rows, words, accepted_at=None, origin=Origin.MACHINE)
    factories.edit(rows, add(rows, words), status=Status.WITHDRAWN)
    own = load_rows(rows, [claim], sight=True)[0]
    assert list_found(rows, words) == [(claim.number, "same")]
    assert list_found(rows, words, own=own) == []
    assert list_found(rows, words, but=[claim.number]) == []


def test_at_most_five_are_shown_and_the_order_is_always_the_same(rows: Session) -> None:
    made = [add(rows, f"Walrus colony counted by team {letter}") for letter in "abcdefgh"]
    found = list_found(rows, "Walrus colony counted")
    assert [number for number, _ in found] == [claim.number for claim in made[:5]]
    assert list_found(rows, "Walrus colony counted") == found


def test_of_too_many_claims_the_newest_are_read(rows: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    made = [add(rows, f"Otter seen at weir {letter}") for letter in "abcdef"]
    monkeypatch.setattr(claim_memory, "MOST_READ", 3)
    assert {one.number for one in rank_earlier(rows, "otter")} == {claim.number for claim in made[-3:]}


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        '"',
        "'; DROP TABLE claim; --",
        "a* OR q",
        "NEARBY(xx yy)",
        "title:x",
        ":* & !",
        "\\",
        "%",
        "\u2019",
    ],
)
def test_what_an_index_could_read_as_operators_is_harmless(rows: Session, words: str) -> None:
    assert list_found(rows, words) == []


def test_what_shares_one_common_word_is_not_shown(rows: Session) -> None:
    add(rows, "Platypus eggs hatched in the northern aquarium wing")
    assert (
        list_found(rows, "The platypus was never classified by zoologists before Shaw described specimens")
        == []
    )


@given(words=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60))
@hypothesis_settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_text_breaks_it(rows: Session, words: str) -> None:
    assert len(list_found(rows, words)) <= 5
